package io.liftwerk.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Rewrites a file that is not regular with the exact reader: every record goes either into the
 * plain staged file with its line, or to the rejects with its line and the reason.
 */
final class ExactCsv {

  /** Hears how far the work is. */
  interface Progress {
    void at(long records);
  }

  private static final int LOOK = 8192;

  private final Path file;
  private final Dialect dialect;
  private final Staging staging;
  private final ReportLayout layout;
  private final Progress progress;
  private final List<AsideLine> aside = new ArrayList<>();
  private final List<Pending> pending = new ArrayList<>();
  private List<DialectProbe.Row> lastRow = List.of();
  private boolean begun;
  private long behind;
  private long rejected;
  private String firstReject = "";

  /** A record that is none of the header's width: a reject, unless the rows end before it. */
  private record Pending(long line, String reason, String text, boolean apart) {}

  ExactCsv(Path file, Dialect dialect, ReportLayout layout, Staging staging, Progress progress) {
    this.file = file;
    this.dialect = dialect;
    this.layout = layout;
    this.staging = staging;
    this.progress = progress;
  }

  /**
   * @param bytes the file in UTF-8 or a superset of ASCII, without BOM
   */
  Staged write(InputStream bytes) throws IOException {
    Path good = staging.next(".csv");
    Path bad = staging.next(".rejects");
    try (var rows = new StagedCsv(good);
        var rejects = new StagedCsv(bad)) {
      CsvRecords records = Dialect.records(bytes, dialect.delimiter());
      while (records.next()) {
        if (records.line() < dialect.dataLine()) {
          continue;
        }
        one(records, rows, rejects);
        behind = records.line() + records.lines();
        if ((rows.records() + rejects.records()) % LOOK == 0) {
          progress.at(records.line());
        }
      }
      footers(rejects);
      totals(rows);
      rejected = rejects.records();
      return Staged.plain(good, dialect.names(), rows, rejected == 0 ? null : bad, rejected);
    } catch (CsvRecords.TooLongException e) {
      throw Refused.longRecord(file, e.line(), CsvRecords.LONGEST);
    }
  }

  /** Lines that are neither rows nor rejects, in the file's order. */
  List<AsideLine> aside() {
    return aside.stream().sorted(Comparator.comparingLong(AsideLine::line)).toList();
  }

  /** The last row written, with its line; none when there is none. */
  List<DialectProbe.Row> lastRow() {
    return lastRow;
  }

  /** Total rows at the end of what was written are taken back. */
  private void totals(StagedCsv rows) throws IOException {
    List<DialectProbe.Row> last = rows.last(ReportLayout.MOST);
    List<DialectProbe.Row> totals = layout.trailing(last);
    lastRow = last.isEmpty() ? List.of() : List.of(last.getLast());
    if (totals.size() < last.size()) {
      totals.forEach(row -> aside.add(AsideLine.total(row.line(), row.cells())));
      rows.drop(totals.size());
    }
  }

  /** What waits at the end of the file: lines below the report, or rejects. */
  private void footers(StagedCsv rejects) throws IOException {
    boolean apart = false;
    for (Pending one : pending) {
      apart |= one.apart();
      if (layout.isFooter(one.text(), apart)) {
        aside.add(new AsideLine(one.line(), AsideLine.Kind.FOOTER, one.text().strip()));
      } else {
        reject(one, rejects);
      }
    }
    pending.clear();
  }

  private boolean isLeadingTotal(CsvRecords records) throws IOException {
    if (begun || layout.match() == null) {
      return false;
    }
    var cells = new ArrayList<String>();
    for (int i = 0; i < records.fields(); i++) {
      cells.add(records.text(i));
    }
    begun = !layout.isTotal(cells);
    if (!begun) {
      aside.add(AsideLine.total(records.line(), cells));
    }
    return !begun;
  }

  /** The first reject in words, empty when there are none. */
  String firstReject() {
    return firstReject;
  }

  private void one(CsvRecords records, StagedCsv rows, StagedCsv rejects) throws IOException {
    int columns = dialect.columns();
    boolean odd = records.fields() != columns;
    boolean doubtful = records.unclosed() || (records.malformed() && records.lines() > 1);
    if (doubtful && records.strayQuote(columns)) {
      records.retreat();
      reject(records, rejects, "a quote opens in this line and is not closed");
      return;
    }
    int fields = records.fields();
    if (odd && !onlyEmptyBehind(records, columns)) {
      misfit(
          records,
          rejects,
          fields + (fields == 1 ? " field" : " fields") + " instead of " + columns);
      return;
    }
    if (isLeadingTotal(records)) {
      return;
    }
    for (Pending one : pending) {
      reject(one, rejects);
    }
    pending.clear();
    boolean utf8 = TextEncoding.isUtf8(records.buffer(), records.recordFrom(), records.recordTo());
    rows.begin(records.line());
    for (int i = 0; i < columns; i++) {
      rows.field(records.buffer(), records.from(i), records.to(i), records.doubled(i), utf8);
    }
    rows.end();
  }

  /** Too many fields, but those beyond the header's say nothing. */
  private static boolean onlyEmptyBehind(CsvRecords records, int columns) {
    if (records.fields() < columns) {
      return false;
    }
    for (int i = columns; i < records.fields(); i++) {
      if (records.to(i) > records.from(i)) {
        return false;
      }
    }
    return true;
  }

  private void reject(CsvRecords records, StagedCsv rejects, String reason) throws IOException {
    for (Pending one : pending) {
      reject(one, rejects);
    }
    pending.clear();
    reject(new Pending(records.line(), reason, records.raw(), false), rejects);
  }

  /** Waits until it is known whether rows follow. */
  private void misfit(CsvRecords records, StagedCsv rejects, String reason) throws IOException {
    if (pending.size() == ReportLayout.MOST) {
      reject(pending.removeFirst(), rejects);
    }
    boolean apart = behind > 0 && records.line() > behind;
    pending.add(new Pending(records.line(), reason, records.raw(), apart));
  }

  private void reject(Pending record, StagedCsv rejects) throws IOException {
    if (firstReject.isEmpty()) {
      firstReject = "line " + Reasons.count(record.line()) + ": " + record.reason();
    }
    rejects.begin(record.line());
    rejects.field(record.reason());
    rejects.field(record.text());
    rejects.end();
  }
}
