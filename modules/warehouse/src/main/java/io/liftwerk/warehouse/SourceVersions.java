package io.liftwerk.warehouse;

import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.TableRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hashes that change when what a source's table holds has changed. A view of bronze reads loads
 * that never change, so its text tells, with the number of rows of each load and of those that were
 * retired; of any other table the rows themselves are hashed, in whatever order they stand.
 */
final class SourceVersions {
  private static final Pattern LOAD = Pattern.compile("\\bload\\.\"?(l[0-9]{6,})\"?");

  private final Connection connection;
  private final Map<TableRef, String> known = new LinkedHashMap<>();

  SourceVersions(Connection connection) {
    this.connection = connection;
  }

  /**
   * @return empty when there is no such table
   */
  String of(TableRef table) throws SQLException {
    String version = known.get(table);
    if (version == null) {
      String view =
          text(
              "SELECT sql FROM duckdb_views() WHERE database_name = current_database()"
                  + " AND schema_name = ? AND view_name = ?",
              table.schema(),
              table.name());
      version = view == null ? rows(table) : loads(view);
      known.put(table, version);
    }
    return version;
  }

  /** What was known of {@code schema} before is not asked for again. */
  void forget(String schema) {
    known.keySet().removeIf(table -> table.schema().equals(schema));
  }

  private String loads(String view) throws SQLException {
    var all = new StringBuilder(view);
    Matcher load = LOAD.matcher(view);
    while (load.find()) {
      all.append('\n')
          .append(
              text(
                  "SELECT estimated_size::TEXT FROM duckdb_tables()"
                      + " WHERE database_name = current_database() AND schema_name = 'load'"
                      + " AND table_name = ?",
                  load.group(1)));
    }
    if (view.contains("retired")) {
      all.append('\n').append(text("SELECT count(*)::TEXT FROM load.retired"));
    }
    return Hashes.sha256(all.toString());
  }

  /** Rows that are the same twice must count twice, so sums stand beside the exclusive or. */
  private String rows(TableRef table) throws SQLException {
    if (text(
            "SELECT 1::TEXT FROM duckdb_tables() WHERE database_name = current_database()"
                + " AND schema_name = ? AND table_name = ?",
            table.schema(),
            table.name())
        == null) {
      return "";
    }
    return Hashes.sha256(
        String.valueOf(
            text(
                "SELECT count(*)::TEXT || ' ' || coalesce(bit_xor(hash(t)), 0)::TEXT || ' '"
                    + " || coalesce(sum((hash(t) >> 20)::BIGINT), 0)::TEXT FROM "
                    + table.sql()
                    + " t")));
  }

  private @Nullable String text(String sql, String... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setString(i + 1, arguments[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }
}
