package io.liftwerk.keywords;

import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The terms behind an n-gram. */
public final class KeywordTerms {
  private KeywordTerms() {}

  /**
   * A search term.
   *
   * @param cluster its cluster's name; null where it is in none
   * @param standing {@code wastes}, {@code earns} or {@code open}
   */
  public record Row(
      String term,
      @Nullable Long impressions,
      @Nullable Long clicks,
      @Nullable BigDecimal cost,
      @Nullable BigDecimal conversions,
      @Nullable BigDecimal value,
      @Nullable String cluster,
      @Nullable String intent,
      String standing) {}

  /**
   * The terms with an n-gram, the costliest first. Of a report of very many terms only the
   * costliest are kept.
   *
   * @param run number of the run that counted the n-gram; of another run's terms none are given
   * @param folded the n-gram as it was matched
   * @param limit how many at most
   */
  public static List<Row> behind(Workspace workspace, String run, String folded, int limit) {
    var rows = new ArrayList<Row>();
    try (Connection connection = workspace.connect()) {
      if (!exists(connection)) {
        return rows;
      }
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT term, impressions, clicks, cost, conversions, conversions_value, cluster,"
                  + " intent, standing FROM "
                  + KeywordTables.TERMS
                  + " WHERE run = ? AND contains(coalesce(words, ' ' || term || ' '), ?)"
                  + " ORDER BY cost DESC NULLS LAST, clicks DESC NULLS LAST, term LIMIT ?")) {
        select.setString(1, run);
        select.setString(2, " " + folded + " ");
        select.setInt(3, limit);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            rows.add(
                new Row(
                    row.getString(1),
                    (Long) row.getObject(2),
                    (Long) row.getObject(3),
                    money(row.getBigDecimal(4)),
                    money(row.getBigDecimal(5)),
                    money(row.getBigDecimal(6)),
                    row.getString(7),
                    row.getString(8),
                    row.getString(9)));
          }
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new WorkbenchException(
          "terms-unreadable",
          "The search terms cannot be read: " + e.getMessage() + ".",
          "Work the keywords out again.",
          e);
    }
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT count(*) > 0 FROM duckdb_tables() WHERE schema_name = 'gold'"
                    + " AND table_name = 'keyword_terms'");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static @Nullable BigDecimal money(@Nullable BigDecimal amount) {
    return amount == null ? null : TermSnapshot.plain(amount);
  }
}
