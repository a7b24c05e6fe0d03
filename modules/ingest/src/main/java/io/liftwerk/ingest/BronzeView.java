package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;
import java.time.Instant;
import java.util.List;

/**
 * The SQL of the views people see: every column cast as decided, by functions any DuckDB has, over
 * what was loaded.
 */
final class BronzeView {
  private BronzeView() {}

  /** The rows of one load, read as decided. */
  static String select(StoredTable stored, List<Decided> columns, String source, Instant loadedAt) {
    var sql = new StringBuilder("SELECT ");
    for (Decided column : columns) {
      sql.append(stored.value(column.name(), column.reading()))
          .append(" AS ")
          .append(Sql.identifier(column.name()))
          .append(", ");
    }
    return sql.append(Sql.literal(source))
        .append(" AS _source, ")
        .append(stored.row())
        .append(" AS _row, ")
        .append(moment(loadedAt))
        .append(" AS _loaded_at FROM ")
        .append(stored.table())
        .toString();
  }

  static String createRejects(String name, String table, String source, Instant loadedAt) {
    return "CREATE OR REPLACE VIEW "
        + view(name + TableNames.REJECTS)
        + " AS SELECT _row, reason, line, "
        + Sql.literal(source)
        + " AS _source, "
        + moment(loadedAt)
        + " AS _loaded_at FROM "
        + table;
  }

  static String drop(String name) {
    return "DROP VIEW IF EXISTS " + view(name);
  }

  static String view(String name) {
    return "bronze." + Sql.identifier(name);
  }

  private static String moment(Instant instant) {
    return "TIMESTAMPTZ " + Sql.literal(instant.toString().replace("Z", "+00"));
  }
}
