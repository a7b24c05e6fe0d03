package io.liftwerk.ingest;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * XML: sitemaps, product feeds, and any document in which one element repeats. The file is read
 * once for its encoding, once for the columns and once for the rows.
 */
final class XmlSource {
  private final Incoming incoming;
  private final Staging staging;
  private final Bar bar;

  XmlSource(Incoming incoming, Staging staging, Bar bar) {
    this.incoming = incoming;
    this.staging = staging;
    this.bar = bar;
  }

  Prepared prepare() throws IOException {
    MarkupEncoding.Content content = () -> new Watched(Files.newInputStream(incoming.content()));
    MarkupEncoding encoding = MarkupEncoding.ofXml(incoming.head(), content);
    XmlTable table = XmlTable.of(new XmlText(incoming.file(), encoding, content, false));
    Path good = staging.next(".csv");
    try (var rows = new StagedCsv(good)) {
      table.rows(
          (line, cells) -> {
            rows.begin(line);
            for (String cell : cells) {
              rows.field(cell);
            }
            rows.end();
          });
      return new Prepared(
              null,
              Staged.plain(good, table.names(), rows, null, 0),
              encoding.label(),
              '\0',
              null,
              table.notes(),
              null)
          .found(table.found());
    }
  }

  /** Every reading of the file can be cancelled. */
  private final class Watched extends FilterInputStream {
    private Watched(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      bar.at(0.1, "reading " + incoming.name());
      return super.read(bytes, offset, length);
    }
  }

  /** Columns, first rows, and what a user should know before loading. */
  record Beginning(
      String encoding,
      List<String> names,
      List<List<String>> rows,
      Found found,
      List<String> notes) {}

  /** From the first bytes of a file; a record that they cut off is left out. */
  static Beginning preview(Path file, byte[] head, boolean whole, int most) throws IOException {
    MarkupEncoding.Content content = () -> new ByteArrayInputStream(head);
    MarkupEncoding encoding = MarkupEncoding.ofXml(head, content);
    XmlTable table = XmlTable.of(new XmlText(file, encoding, content, !whole));
    var rows = new ArrayList<List<String>>();
    table.rows(
        (line, cells) -> {
          if (rows.size() < most) {
            rows.add(cells.stream().map(cell -> cell == null ? "" : cell).toList());
          }
        });
    var notes = new ArrayList<>(table.notes());
    if (!notes.contains(table.found().because())) {
      notes.addFirst(table.found().because());
    }
    return new Beginning(encoding.label(), table.names(), rows, table.found(), notes);
  }
}
