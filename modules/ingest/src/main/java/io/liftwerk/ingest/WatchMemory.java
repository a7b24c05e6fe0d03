package io.liftwerk.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which folders are watched, in {@code load.watched}, and which of their files have been taken, in
 * {@code load.taken}.
 */
final class WatchMemory {
  private final Connection connection;

  /**
   * A file that was imported, or could not be.
   *
   * @param modified milliseconds since 1970
   * @param sha256 of its bytes; null when it could not be imported
   * @param run number of the import; null when there was none that could be committed
   * @param problem why it could not be imported, else null
   */
  record Taken(
      long bytes,
      long modified,
      @Nullable String sha256,
      @Nullable String run,
      @Nullable String problem) {

    boolean is(FolderWalk.Found file) {
      return bytes == file.bytes() && modified == file.modifiedMillis();
    }
  }

  WatchMemory(Connection connection) {
    this.connection = connection;
  }

  boolean exists() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'load'"
                    + " AND table_name = 'taken'")) {
      row.next();
      return row.getLong(1) > 0;
    }
  }

  /** Makes schema and tables where they are missing. */
  void ensure() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS load");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS load.watched"
              + " (folder VARCHAR NOT NULL, since TIMESTAMPTZ NOT NULL, run VARCHAR NOT NULL)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS load.taken (path VARCHAR NOT NULL, bytes BIGINT NOT NULL,"
              + " modified BIGINT NOT NULL, sha256 VARCHAR, run VARCHAR, problem VARCHAR,"
              + " taken_at TIMESTAMPTZ NOT NULL)");
    }
  }

  List<WatchedFolder> folders() throws SQLException {
    var folders = new ArrayList<WatchedFolder>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT folder, since, run FROM load.watched ORDER BY folder")) {
      while (row.next()) {
        Instant since = row.getObject(2, OffsetDateTime.class).toInstant();
        folders.add(new WatchedFolder(row.getString(1), since, row.getString(3)));
      }
    }
    return folders;
  }

  void watch(WatchedFolder folder) throws SQLException {
    change(
        "INSERT INTO load.watched VALUES (?, ?, ?)",
        folder.folder(),
        folder.since().atOffset(ZoneOffset.UTC),
        folder.run());
  }

  void unwatch(String folder) throws SQLException {
    change("DELETE FROM load.watched WHERE folder = ?", folder);
  }

  /** What was taken, by path. */
  Map<String, Taken> taken() throws SQLException {
    var taken = new HashMap<String, Taken>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT path, bytes, modified, sha256, run, problem FROM load.taken")) {
      while (row.next()) {
        taken.put(
            row.getString(1),
            new Taken(
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6)));
      }
    }
    return taken;
  }

  /** Notes what became of the file at {@code path}; its transaction is the caller's. */
  void take(String path, Taken file) throws SQLException {
    change("DELETE FROM load.taken WHERE path = ?", path);
    change(
        "INSERT INTO load.taken VALUES (?, ?, ?, ?, ?, ?, ?)",
        path,
        file.bytes(),
        file.modified(),
        file.sha256(),
        file.run(),
        file.problem(),
        Instant.now().atOffset(ZoneOffset.UTC));
  }

  private void change(String sql, @Nullable Object... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      statement.executeUpdate();
    }
  }
}
