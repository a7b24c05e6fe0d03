package io.liftwerk.warehouse.openlineage;

import io.liftwerk.workspace.TableRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model as it was built last.
 *
 * @param model its name
 * @param table what it became
 * @param compiled its SQL
 * @param run number of the run that built it
 * @param builtAt when
 * @param seconds that it took
 * @param rows of a table; null of a view
 */
public record Built(
    String model,
    TableRef table,
    String compiled,
    String run,
    Instant builtAt,
    double seconds,
    @Nullable Long rows) {

  /** Those that stand; empty where nothing has been built. */
  public static List<Built> read(Connection connection) throws SQLException {
    var models = new ArrayList<Built>();
    if (!exists(connection, "models")) {
      return models;
    }
    String sql =
        """
        SELECT model, schema, name, compiled, run, built_at, seconds, row_count FROM build.models
        ORDER BY built_at, schema, name
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        long rows = row.getLong("row_count");
        boolean counted = !row.wasNull();
        models.add(
            new Built(
                row.getString("model"),
                new TableRef(row.getString("schema"), row.getString("name")),
                row.getString("compiled"),
                row.getString("run"),
                row.getObject("built_at", OffsetDateTime.class).toInstant(),
                row.getDouble("seconds"),
                counted ? rows : null));
      }
    }
    return models;
  }

  static boolean exists(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT count(*) FROM duckdb_tables() WHERE database_name = current_database()"
                + " AND schema_name = 'build' AND table_name = ?")) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1) > 0;
      }
    }
  }
}
