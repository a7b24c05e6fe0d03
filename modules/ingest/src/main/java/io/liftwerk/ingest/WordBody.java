package io.liftwerk.ingest;

import io.liftwerk.ingest.Article.Heading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The text of a Word document: a paragraph, heading or list item a line, cells with tabs between.
 */
final class WordBody {
  /** What stands in these is not seen by readers, or is said a second time for older programs. */
  private static final Set<String> UNSEEN =
      Set.of("del", "moveFrom", "instrText", "delText", "Fallback");

  private final Map<String, Integer> levels;
  private final StringBuilder text = new StringBuilder();
  private final List<Heading> headings = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int level;
  private int unseen;
  private int rows;
  private boolean visible = true;
  private boolean inText;

  /**
   * @param levels of headings, by the id of their style
   */
  WordBody(Map<String, Integer> levels) {
    this.levels = levels;
  }

  String text() {
    return text.toString().strip();
  }

  List<Heading> headings() {
    return headings;
  }

  void read(XmlCursor cursor) throws IOException {
    var open = new ArrayList<String>();
    for (XmlCursor.At at = cursor.next(); at != XmlCursor.At.DOCUMENT_END; at = cursor.next()) {
      switch (at) {
        case START -> {
          XmlElement element = cursor.element();
          String name = element.local();
          open.add(name);
          start(name, element);
        }
        case TEXT -> {
          if (inText && visible && unseen == 0) {
            line.append(cursor.text());
          }
        }
        case END -> end(open.removeLast());
        default -> throw new IllegalStateException();
      }
    }
  }

  private void start(String name, XmlElement element) {
    unseen += UNSEEN.contains(name) ? 1 : 0;
    switch (name) {
      case "p" -> level = 0;
      case "pStyle" -> level = levels.getOrDefault(value(element, "val"), 0);
      case "outlineLvl" -> {
        String own = value(element, "val");
        level = own.matches("[0-8]") ? Math.min(6, own.charAt(0) - '0' + 1) : level;
      }
      case "r" -> visible = true;
      case "vanish", "webHidden" ->
          visible = Set.of("0", "false", "off").contains(value(element, "val"));
      case "t" -> inText = true;
      case "tab", "br", "cr" -> blank();
      case "noBreakHyphen" -> line.append('-');
      case "tr" -> rows++;
      default -> {
        // how it looks is of no matter
      }
    }
  }

  private void blank() {
    if (unseen == 0 && !line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
      line.append(' ');
    }
  }

  private void end(String name) {
    unseen -= UNSEEN.contains(name) ? 1 : 0;
    switch (name) {
      case "t" -> inText = false;
      case "p" -> {
        if (rows == 0) {
          finish();
        } else {
          blank();
        }
      }
      case "tc" -> {
        strip();
        line.append('\t');
      }
      case "tr" -> {
        rows--;
        if (rows == 0) {
          level = 0;
          finish();
        }
      }
      default -> {
        // nothing ends with it
      }
    }
  }

  private void strip() {
    while (!line.isEmpty() && line.charAt(line.length() - 1) == ' ') {
      line.setLength(line.length() - 1);
    }
  }

  private void finish() {
    String whole = line.toString().strip();
    line.setLength(0);
    if (whole.isEmpty()) {
      return;
    }
    if (level > 0) {
      headings.add(new Heading(level, whole.replaceAll("\\s+", " ")));
    }
    text.append(whole).append('\n');
  }

  /** An attribute's value; empty without. */
  static String value(XmlElement element, String attribute) {
    return element.attributes().getOrDefault(attribute, "");
  }
}
