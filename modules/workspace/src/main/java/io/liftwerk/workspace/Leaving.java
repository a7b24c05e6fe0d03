package io.liftwerk.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a job has deleted and what must leave no byte behind, in {@code ledger.leaving}: committed
 * with the job, carried out after it, and gone when that is done. So a kill in between leaves the
 * list, never a half-done erasure that nobody knows of.
 */
final class Leaving {
  private static final String ORIGINAL = "original";
  private static final String FILE = "file";
  private static final String BYTES = "bytes";

  /** Pseudonyms whose originals go, and files of the workspace by their path in it. */
  record Content(List<String> originals, List<String> files) {}

  private Leaving() {}

  static void note(Connection job, Collection<String> originals, Collection<String> files)
      throws SQLException {
    try (Statement statement = job.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS ledger.leaving (kind TEXT, value TEXT)");
    }
    try (PreparedStatement insert =
        job.prepareStatement("INSERT INTO ledger.leaving VALUES (?, ?)")) {
      add(insert, BYTES, List.of(""));
      add(insert, ORIGINAL, originals);
      add(insert, FILE, files);
    }
  }

  private static void add(PreparedStatement insert, String kind, Collection<String> values)
      throws SQLException {
    for (String value : values) {
      insert.setString(1, kind);
      insert.setString(2, value);
      insert.execute();
    }
  }

  /** Whether there is anything to be carried out. */
  static boolean any(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery(
              "SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'ledger'"
                  + " AND table_name = 'leaving'")) {
        row.next();
        if (row.getLong(1) == 0) {
          return false;
        }
      }
      try (ResultSet row = statement.executeQuery("SELECT count(*) FROM ledger.leaving")) {
        row.next();
        return row.getLong(1) > 0;
      }
    }
  }

  /** Takes originals out of the vault and deletes files; what is gone already is no hindrance. */
  static void carryOut(Connection connection, Vault vault, Path folder)
      throws SQLException, IOException {
    Content content = read(connection);
    vault.remove(content.originals());
    for (String name : content.files()) {
      Path file = folder.resolve(name).normalize();
      if (file.startsWith(folder) && Files.isRegularFile(file)) {
        Files.delete(file);
      }
    }
  }

  private static Content read(Connection connection) throws SQLException {
    var content = new Content(new ArrayList<>(), new ArrayList<>());
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT kind, value FROM ledger.leaving")) {
      while (row.next()) {
        switch (row.getString(1)) {
          case ORIGINAL -> content.originals().add(row.getString(2));
          case FILE -> content.files().add(row.getString(2));
          default -> {
            // a row of its own says that the bytes go
          }
        }
      }
    }
    return content;
  }

  static void clear(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM ledger.leaving");
    }
  }
}
