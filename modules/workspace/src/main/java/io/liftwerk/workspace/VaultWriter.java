package io.liftwerk.workspace;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.Lock;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Puts originals into the vault, each once: a bounded memory of what came keeps most repetitions
 * out, the database the rest. Several threads may use it.
 */
public final class VaultWriter implements AutoCloseable {
  private final Connection connection;
  private final byte[] key;
  private final DuckDBAppender appender;
  private final Lock lock;
  private final PseudonymSet seen = new PseudonymSet();

  VaultWriter(Connection connection, byte[] key) throws SQLException {
    this.connection = connection;
    this.key = key;
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE OR REPLACE TEMP TABLE arriving (pseudonym TEXT, kind TEXT, sealed BLOB)");
    }
    this.appender =
        connection.unwrap(DuckDBConnection.class).createAppender("temp", "main", "arriving");
    this.lock = appender.unsafeBreakThreadConfinement();
  }

  /** Notes that {@code pseudonym} stands for {@code original}. */
  public void add(Identifier kind, String pseudonym, String original) throws SQLException {
    synchronized (seen) {
      if (!seen.add(pseudonym)) {
        return;
      }
    }
    byte[] sealed =
        Sealing.seal(
            key, original.getBytes(StandardCharsets.UTF_8), belongsTo(kind.name(), pseudonym));
    lock.lock();
    try {
      appender.beginRow();
      appender.append(pseudonym);
      appender.append(kind.name());
      appender.append(sealed);
      appender.endRow();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Commits what came. The rows that need it are committed after that.
   *
   * @return how many originals are new
   */
  public long commit() throws SQLException {
    lock.lock();
    try {
      appender.flush();
      try (Statement statement = connection.createStatement()) {
        long added =
            statement.executeUpdate(
                seen.forgot()
                    ? "INSERT INTO originals SELECT pseudonym, any_value(kind), any_value(sealed)"
                        + " FROM arriving WHERE pseudonym NOT IN (SELECT pseudonym FROM originals)"
                        + " GROUP BY pseudonym"
                    : "INSERT INTO originals SELECT * FROM arriving"
                        + " WHERE pseudonym NOT IN (SELECT pseudonym FROM originals)");
        statement.execute("DELETE FROM arriving");
        return added;
      }
    } finally {
      lock.unlock();
    }
  }

  static String open(byte[] key, byte[] sealed, String kind, String pseudonym)
      throws Sealing.BrokenException {
    return new String(
        Sealing.open(key, sealed, belongsTo(kind, pseudonym)), StandardCharsets.UTF_8);
  }

  private static byte[] belongsTo(String kind, String pseudonym) {
    return (kind + '\0' + pseudonym).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws SQLException {
    appender.close();
    connection.close();
  }
}
