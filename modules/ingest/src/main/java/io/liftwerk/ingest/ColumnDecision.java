package io.liftwerk.ingest;

import org.jspecify.annotations.Nullable;

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

  /**
   * The currency of a column of numbers, where it is certain: from the sign or code beside each
   * number, else from the column's name, as in {@code Amount spent (EUR)}.
   *
   * @return the code of ISO 4217; null when none is told, or a sign such as {@code $} is that of
   *     several
   */
  public @Nullable String currency() {
    if (type != ColumnType.DECIMAL && type != ColumnType.INTEGER) {
      return null;
    }
    NumberReading number = NumberReading.unitOf(format);
    return number == null || number.unit().isEmpty() ? Currencies.inName(name) : number.currency();
  }
}
