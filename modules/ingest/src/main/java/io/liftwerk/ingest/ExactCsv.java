package io.liftwerk.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

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
  private final Progress progress;
  private long rejected;
  private String firstReject = "";

  ExactCsv(Path file, Dialect dialect, Staging staging, Progress progress) {
    this.file = file;
    this.dialect = dialect;
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
        if ((rows.records() + rejects.records()) % LOOK == 0) {
          progress.at(records.line());
        }
      }
      rejected = rejects.records();
      return Staged.plain(good, dialect.names(), rows, rejected == 0 ? null : bad, rejected);
    } catch (CsvRecords.TooLongException e) {
      throw Refused.longRecord(file, e.line(), CsvRecords.LONGEST);
    }
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
      reject(
          records,
          rejects,
          fields + (fields == 1 ? " field" : " fields") + " instead of " + columns);
      return;
    }
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
    if (firstReject.isEmpty()) {
      firstReject = "line " + Reasons.count(records.line()) + ": " + reason;
    }
    rejects.begin(records.line());
    rejects.field(reason);
    rejects.field(records.raw());
    rejects.end();
  }
}
