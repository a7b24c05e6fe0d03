package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;
import java.util.List;
import java.util.Locale;

/**
 * Yes and no, in one pair of words.
 *
 * @param yes lower case
 * @param no lower case
 */
record BooleanReading(String yes, String no) implements Reading {
  static final List<BooleanReading> ALL =
      List.of(
          new BooleanReading("true", "false"),
          new BooleanReading("yes", "no"),
          new BooleanReading("ja", "nein"),
          new BooleanReading("wahr", "falsch"),
          new BooleanReading("oui", "non"),
          new BooleanReading("y", "n"));

  @Override
  public ColumnType type() {
    return ColumnType.BOOLEAN;
  }

  @Override
  public String format() {
    return yes + "/" + no;
  }

  @Override
  public boolean accepts(String value) {
    String lower = Missing.strip(value).toLowerCase(Locale.ROOT);
    return lower.equals(yes) || lower.equals(no);
  }

  @Override
  public String fitsSql(String column) {
    return "lower(trim(" + column + ")) IN (" + Sql.literal(yes) + ", " + Sql.literal(no) + ")";
  }

  @Override
  public String valueSql(String column) {
    return "CASE lower(trim("
        + column
        + ")) WHEN "
        + Sql.literal(yes)
        + " THEN true WHEN "
        + Sql.literal(no)
        + " THEN false END";
  }

  @Override
  public String words() {
    return "'" + yes + "' or '" + no + "'";
  }
}
