package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;
import java.time.Instant;
import java.util.List;

/**
 * The SQL of the views people see: every column cast as decided, by functions any DuckDB has, over
 * the text the file held.
 */
final class BronzeView {
  private BronzeView() {}

  static String create(
      String name, String table, List<Decided> columns, String source, Instant loadedAt) {
    var sql = new StringBuilder("CREATE OR REPLACE VIEW ").append(view(name)).append(" AS SELECT ");
    for (Decided column : columns) {
      String quoted = Sql.identifier(column.name());
      sql.append(column.reading().valueSql(quoted)).append(" AS ").append(quoted).append(", ");
    }
    return sql.append(Sql.literal(source))
        .append(" AS _source, _row, ")
        .append(moment(loadedAt))
        .append(" AS _loaded_at FROM ")
        .append(table)
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
