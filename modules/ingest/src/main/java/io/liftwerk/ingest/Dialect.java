package io.liftwerk.ingest;

import java.util.List;

/**
 * How a delimited file is laid out, as seen at its beginning.
 *
 * @param delimiter one ASCII character
 * @param names column names, unique
 * @param hasHeader whether the record in line {@code headerLine} names the columns
 * @param headerLine line where the header record starts, or the first data record without one
 * @param dataLine line where the first data record starts
 * @param aside what stood before the header, one line each; not data
 */
record Dialect(
    char delimiter,
    List<String> names,
    boolean hasHeader,
    long headerLine,
    long dataLine,
    List<String> aside) {

  int columns() {
    return names.size();
  }

  /** Whether the rows begin at the start of a line, below whole lines and a header in one line. */
  boolean plainStart() {
    boolean oneLine = dataLine == headerLine + (hasHeader ? 1 : 0);
    return oneLine && aside.stream().noneMatch(line -> line.contains("\n") || line.contains("\r"));
  }

  String shown() {
    return columns() == 1 ? "" : String.valueOf(delimiter);
  }
}
