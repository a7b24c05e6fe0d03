package io.liftwerk.workspace;

import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.WeakHashMap;
import org.duckdb.DuckDBConnection;

/**
 * The guarded DuckDB instance of one open workspace: no extension is fetched, no file outside the
 * workspace's folder is read or written, and no setting can be changed afterwards. Settings that
 * belong to a connection (time zone, progress) are set on a base connection before the lock; every
 * further connection is a duplicate of it and inherits them.
 */
final class Database implements AutoCloseable {
  private static final int VAULT_MEGABYTES = 512;

  private final DuckDBConnection base;
  private final Set<Connection> handedOut =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private Database(DuckDBConnection base) {
    this.base = base;
  }

  /**
   * @param file the database file, made when missing
   * @param folder the only folder it may touch
   * @param memoryMegabytes limit of DuckDB's buffers; beyond it spills into the folder's staging
   */
  static Database open(Path file, Path folder, int memoryMegabytes) throws SQLException {
    return open(String.valueOf(file), folder, "staging/spill", memoryMegabytes);
  }

  /** The same for the vault, which spills apart from the instance beside it. */
  static Database openVault(Path file, Path folder) throws SQLException {
    return open(String.valueOf(file), folder, "staging/spill-vault", VAULT_MEGABYTES);
  }

  /**
   * Writes all that the database {@code from} holds now, and nothing of what it held before, into
   * the new file {@code to}. Neither is open.
   */
  static void copy(Path from, Path to, Path folder, int memoryMegabytes) throws SQLException {
    try (Database apart = open("", folder, "staging/spill-copy", memoryMegabytes);
        Statement statement = apart.base.createStatement()) {
      statement.execute("ATTACH " + Sql.literal(from) + " AS was");
      statement.execute("ATTACH " + Sql.literal(to) + " AS becomes");
      statement.execute("COPY FROM DATABASE was TO becomes");
      statement.execute("DETACH becomes");
      statement.execute("DETACH was");
    }
  }

  @SuppressWarnings("MustBeClosedChecker")
  private static Database open(String file, Path folder, String spill, int memoryMegabytes)
      throws SQLException {
    checkPath(folder);
    var properties = new Properties();
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("memory_limit", memoryMegabytes + "MB");
    properties.setProperty("jdbc_stream_results", "true");
    var base = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, properties);
    try (Statement statement = base.createStatement()) {
      Path inside = folder.toAbsolutePath();
      statement.execute("SET GLOBAL temp_directory = " + Sql.literal(inside.resolve(spill)));
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

  /**
   * Refuses the two characters after which the driver reads settings and not a path any more, and
   * the backslash where it is part of a name: the database takes it for the border of a folder.
   */
  static void checkPath(Path folder) {
    String path = folder.toAbsolutePath().toString();
    boolean backslash = path.contains("\\") && File.separatorChar != '\\';
    if (path.contains(";") || path.contains("?") || backslash) {
      throw new WorkbenchException(
          "workspace-path",
          "The folder "
              + folder
              + " has ';', '?' or a backslash in its path, which the database takes for something"
              + " else.",
          "Rename the folder.");
    }
  }

  /** A further connection, cheap; the caller closes it. */
  Connection connect() throws SQLException {
    Connection connection = base.duplicate();
    handedOut.add(connection);
    return connection;
  }

  /** Closes every connection: one left open would keep the file locked. */
  @Override
  public void close() throws SQLException {
    List<Connection> open;
    synchronized (handedOut) {
      open = List.copyOf(handedOut);
    }
    for (Connection connection : open) {
      connection.close();
    }
    base.close();
  }
}
