package io.liftwerk.ingest;

import io.liftwerk.ingest.log.LineReader;
import io.liftwerk.ingest.log.LogDetector;
import io.liftwerk.ingest.log.LogFormat;
import io.liftwerk.ingest.log.LogMatch;
import io.liftwerk.ingest.log.LogValues;
import io.liftwerk.workspace.WorkbenchException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Server logs. The format states what each field is, so nothing is guessed; a line that is no
 * record becomes a reject.
 */
final class LogSource {
  private static final int LOOK = 8192;

  private final Incoming incoming;
  private final Staging staging;
  private final Bar bar;
  private final LogFormat format;
  private final TextEncoding start;
  private final double size;

  private long rejected;
  private String firstReject = "";
  private long aside;
  private long cut;
  private long firstCut;
  private long zoneless;
  private long zeros;

  LogSource(Incoming incoming, Staging staging, Bar bar) throws IOException {
    this.incoming = incoming;
    this.staging = staging;
    this.bar = bar;
    byte[] head = incoming.head();
    this.start = TextEncoding.ofStart(head, head.length);
    LogFormat found = format(head, head.length, head.length < Incoming.HEAD);
    if (found == null) {
      throw Refused.changed(incoming.file());
    }
    this.format = found;
    this.size = Math.max(1, Files.size(incoming.content()));
  }

  /**
   * The format of the log that begins with {@code head}.
   *
   * @param whole whether that is all of it
   * @return null when it is no server log
   */
  static @Nullable LogFormat format(byte[] head, int length, boolean whole) {
    byte[] start = length == head.length ? head : java.util.Arrays.copyOf(head, length);
    TextHead text = TextHead.of(start, TextEncoding.ofStart(start, length), whole);
    return LogDetector.of(text.bytes(), text.length(), whole);
  }

  /** Which format it is in, and how sure that is. */
  LogMatch match() {
    return format.match();
  }

  Prepared prepare() throws IOException {
    LineReader reader = format.reader();
    try {
      if (reader.surveys()) {
        survey(reader);
      }
      return stage(reader);
    } catch (CsvRecords.TooLongException e) {
      throw Refused.longRecord(incoming.file(), e.line(), CsvRecords.LONGEST);
    }
  }

  private void survey(LineReader reader) throws IOException {
    try (InputStream in = content()) {
      var lines = new LogLines(in);
      while (lines.next()) {
        reader.survey(lines.bytes(), lines.from(), lines.to());
        if (lines.line() % LOOK == 0) {
          bar.at(0.05 * lines.position() / size, "looking at " + incoming.name());
        }
      }
    }
  }

  private Prepared stage(LineReader reader) throws IOException {
    Path good = staging.next(".tsv");
    Path bad = staging.next(".rejects");
    var columns = new LogColumns(reader.columns());
    try (InputStream in = content();
        var rows = new StagedCsv(good, '\t');
        var rejects = new StagedCsv(bad)) {
      var lines = new LogLines(in);
      var values = new LogValues();
      while (lines.next()) {
        one(reader, lines, values, columns, rows, rejects);
        if (lines.line() % LOOK == 0) {
          bar.at(
              0.05 + 0.15 * lines.position() / size,
              "reading " + incoming.name() + ", line " + Reasons.count(lines.line()));
        }
      }
      rejected = rejects.records();
      if (rows.records() == 0) {
        throw nothing();
      }
      Staged staged =
          Staged.plain(
              good,
              '\t',
              columns.names(),
              columns.filledNames(),
              rows,
              rejected == 0 ? null : bad,
              rejected);
      TextEncoding encoding = encoding(lines);
      zeros = lines.zeros() + rows.zeros() + rejects.zeros();
      return new Prepared(
          null, staged, encoding.label(), '\0', columns.decided(), notes(lines, encoding), null);
    }
  }

  private void one(
      LineReader reader,
      LogLines lines,
      LogValues values,
      LogColumns columns,
      StagedCsv rows,
      StagedCsv rejects)
      throws IOException {
    switch (reader.read(lines.bytes(), lines.from(), lines.to(), values)) {
      case RECORD -> {
        rows.begin(lines.line());
        for (int i = 0; i < values.count(); i++) {
          rows.field(values.bytes(i), values.from(i), values.to(i), false, true);
        }
        for (int i = values.count(); i < columns.count(); i++) {
          rows.field(null);
        }
        rows.end();
        columns.note(values);
        zoneless += values.zoneless() ? 1 : 0;
        if (values.cut() && cut++ == 0) {
          firstCut = lines.line();
        }
      }
      case ASIDE -> aside++;
      case REJECT -> {
        if (firstReject.isEmpty()) {
          firstReject = "line " + Reasons.count(lines.line()) + ": " + values.reason();
        }
        rejects.begin(lines.line());
        rejects.field(values.reason());
        rejects.field(lines.text());
        rejects.end();
      }
    }
  }

