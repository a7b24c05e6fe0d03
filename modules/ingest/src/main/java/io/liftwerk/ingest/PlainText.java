package io.liftwerk.ingest;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Text of an element as readers see it: one block a line, cells of a table with tabs between. */
final class PlainText implements NodeVisitor {
  private static final Set<String> LINES =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "caption",
          "center",
          "dd",
          "details",
          "dialog",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "legend",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "p",
          "pre",
          "search",
          "section",
          "summary",
          "table",
          "tbody",
          "tfoot",
          "thead",
          "tr",
          "ul");

  private final StringBuilder out = new StringBuilder();
  private int preformatted;

  private PlainText() {}

  static String of(Element element) {
    var text = new PlainText();
    NodeTraversor.traverse(text, element);
    return text.out.toString().strip();
  }

  /** The same on one line. */
  static String line(Element element) {
    return of(element).replaceAll("\\s+", " ");
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      append(text.getWholeText());
    } else if (node instanceof Element element) {
      String name = element.normalName();
      if (LINES.contains(name) || name.equals("br")) {
        breakLine();
      }
      preformatted += name.equals("pre") ? 1 : 0;
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      String name = element.normalName();
      if (LINES.contains(name)) {
        breakLine();
      } else if ((name.equals("td") || name.equals("th")) && element.nextElementSibling() != null) {
        trimBlanks();
        out.append('\t');
      }
      preformatted -= name.equals("pre") ? 1 : 0;
    }
  }

  private void append(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isUnseen(c)) {
        continue;
      }
      boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (blank && (preformatted == 0 || c == '\r')) {
        if (!out.isEmpty() && !endsInBlank()) {
          out.append(' ');
        }
      } else {
        out.appendCodePoint(c);
      }
    }
  }

  /**
   * Signs without a shape: places where a word may break, and the tags of Unicode, in which text
   * can be written that only machines read.
   */
  private static boolean isUnseen(int c) {
    return c == 0x00AD
        || c == 0x200B
        || c == 0x2060
        || c == 0xFEFF
        || (c >= 0xE0000 && c <= 0xE007F);
  }

  private boolean endsInBlank() {
    char last = out.charAt(out.length() - 1);
    return last == ' ' || last == '\n' || last == '\t';
  }

  private void breakLine() {
    trimBlanks();
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
  }

  private void trimBlanks() {
    int end = out.length();
    while (end > 0 && (out.charAt(end - 1) == ' ' || out.charAt(end - 1) == '\t')) {
      end--;
    }
    out.setLength(end);
  }
}
