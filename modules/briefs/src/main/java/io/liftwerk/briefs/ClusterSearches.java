package io.liftwerk.briefs;

import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The searches of a cluster, as the last run on keywords left them in gold. */
final class ClusterSearches {
  private static final int MOST = 500;

  private ClusterSearches() {}

  /** Names of the clusters of the last run, the most clicked first; none without a run. */
  static List<String> names(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    if (!exists(connection)) {
      return names;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT cluster FROM gold.keyword_terms WHERE cluster IS NOT NULL GROUP BY cluster"
                    + " ORDER BY sum(coalesce(clicks, 0)) DESC, cluster")) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  /**
   * @throws WorkbenchException code {@code keywords-missing}, {@code cluster-unknown}
   */
  static Searches read(JobContext context, String cluster) throws SQLException {
    Connection connection = context.connection();
    if (!exists(connection)) {
      throw new WorkbenchException(
          "keywords-missing",
          "The search terms of this workspace have not been looked into yet.",
          "Run 'keywords' first.");
    }
    List<String> terms = new ArrayList<>();
    Map<String, Long> intents = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT term, intent, coalesce(clicks, 0) FROM gold.keyword_terms WHERE lower(cluster)"
                + " = lower(?) ORDER BY coalesce(clicks, 0) DESC, term LIMIT "
                + MOST)) {
      statement.setString(1, cluster.strip());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          terms.add(row.getString(1));
          intents.merge(row.getString(2), row.getLong(3), Long::sum);
        }
      }
    }
    if (terms.isEmpty()) {
      throw new WorkbenchException(
          "cluster-unknown",
          "The last run on keywords made no cluster '%s'.".formatted(cluster),
          "The keywords page lists them.");
    }
    return new Searches(terms, intents);
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) > 0 FROM duckdb_columns() WHERE schema_name = 'gold' AND"
                    + " table_name = 'keyword_terms' AND column_name = 'cluster'")) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
