package io.liftwerk.ingest;

import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An XML document as a table: what it is, its columns, and its records as rows. */
final class XmlTable {
  /** Takes the rows in the document's order. */
  interface Sink {
    void row(long line, List<@Nullable String> cells) throws IOException;
  }

  private final XmlText text;
  private final XmlOutline outline;
  private final XmlColumns columns;
  private final XmlShape.Verdict verdict;
  private final List<String> names;
  private long unnamed;

  private XmlTable(
      XmlText text,
      XmlOutline outline,
      XmlColumns columns,
      XmlShape.Verdict verdict,
      List<String> names) {
    this.text = text;
    this.outline = outline;
    this.columns = columns;
    this.verdict = verdict;
    this.names = names;
  }

  /**
   * Looks at the whole document.
   *
   * @throws WorkbenchException when it is malformed, or no table
   */
  static XmlTable of(XmlText text) throws IOException {
    XmlOutline outline = XmlOutline.of(text);
    var columns = new XmlColumns();
    var count = new long[1];
    text.records(
        outline.path(),
        record -> {
          columns.see(record);
          if (columns.keys().size() > CsvSource.MOST_COLUMNS) {
            throw Refused.tooWide(text.file(), columns.keys().size(), CsvSource.MOST_COLUMNS);
          }
          count[0]++;
        });
    XmlShape.Verdict verdict = XmlShape.of(outline, columns.keys());
    if (count[0] == 0) {
      throw empty(text, outline);
    }
    List<String> names = columns.settle(verdict.shape());
    if (names.isEmpty()) {
      throw XmlOutline.shapeless(text);
    }
    if (names.size() > CsvSource.MOST_COLUMNS) {
      throw Refused.tooWide(text.file(), names.size(), CsvSource.MOST_COLUMNS);
    }
    return new XmlTable(text, outline, columns, verdict, names);
  }

  private static WorkbenchException empty(XmlText text, XmlOutline outline) {
    String file = Refused.shown(text.file());
    String sentence =
        switch (outline.root()) {
          case "urlset" -> file + " is a sitemap that lists no address.";
          case "sitemapindex" -> file + " is a list of sitemaps that names none.";
          default -> file + " is a feed without items.";
        };
    return new WorkbenchException(
        "no-rows", sentence, "Download or export it again; nothing was imported.");
  }

  Found found() {
    return verdict.found();
  }

  List<String> names() {
    return names;
  }

  /** Sentences for the user, once the rows have been read. */
  List<String> notes() {
    var notes = new ArrayList<String>();
    String encoding = text.encoding().note();
    if (encoding != null) {
      notes.add(encoding);
    }
    if (verdict.shape() == XmlShape.RECORDS) {
      notes.add(verdict.found().because());
    }
    if (!outline.aside().isEmpty()) {
      notes.add(
          "Beside the rows stood, set aside: "
              + Refused.printable(String.join(", ", outline.aside()))
              + ".");
    }
    if (unnamed > 0) {
      notes.add(unnamedNote());
    }
    return notes;
  }

  private String unnamedNote() {
    boolean feed = verdict.shape() == XmlShape.MERCHANT_FEED;
    if (unnamed == 1) {
      return feed ? "1 item has no id." : "1 entry has no address.";
    }
    String count = Reasons.count(unnamed);
    return feed ? count + " items have no id." : count + " entries have no address.";
  }

  void rows(Sink sink) throws IOException {
    String tellsApart =
        switch (verdict.shape()) {
          case SITEMAP, SITEMAP_INDEX -> "loc";
          case MERCHANT_FEED -> "id";
          case RECORDS -> "";
        };
    int column = names.indexOf(tellsApart);
    unnamed = 0;
    text.records(
        outline.path(),
        record -> {
          List<@Nullable String> cells = columns.row(record);
          String name = column < 0 ? null : cells.get(column);
          if (!tellsApart.isEmpty() && (name == null || name.isBlank())) {
            unnamed++;
          }
          sink.row(record.line(), cells);
        });
  }
}
