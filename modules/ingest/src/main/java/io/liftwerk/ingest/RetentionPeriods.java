package io.liftwerk.ingest;

import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long the rows of each source are kept, in {@code load.retention}; nothing said: for ever. */
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

  /**
   * Sets how long the rows of {@code table} are kept.
   *
   * @param days at least 1; null for ever
   * @throws WorkbenchException when there is no such table, or the period is none
   */
  public void set(String table, @Nullable Integer days) throws SQLException {
    if (days != null && days < 1) {
      throw new WorkbenchException(
          "retention-days", "A period has at least one day.", "Name the number of days.");
    }
    try (Connection connection = workspace.connect()) {
      var catalog = new Catalog(connection);
      catalog.ensure();
      String name =
          catalog
              .find(table)
              .map(SourceTable::name)
              .orElseThrow(
                  () ->
                      new WorkbenchException(
                          "table-unknown",
                          "There is no imported table '" + Refused.printable(table) + "'.",
                          "List the sources to see their names."));
      connection.setAutoCommit(false);
      make(connection);
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM load.retention WHERE source = ?")) {
        delete.setString(1, name);
        delete.execute();
      }
      if (days != null) {
        try (PreparedStatement insert =
            connection.prepareStatement("INSERT INTO load.retention VALUES (?, ?)")) {
          insert.setString(1, name);
          insert.setInt(2, days);
          insert.execute();
        }
      }
      connection.commit();
      workspace
          .audit()
          .append("retention", Map.of("table", name, "days", days == null ? "for ever" : days));
    }
  }

  private static void make(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS load");
      statement.execute("CREATE TABLE IF NOT EXISTS load.retention (source TEXT, days INTEGER)");
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
