package io.liftwerk.warehouse;

import io.liftwerk.workspace.TableRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The models as they were built last. */
final class BuiltModels {
  private BuiltModels() {}

  /** Their compiled SQL; empty where nothing has been built. */
  static Map<TableRef, String> compiled(Connection connection) throws SQLException {
    var models = new LinkedHashMap<TableRef, String>();
    if (!exists(connection)) {
      return models;
    }
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT schema, name, compiled FROM build.models");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        models.put(new TableRef(row.getString(1), row.getString(2)), row.getString(3));
      }
    }
    return models;
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT count(*) FROM duckdb_tables() WHERE database_name = current_database()"
                    + " AND schema_name = 'build' AND table_name = 'models'");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1) > 0;
    }
  }
}
