package io.liftwerk.ingest;

import io.liftwerk.ingest.recipe.Match;
import io.liftwerk.ingest.recipe.Recipe;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Text tables: looks at the beginning, scans all bytes, and stages the file one way or the other.
 */
final class CsvSource {
  /** As many as a sheet of a spreadsheet has; a file with more is not the table it seems. */
  static final int MOST_COLUMNS = 16_384;

  /** How much of the end of a file shows its total rows. */
  private static final int TAIL = 1 << 16;

  private final Incoming incoming;
  private final Staging staging;
  private final Kinds kinds;
  private final Bar bar;

  CsvSource(Incoming incoming, Staging staging, Kinds kinds, Bar bar) {
    this.incoming = incoming;
    this.staging = staging;
    this.kinds = kinds;
    this.bar = bar;
  }

  Prepared prepare() throws Exception {
    byte[] head = incoming.head();
    boolean whole = head.length < Incoming.HEAD;
    TextEncoding start = TextEncoding.ofStart(head, head.length);
    TextHead text = TextHead.of(head, start, whole);
    if (whole && text.isBlank()) {
      throw Refused.blank(incoming.file());
    }
    Dialect dialect = DialectProbe.of(text.bytes(), text.length(), whole);
    if (dialect.columns() > MOST_COLUMNS) {
      throw Refused.tooWide(incoming.file(), dialect.columns(), MOST_COLUMNS);
    }
    var questions = new ArrayList<String>();
    Match match =
        kinds
            .of(incoming.file(), Recipe.Format.TABLE, dialect.names(), dialect.aside(), questions)
            .orElse(null);
    var layout = new ReportLayout(match, dialect.names(), dialect.aside());
    if (start.isUtf16()) {
      return exact(dialect, layout, start, notes(dialect, questions));
    }
    RegularScan scan = scan(dialect);
    TextEncoding encoding = encoding(start, scan);
    List<String> notes = notes(dialect, questions);
    addNotes(notes, encoding, scan);
    boolean direct =
        scan.regular()
            && dialect.plainStart()
            && (dialect.hasHeader() || start == TextEncoding.UTF_8)
            && scan.longest() <= CsvRecords.LONGEST;
    if (!direct) {
      return exact(dialect, layout, encoding, notes);
    }
    List<DialectProbe.Row> first =
        DialectProbe.rows(
                text.bytes(),
                text.length(),
                whole,
                dialect.delimiter(),
                dialect.aside().size() + 100)
            .stream()
            .filter(row -> row.line() >= dialect.dataLine())
            .toList();
    List<DialectProbe.Row> last = last(dialect, scan);
    var totals = new Staged.Totals(layout.leading(first), layout.trailing(last));
    noteLastRow(notes, layout, last);
    List<AsideLine> aside = new ArrayList<>(layout.above());
    totals.leading().forEach(row -> aside.add(AsideLine.total(row.line(), row.cells())));
    totals.trailing().forEach(row -> aside.add(AsideLine.total(row.line(), row.cells())));
    return new Prepared(
        null,
        Staged.direct(
            incoming.inside(staging, ".csv"), dialect, scan.records(), scan.longest(), totals),
        encoding.label(),
        dialect.delimiter(),
        null,
        notes,
        layout,
        null,
        aside,
        () -> exact(dialect, layout, encoding, notes));
  }

  /** The last rows of a regular file, whose every row is a line. */
  private List<DialectProbe.Row> last(Dialect dialect, RegularScan scan) throws IOException {
    long size = Files.size(incoming.content());
    byte[] tail;
    try (InputStream in = Files.newInputStream(incoming.content())) {
      in.skipNBytes(Math.max(0, size - TAIL));
      tail = in.readAllBytes();
    }
    int from = 0;
    if (size > TAIL) {
      while (from < tail.length && tail[from++] != '\n') {
        // the first line of the tail is cut
      }
    }
    var records =
        new CsvRecords(
            new ByteArrayInputStream(tail, from, tail.length - from), dialect.delimiter());
    var rows = new ArrayList<List<String>>();
    while (records.next()) {
      var cells = new ArrayList<String>();
      for (int i = 0; i < records.fields(); i++) {
        cells.add(records.text(i));
      }
      rows.add(cells);
    }
    long most = Math.min(Math.min(ReportLayout.MOST, rows.size()), scan.records());
    var numbered = new ArrayList<DialectProbe.Row>();
    for (List<String> cells : rows.subList((int) (rows.size() - most), rows.size())) {
      long line = dialect.dataLine() + scan.records() - most + numbered.size();
      numbered.add(new DialectProbe.Row(line, 1, cells));
    }
    return numbered;
  }

  private static void noteLastRow(
      List<String> notes, ReportLayout layout, List<DialectProbe.Row> last) {
    if (!last.isEmpty() && layout.maybeTotal(last.getLast().cells())) {
      notes.add(
          "The last row looks like a total, but the export is not a known one, so it counts as a"
              + " row: line "
              + Reasons.count(last.getLast().line())
              + ".");
    }
  }

