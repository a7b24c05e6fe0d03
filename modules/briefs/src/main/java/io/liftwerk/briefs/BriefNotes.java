package io.liftwerk.briefs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Edits and thumbs of people, beside the ledger of runs: a later run replaces what was generated,
 * never these.
 */
final class BriefNotes {
  private static final String EDITS = "ledger.brief_edits";
  private static final String THUMBS = "ledger.brief_thumbs";

  private BriefNotes() {}

  static void make(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS "
              + EDITS
              + " (brief TEXT, sentence TEXT, action TEXT, text TEXT, moment TIMESTAMPTZ, run"
              + " TEXT)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS "
              + THUMBS
              + " (brief TEXT, part TEXT, verdict TEXT, why TEXT, moment TIMESTAMPTZ, run TEXT)");
    }
  }

  private static boolean exists(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT count(*) > 0 FROM duckdb_tables() WHERE schema_name || '.' || table_name ="
                + " ?")) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  static List<BriefEdit> edits(Connection connection, String brief) throws SQLException {
    List<BriefEdit> edits = new ArrayList<>();
    if (exists(connection, EDITS)) {
      each(
          connection,
          "SELECT sentence, action, text FROM " + EDITS + " WHERE brief = ? ORDER BY 1, 2",
          brief,
          row -> edits.add(new BriefEdit(row.getString(1), row.getString(2), row.getString(3))));
    }
    return edits;
  }

  static List<BriefThumb> thumbs(Connection connection, String brief) throws SQLException {
    List<BriefThumb> thumbs = new ArrayList<>();
    if (exists(connection, THUMBS)) {
      each(
          connection,
          "SELECT part, verdict, why FROM " + THUMBS + " WHERE brief = ? ORDER BY 1",
          brief,
          row -> thumbs.add(new BriefThumb(row.getString(1), row.getString(2), row.getString(3))));
    }
    return thumbs;
  }

  @FunctionalInterface
  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  private static void each(Connection connection, String sql, String brief, Row reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, brief);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          reader.read(row);
        }
      }
    }
  }

  /** A sentence is replaced or removed, not both; what is added behind it is apart from that. */
  static void write(Connection connection, String brief, BriefEdit edit, String run)
      throws SQLException {
    String action = edit.action();
    String which =
        action == null
            ? ""
            : action.equals(BriefEdit.ADD) ? " AND action = 'add'" : " AND action <> 'add'";
    run(
        connection,
        "DELETE FROM " + EDITS + " WHERE brief = ? AND sentence = ?" + which,
        brief,
        edit.sentence());
    if (action != null) {
      run(
          connection,
          "INSERT INTO " + EDITS + " VALUES (?, ?, ?, ?, now(), ?)",
          brief,
          edit.sentence(),
          action,
          edit.text(),
          run);
    }
  }

  static void write(Connection connection, String brief, BriefThumb thumb, String run)
      throws SQLException {
    run(connection, "DELETE FROM " + THUMBS + " WHERE brief = ? AND part = ?", brief, thumb.part());
    if (thumb.verdict() != null) {
      run(
          connection,
          "INSERT INTO " + THUMBS + " VALUES (?, ?, ?, ?, now(), ?)",
          brief,
          thumb.part(),
          thumb.verdict(),
          thumb.why(),
          run);
    }
  }

  private static void run(Connection connection, String sql, @Nullable String... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
