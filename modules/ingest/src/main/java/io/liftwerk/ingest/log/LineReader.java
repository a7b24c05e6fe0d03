package io.liftwerk.ingest.log;

import java.util.List;

/**
 * Reads the lines of a log one after the other, in the order of the file. It may remember what an
 * earlier line said, so each pass over a file needs a reader of its own.
 */
public interface LineReader {

  /** What a line is. */
  enum Verdict {
    /** A record; its fields are in the values. */
    RECORD,
    /** A line about the log, such as a header: neither a record nor a broken one. */
    ASIDE,
    /** No record; the values hold the reason. */
    REJECT
  }

  /** Whether all lines must be shown to {@link #survey} before the first is read. */
  default boolean surveys() {
    return false;
  }

  /** Looks at a line to learn which columns there are. */
  default void survey(byte[] line, int from, int to) {}

  /** The columns, in a fixed order once the survey is done. */
  List<LogColumn> columns();

  /**
   * Reads the line between {@code from} and {@code to}, without its line end, in UTF-8.
   *
   * @param values takes the fields; it is cleared first
   */
  Verdict read(byte[] line, int from, int to, LogValues values);
}