  private RegularScan scan(Dialect dialect) throws IOException {
    var scan = new RegularScan(dialect.delimiter(), dialect.columns(), dialect.dataLine());
    double size = Math.max(1, Files.size(incoming.content()));
    try (InputStream in = Files.newInputStream(incoming.content())) {
      scan.read(in, bytes -> bar.at(0.15 * bytes / size, "looking at " + incoming.name()));
    }
    return scan;
  }

  private Prepared exact(
      Dialect dialect, ReportLayout layout, TextEncoding encoding, List<String> notes)
      throws Exception {
    var writer =
        new ExactCsv(
            incoming.file(),
            dialect,
            layout,
            staging,
            line -> bar.at(0.2, "reading " + incoming.name() + ", line " + Reasons.count(line)));
    Staged staged;
    try (InputStream in = content(encoding)) {
      staged = writer.write(in);
    }
    if (staged.records() == 0 && staged.rejectCount() > 0) {
      throw new io.liftwerk.workspace.WorkbenchException(
          "no-row-fits",
          "No row of "
              + Refused.shown(incoming.file())
              + " fits its header of "
              + dialect.columns()
              + (dialect.columns() == 1 ? " column" : " columns")
              + "; the first is "
              + writer.firstReject()
              + ".",
          "Look at the file in a text editor, or export it again.");
    }
    var all = new ArrayList<>(notes);
    if (staged.rejectCount() > 0) {
      all.add(
          Reasons.count(staged.rejectCount())
              + (staged.rejectCount() == 1 ? " record was" : " records were")
              + " set aside, the first in "
              + writer.firstReject()
              + ".");
    }
    List<AsideLine> aside = new ArrayList<>(layout.above());
    aside.addAll(writer.aside());
    noteLastRow(all, layout, writer.lastRow());
    return new Prepared(
        null, staged, encoding.label(), dialect.delimiter(), null, all, layout, null, aside, null);
  }

  /** The text as bytes in which ASCII stands for itself, without BOM. */
  private InputStream content(TextEncoding encoding) throws IOException {
    InputStream in = Files.newInputStream(incoming.content());
    in.skipNBytes(encoding.bomBytes());
    return encoding.isUtf16()
        ? new Utf8Stream(new BufferedReader(new InputStreamReader(in, encoding.utf16()), 1 << 16))
        : in;
  }

  private static TextEncoding encoding(TextEncoding start, RegularScan scan) {
    if (scan.invalidLine() == 0) {
      return start;
    }
    return scan.multibyteLine() > 0 ? TextEncoding.MIXED : TextEncoding.WINDOWS_1252;
  }

  private static void addNotes(List<String> notes, TextEncoding encoding, RegularScan scan) {
    if (encoding == TextEncoding.MIXED) {
      notes.add(Reasons.mixed(scan.multibyteLine(), scan.invalidLine()));
    }
    if (scan.zeros() > 0) {
      notes.add(Reasons.zeros(scan.zeros()));
    }
  }

  private static List<String> notes(Dialect dialect, List<String> questions) {
    var notes = new ArrayList<String>(questions);
    if (!dialect.hasHeader()) {
      notes.add("The first line is data, so the columns are numbered.");
    }
    if (!dialect.aside().isEmpty()) {
      notes.add(
          "Before the header in line "
              + dialect.headerLine()
              + " stood, set aside: "
              + Refused.printable(String.join(" / ", dialect.aside()))
              + ".");
    }
    if (!dialect.below().isEmpty()) {
      notes.add(
          "Below the header in line "
              + dialect.headerLine()
              + " stood, set aside: "
              + Refused.printable(String.join(" / ", dialect.below()))
              + ".");
    }
    return notes;
  }

  /** Characters as UTF-8 bytes. */
  private static final class Utf8Stream extends InputStream {
    private final BufferedReader reader;
    private final char[] chars = new char[1 << 15];
    private byte[] bytes = new byte[0];
    private int position;
    private int held;

    Utf8Stream(BufferedReader reader) {
      this.reader = reader;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      while (position >= bytes.length) {
        int read = reader.read(chars, held, chars.length - held);
        if (read < 0 && held == 0) {
          return -1;
        }
        int size = held + Math.max(0, read);
        // a pair of surrogates must not be cut
        boolean cut = read >= 0 && Character.isHighSurrogate(chars[size - 1]);
        int usable = cut ? size - 1 : size;
        bytes = new String(chars, 0, usable).getBytes(StandardCharsets.UTF_8);
        position = 0;
        held = cut ? 1 : 0;
        if (cut) {
          chars[0] = chars[size - 1];
        }
      }
      int count = Math.min(length, bytes.length - position);
      System.arraycopy(bytes, position, target, offset, count);
      position += count;
      return count;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
