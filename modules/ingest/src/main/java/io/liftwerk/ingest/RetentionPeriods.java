package io.liftwerk.ingest;

import io.liftwerk.workspace.Workspace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long the rows of each source are kept, in {@code load.retention}; nothing said: for ever.
 * {@link RetentionSettings} changes it.
 */
public final class RetentionPeriods {
  private final Workspace workspace;

  public RetentionPeriods(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Days by the name of the table in bronze. */
  public Map<String, Integer> list() throws SQLException {
    try (Connection connection = workspace.connect()) {
      return read(connection);
    }
  }

  private static void make(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS load");
      statement.execute("CREATE TABLE IF NOT EXISTS load.retention (source TEXT, days INTEGER)");
    }
  }

  /** Sets the period of {@code source}, by its name in bronze; null for ever. */
  static void write(Connection connection, String source, @Nullable Integer days)
      throws SQLException {
    make(connection);
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM load.retention WHERE source = ?")) {
      delete.setString(1, source);
      delete.execute();
    }
    if (days != null) {
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO load.retention VALUES (?, ?)")) {
        insert.setString(1, source);
        insert.setInt(2, days);
        insert.execute();
      }
    }
  }

  static Map<String, Integer> read(Connection connection) throws SQLException {
    make(connection);
    var periods = new LinkedHashMap<String, Integer>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT source, days FROM load.retention ORDER BY source")) {
      while (row.next()) {
        periods.put(row.getString(1), row.getInt(2));
      }
    }
    return periods;
  }
}
