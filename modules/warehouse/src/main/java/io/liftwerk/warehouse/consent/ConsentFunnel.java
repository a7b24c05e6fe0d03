package io.liftwerk.warehouse.consent;

import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Counted rows of staging.
 *
 * @param policy by which they were judged
 * @param counted rows by source, use and reason; those of a source and use add up to its rows
 * @param refusing persons whose latest decision is a refusal
 * @param personsInNone rows with a person, by source stated to hold none
 */
public record ConsentFunnel(
    ConsentPolicy policy,
    List<Counted> counted,
    Map<Use, Long> refusing,
    Map<String, Long> personsInNone) {

  /**
   * Rows of a source with one reason.
   *
   * @param reason code, see {@link Reasons}
   */
  public record Counted(String source, Use use, boolean covered, String reason, long rows) {}

  /**
   * Judges and counts what is in staging, and leaves no table.
   *
   * @throws WorkbenchException code {@code consent-not-built} when nothing was built yet, {@code
   *     consent-policy} when {@code consent.yml} is broken
   */
  public static ConsentFunnel count(JobContext context) throws SQLException {
    ConsentPolicy policy = ConsentVerdicts.policy(context);
    try (var tables = new ConsentTables(context, policy, 0, 0.95)) {
      tables.make();
      Connection connection = context.connection();
      return new ConsentFunnel(
          policy, counted(connection), refusing(connection), personsInNone(connection, policy));
    }
  }

  private static List<Counted> counted(Connection connection) throws SQLException {
    var counted = new ArrayList<Counted>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT source_relation, use, covered, reason, row_count FROM "
                    + ConsentTables.FUNNEL
                    + " ORDER BY ALL")) {
      while (row.next()) {
        counted.add(
            new Counted(
                row.getString(1),
                use(row.getString(2)),
                row.getBoolean(3),
                row.getString(4),
                row.getLong(5)));
      }
    }
    return counted;
  }

  private static Use use(String word) {
    return Use.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Map<Use, Long> refusing(Connection connection) throws SQLException {
    var refusing = new EnumMap<Use, Long>(Use.class);
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT use, count(*) FROM " + ConsentTables.PEOPLE + " GROUP BY use")) {
      while (row.next()) {
        refusing.put(use(row.getString(1)), row.getLong(2));
      }
    }
    return refusing;
  }

  private static Map<String, Long> personsInNone(Connection connection, ConsentPolicy policy)
      throws SQLException {
    var persons = new HashMap<String, Long>();
    for (String source : sources(connection)) {
      if (policy.source(source).basis() != Basis.NONE) {
        continue;
      }
      try (PreparedStatement statement =
          connection.prepareStatement(
              "SELECT count(*) FROM "
                  + ConsentTables.SIGNALS
                  + " WHERE source_relation = ? AND person_id <> ''")) {
        statement.setString(1, source);
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          persons.put(source, row.getLong(1));
        }
      }
    }
    return persons;
  }

  private static List<String> sources(Connection connection) throws SQLException {
    var sources = new ArrayList<String>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT DISTINCT source_relation FROM "
                    + ConsentTables.FUNNEL
                    + " ORDER BY source_relation")) {
      while (row.next()) {
        sources.add(row.getString(1));
      }
    }
    return sources;
  }
}
