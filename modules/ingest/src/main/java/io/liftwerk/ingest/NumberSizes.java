package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;

/** Measures how many digits the numbers of a column need, so that money stays exact. */
final class NumberSizes {
  private final Session session;
  private final String table;

  NumberSizes(Session session, String table) {
    this.session = session;
    this.table = table;
  }

  /** {@code reading} with its size; one pass over the column, none where the check has shown it. */
  NumberReading measured(ColumnWork column, NumberReading reading) throws Exception {
    if (column.scale > 0 && reading.equals(column.probe)) {
      return reading.withSize(
          new NumberReading.Size(18 - column.scale, column.scale, false, false, false));
    }
    boolean checked = column.values > 0;
    if (checked && reading.plain() && column.marked == 0 && !column.foreign) {
      return reading.withSize(new NumberReading.Size(18, 0, false, false, false));
    }
    String text = reading.digitsSql(column.sql);
    String point = "strpos(" + text + ", '.')";
    String foreign =
        checked
            ? String.valueOf(column.foreign)
            : "bool_or(strlen(" + column.sql + ") <> length(" + column.sql + "))";
    long[] size =
        session.numbers(
            "SELECT max(CASE WHEN "
                + point
                + " > 0 THEN "
                + point
                + " - 1 ELSE length("
                + text
                + ") END), max(CASE WHEN "
                + point
                + " > 0 THEN length("
                + text
                + ") - "
                + point
                + " ELSE 0 END), "
                + powers(column, reading)
                + ", "
                + foreign
                + ", "
                + grouped(column, reading)
                + " FROM "
                + table
                + " WHERE "
                + column.presentSql());
    return reading.withSize(
        new NumberReading.Size(
            (int) size[0], (int) size[1], size[2] == 1, size[4] == 1, size[3] == 1));
  }

  private static String powers(ColumnWork column, NumberReading reading) {
    return reading.style().decimal() == '.' && reading.unit().isEmpty()
        ? "bool_or(contains(" + column.sql + ", 'e') OR contains(" + column.sql + ", 'E'))"
        : "false";
  }

  private static String grouped(ColumnWork column, NumberReading reading) {
    String group = reading.style().groupPattern();
    return group.isEmpty()
        ? "false"
        : "bool_or(regexp_matches(" + column.sql + ", " + Sql.literal(group) + "))";
  }
}
