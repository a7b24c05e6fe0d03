package io.liftwerk.ingest;

import java.io.InputStream;
import java.util.List;

/**
 * How a delimited file is laid out, as seen at its beginning.
 *
 * @param delimiter one ASCII character; {@link #BLANKS} stands for a run of them
 * @param names column names, unique
 * @param hasHeader whether the record in line {@code headerLine} names the columns
 * @param headerLine line where the header record starts, or the first data record without one
 * @param dataLine line where the first data record starts
 * @param aside what stood before the header, one line each; not data
 * @param below what stood between the header and the first record, such as units; not data
 */
record Dialect(
    char delimiter,
    List<String> names,
    boolean hasHeader,
    long headerLine,
    long dataLine,
    List<String> aside,
    List<String> below) {

  /** The delimiter of columns that are kept apart by as many blanks as it takes to align them. */
  static final char BLANKS = ' ';

  /** The records of {@code in}, apart at {@code delimiter}. */
  static CsvRecords records(InputStream in, char delimiter) {
    return delimiter == BLANKS
        ? new CsvRecords(new BlankRuns(in), '\t')
        : new CsvRecords(in, delimiter);
  }

  int columns() {
    return names.size();
  }

  /** Whether the rows begin at the start of a line, below whole lines and a header in one line. */
  boolean plainStart() {
    boolean oneLine = dataLine == headerLine + (hasHeader ? 1 : 0);
    return delimiter != BLANKS
        && oneLine
        && aside.stream().noneMatch(line -> line.contains("\n") || line.contains("\r"));
  }

  String shown() {
    return columns() == 1 ? "" : String.valueOf(delimiter);
  }
}
