package io.liftwerk.ingest;

/**
 * How one column of a file is read, and why.
 *
 * @param name column name in the table; duplicates and blanks have been made unique
 * @param type what its values are
 * @param format how they are written, such as {@code 1.234,56} or {@code dd.MM.yyyy}; empty for
 *     text
 * @param reason one sentence a user can check: the deciding values and where they stand
 */
public record ColumnDecision(String name, ColumnType type, String format, String reason) {

  /** The reason of a column that the user decided. */
  public static final String CHOSEN = "Chosen by you.";
}