  private InputStream content() throws IOException {
    InputStream in = Files.newInputStream(incoming.content());
    in.skipNBytes(start.bomBytes());
    return in;
  }

  private TextEncoding encoding(LogLines lines) {
    if (lines.invalidLine() == 0) {
      return start;
    }
    return lines.multibyteLine() > 0 ? TextEncoding.MIXED : TextEncoding.WINDOWS_1252;
  }

  private WorkbenchException nothing() {
    if (rejected == 0) {
      return Refused.noRows(incoming.file(), "");
    }
    return new WorkbenchException(
        "no-row-fits",
        "No line of "
            + Refused.shown(incoming.file())
            + " is a record of a server log ("
            + match().name()
            + "); the first is "
            + firstReject
            + ".",
        "Look at the file in a text editor, or export it again.");
  }

  private List<String> notes(LogLines lines, TextEncoding encoding) {
    var notes = new ArrayList<String>();
    notes.add(match().reason());
    if (encoding == TextEncoding.MIXED) {
      notes.add(Reasons.mixed(lines.multibyteLine(), lines.invalidLine()));
    }
    if (zeros > 0) {
      notes.add(Reasons.zeros(zeros));
    }
    if (zoneless > 0) {
      notes.add("The log states no time zone, so its times are taken for UTC.");
    }
    if (aside > 0) {
      notes.add(
          Reasons.count(aside)
              + (aside == 1
                  ? " line describes the log and is no record."
                  : " lines describe the log and are no records."));
    }
    if (cut > 0) {
      notes.add(
          Reasons.count(cut)
              + (cut == 1
                  ? " line breaks off within its last field, which is kept as it stands: line "
                  : " lines break off within their last field, which is kept as it stands; the"
                      + " first is line ")
              + Reasons.count(firstCut)
              + ".");
    }
    if (rejected > 0) {
      notes.add(
          Reasons.count(rejected)
              + (rejected == 1 ? " record was" : " records were")
              + " set aside, the first in "
              + firstReject
              + ".");
    }
    return notes;
  }

  /** Columns and first rows. */
  record Beginning(
      LogFormat format, List<ColumnDecision> columns, List<List<String>> rows, String encoding) {}

  /** From the first bytes of a log in {@code format}; a line that they cut off is left out. */
  static Beginning preview(byte[] head, LogFormat format, boolean whole, int most)
      throws IOException {
    TextEncoding start = TextEncoding.ofStart(head, head.length);
    TextHead text = TextHead.of(head, start, whole);
    int length = text.length();
    while (!whole && length > 0 && text.bytes()[length - 1] != '\n') {
      length--;
    }
    LineReader reader = format.reader();
    if (reader.surveys()) {
      var lines = new LogLines(new ByteArrayInputStream(text.bytes(), 0, length));
      while (lines.next()) {
        reader.survey(lines.bytes(), lines.from(), lines.to());
      }
    }
    var columns = new LogColumns(reader.columns());
    var lines = new LogLines(new ByteArrayInputStream(text.bytes(), 0, length));
    var values = new LogValues();
    var rows = new ArrayList<List<String>>();
    while (rows.size() < most && lines.next()) {
      LineReader.Verdict verdict = reader.read(lines.bytes(), lines.from(), lines.to(), values);
      if (verdict == LineReader.Verdict.RECORD) {
        columns.note(values);
        var row = new ArrayList<String>();
        for (int i = 0; i < columns.count(); i++) {
          row.add(i < values.count() ? values.text(i) : "");
        }
        rows.add(row);
      }
    }
    TextEncoding encoding = lines.invalidLine() > 0 ? TextEncoding.WINDOWS_1252 : start;
    return new Beginning(
        format,
        columns.decided().stream().map(Decided::decision).toList(),
        rows.stream().map(columns::filled).toList(),
        encoding.label());
  }
}
