package io.liftwerk.warehouse.staging;

import io.liftwerk.ingest.ColumnDecision;
import io.liftwerk.ingest.ColumnType;
import io.liftwerk.workspace.Sql;

/** A column of a source, as SQL of the type asked for. */
record Field(ColumnDecision column) {
  private static final String MONEY = "decimal(28, 6)";

  /** The column itself; braces in its name are not Jinja's. */
  String sql() {
    return Sql.identifier(column.name()).replace("{", "{{ '{' }}");
  }

  boolean isDay() {
    return column.type() == ColumnType.DATE;
  }

  boolean isTime() {
    return isDay() || column.type() == ColumnType.TIMESTAMP;
  }

  /** Whether its moments say their time zone. */
  boolean zoned() {
    return column.type() == ColumnType.TIMESTAMP
        && (column.format().startsWith("epoch") || column.format().contains("XXX"));
  }

  String text() {
    return column.type() == ColumnType.TEXT ? sql() : "cast(" + sql() + " as varchar)";
  }

  /** Text that is not blank. */
  String word() {
    return "nullif(trim(" + text() + "), '')";
  }

  String number() {
    return cast(MONEY);
  }

  String whole() {
    return cast("bigint");
  }

  String yes() {
    return cast("boolean");
  }

  /** In UTC where the file tells the time zone, else on the clock of those who wrote it. */
  String moment() {
    return zoned()
        ? "timezone('UTC', " + sql() + ")"
        : isTime() ? cast("timestamp") : loose("timestamp");
  }

  /** The day on the reporting clock where the file tells the time zone, else as written. */
  String day() {
    if (zoned()) {
      return "cast(timezone('{{ var('reporting_time_zone', 'UTC') }}', " + sql() + ") as date)";
    }
    return isDay() ? sql() : isTime() ? cast("date") : loose("date");
  }

  /** The first day of a month that may be written {@code 2026-09}. */
  String month() {
    return isTime()
        ? "cast(date_trunc('month', " + day() + ") as date)"
        : "try_cast(left(" + text() + ", 7) || '-01' as date)";
  }

  private String cast(String type) {
    return column.type() == ColumnType.TEXT ? loose(type) : "cast(" + sql() + " as " + type + ")";
  }

  private String loose(String type) {
    return "try_cast(" + text() + " as " + type + ")";
  }
}
