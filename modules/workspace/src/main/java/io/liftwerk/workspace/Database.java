package io.liftwerk.workspace;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/**
 * The guarded DuckDB instance of one open workspace: no extension is fetched, no file outside the
 * workspace's folder is read or written, and no setting can be changed afterwards. Settings that
 * belong to a connection (time zone, progress) are set on a base connection before the lock; every
 * further connection is a duplicate of it and inherits them.
 */
final class Database implements AutoCloseable {
  private final DuckDBConnection base;

  private Database(DuckDBConnection base) {
    this.base = base;
  }

  /**
   * @param file the database file, made when missing
   * @param folder the only folder it may touch
   * @param memoryMegabytes limit of DuckDB's buffers; beyond it spills into the folder's staging
   */
  @SuppressWarnings("MustBeClosedChecker")
  static Database open(Path file, Path folder, int memoryMegabytes) throws SQLException {
    var properties = new Properties();
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("memory_limit", memoryMegabytes + "MB");
    properties.setProperty("jdbc_stream_results", "true");
    var base = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, properties);
    try (Statement statement = base.createStatement()) {
      Path inside = folder.toAbsolutePath();
      statement.execute(
          "SET GLOBAL temp_directory = " + Sql.literal(inside.resolve("staging/spill")));
      statement.execute("SET GLOBAL allowed_directories = [" + Sql.literal(inside + "/") + "]");
      statement.execute("SET GLOBAL enable_external_access = false");
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET enable_progress_bar = true");
      statement.execute("SET enable_progress_bar_print = false");
      statement.execute("SET progress_bar_time = 0");
      statement.execute("SET GLOBAL lock_configuration = true");
    } catch (SQLException e) {
      base.close();
      throw e;
    }
    return new Database(base);
  }

  /** A further connection, cheap; the caller closes it. */
  Connection connect() throws SQLException {
    return base.duplicate();
  }

  @Override
  public void close() throws SQLException {
    base.close();
  }
}
