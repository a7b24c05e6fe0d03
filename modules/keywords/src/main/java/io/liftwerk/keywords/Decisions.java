package io.liftwerk.keywords;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What users decided on negatives, beside the ledger of runs; each text and match type once. */
final class Decisions {
  private static final String TABLE = "ledger.keyword_decisions";

  /** What a decision is about. */
  record Key(String text, String match) {}

  /**
   * @param verdict {@code accepted} or {@code rejected}
   * @param why what the user said to it; null for nothing
   */
  record Made(String verdict, @Nullable String why) {
    boolean rejected() {
      return verdict.equals("rejected");
    }
  }

  private Decisions() {}

  static Map<Key, Made> read(Connection connection) throws SQLException {
    var made = new LinkedHashMap<Key, Made>();
    if (!exists(connection)) {
      return made;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT text, match_type, verdict, why FROM " + TABLE + " ORDER BY 1, 2")) {
      while (row.next()) {
        made.put(
            new Key(row.getString(1), row.getString(2)),
            new Made(row.getString(3), row.getString(4)));
      }
    }
    return made;
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) > 0 FROM duckdb_tables() WHERE schema_name = 'ledger'"
                    + " AND table_name = 'keyword_decisions'")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  static void make(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS "
              + TABLE
              + " (text TEXT, match_type TEXT, verdict TEXT, why TEXT, moment TIMESTAMPTZ,"
              + " run TEXT)");
    }
  }

  /**
   * @param made null to take the decision back
   */
  static void write(Connection connection, Key key, @Nullable Made made, String run)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM " + TABLE + " WHERE text = ? AND match_type = ?")) {
      delete.setString(1, key.text());
      delete.setString(2, key.match());
      delete.executeUpdate();
    }
    if (made == null) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO " + TABLE + " VALUES (?, ?, ?, ?, now(), ?)")) {
      insert.setString(1, key.text());
      insert.setString(2, key.match());
      insert.setString(3, made.verdict());
      insert.setString(4, made.why());
      insert.setString(5, run);
      insert.executeUpdate();
    }
  }
}
