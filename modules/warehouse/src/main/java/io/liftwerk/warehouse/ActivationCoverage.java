package io.liftwerk.warehouse;

import io.liftwerk.warehouse.ConsentResult.Part;
import io.liftwerk.warehouse.consent.Reasons;
import io.liftwerk.workspace.JobContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whom of a set of persons consent covers for activation, by the last build's verdicts: a person is
 * covered when one of their rows is, and no later decision refuses.
 *
 * @param persons of the set who are known to the sources
 * @param covered who may be handed to a platform or called
 * @param reachable covered persons who are known by an e-mail address or a telephone number
 * @param heldBack why the others may not, the most frequent first; they add up to {@code persons -
 *     covered}
 */
public record ActivationCoverage(long persons, long covered, long reachable, List<Part> heldBack) {

  /** The verdict on every person: {@code person_id}, {@code covered} and {@code reason}. */
  public static final String PERSONS = "temp.main.liftwerk_activation";

  public ActivationCoverage {
    heldBack = List.copyOf(heldBack);
  }

  /**
   * Judges persons, and leaves the verdict on each in {@link #PERSONS}.
   *
   * @param among a query with one column {@code person_id}
   * @return empty when no build has judged anybody's consent yet; then there is no table
   */
  public static Optional<ActivationCoverage> of(JobContext context, String among)
      throws SQLException {
    if (!isJudged(context)) {
      return Optional.empty();
    }
    judge(context, "WHERE s.person_id IN (SELECT person_id FROM (" + among + "))");
    try (Statement statement = context.connection().createStatement()) {
      var parts = new ArrayList<Part>();
      try (ResultSet row =
          statement.executeQuery(
              "SELECT reason, count(*) AS n FROM %s WHERE NOT covered GROUP BY reason ORDER BY n DESC, reason"
                  .formatted(PERSONS))) {
        while (row.next()) {
          String reason = row.getString(1);
          parts.add(new Part(reason, Reasons.sentence(reason), row.getLong(2)));
        }
      }
      try (ResultSet row =
          statement.executeQuery(
              "SELECT count(*), count(*) FILTER (covered), count(*) FILTER (covered AND %s) FROM %s"
                  .formatted(reachable("person_id"), PERSONS))) {
        row.next();
        return Optional.of(
            new ActivationCoverage(row.getLong(1), row.getLong(2), row.getLong(3), parts));
      }
    }
  }

  /** Whether a build has judged anybody's consent. */
  static boolean isJudged(JobContext context) throws SQLException {
    try (Statement statement = context.connection().createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM duckdb_tables() WHERE database_name = current_database()"
                    + " AND schema_name = 'liftwerk' AND table_name = 'consent_verdicts'")) {
      row.next();
      return row.getLong(1) > 0;
    }
  }

  /** Whether a platform could be told of a person: what identifies them is an address or number. */
  static String reachable(String person) {
    return "(%1$s LIKE 'em\\_%%' ESCAPE '\\' OR %1$s LIKE 'ph\\_%%' ESCAPE '\\')".formatted(person);
  }

  /**
   * @param which a condition on the rows {@code s} of the sources
   */
  static void judge(JobContext context, String which) throws SQLException {
    context.execute(
        """
        CREATE OR REPLACE TEMP TABLE liftwerk_activation AS
        SELECT person_id, covered,
          CASE WHEN NOT covered THEN coalesce(refused, uncovered, 'not-asked') END AS reason
        FROM (
          SELECT s.person_id,
            bool_or(coalesce(v.activation, false)) AND NOT bool_or(p.person_id IS NOT NULL)
              AS covered,
            min(p.reason) AS refused,
            min(v.activation_reason) FILTER (NOT v.activation) AS uncovered
          FROM staging.stg_consent_signals AS s
          LEFT JOIN liftwerk.consent_verdicts AS v
            ON v.source_relation = s.source_relation AND v.consent_signal = s.consent_signal
          LEFT JOIN liftwerk.consent_people AS p
            ON p.person_id = s.person_id AND p.use = 'activation'
          %s
          GROUP BY s.person_id)
        """
            .formatted(which));
  }
}
