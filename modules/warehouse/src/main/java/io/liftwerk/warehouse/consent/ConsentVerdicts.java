package io.liftwerk.warehouse.consent;

import io.liftwerk.warehouse.model.ComputedSource;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Writes what models need to know of consent, from {@code staging.stg_consent_signals} and the
 * workspace's {@code consent.yml}:
 *
 * <ul>
 *   <li>{@code consent_verdicts(source_relation, consent_signal, analytics, scoring, activation,
 *       analytics_reason, scoring_reason, activation_reason)}: one row a distinct signal of a
 *       source; {@code true} where it covers the use, and the {@linkplain Reasons code} why.
 *   <li>{@code consent_people(source_relation, person_id, use, reason, decided_at)}: persons whose
 *       latest decision on a use is a refusal, with each source whose rows of theirs it takes back.
 *       See {@code ConsentTables} for which decision is the latest.
 *   <li>{@code consent_funnel(source_relation, use, covered, reason, row_count)}: how many rows of
 *       each source are covered or held back, and why; the counts of a source and use add up to its
 *       rows.
 * </ul>
 *
 * <p>When somebody has refused since the last time, or a signal covers less than it did, models
 * that only add rows are told to begin anew, since they hold rows from before.
 *
 * <p>The file is noted among the inputs of the run.
 */
public final class ConsentVerdicts implements ComputedSource {

  @Override
  public List<String> tables() {
    return List.of("consent_verdicts", "consent_people", "consent_funnel");
  }

  @Override
  public List<String> after() {
    return List.of("stg_consent_signals");
  }

  /**
   * @throws WorkbenchException when {@code consent.yml} is broken or there are no signals; the
   *     tables stay as they were
   */
  @Override
  public boolean write(JobContext context) throws SQLException {
    boolean before = remember(context);
    ConsentPolicy policy = policy(context);
    try (var tables = new ConsentTables(context, policy, 0, 1)) {
      tables.make();
      try (Statement statement = context.connection().createStatement()) {
        statement.execute("CREATE SCHEMA IF NOT EXISTS liftwerk");
      }
      context.execute(
          """
          CREATE OR REPLACE TABLE liftwerk.consent_verdicts AS
          WITH verdicts AS (
            SELECT verdict,
                   bool_or(covered) FILTER (WHERE use = 'analytics') AS analytics,
                   bool_or(covered) FILTER (WHERE use = 'scoring') AS scoring,
                   bool_or(covered) FILTER (WHERE use = 'activation') AS activation,
                   max(reason) FILTER (WHERE use = 'analytics') AS analytics_reason,
                   max(reason) FILTER (WHERE use = 'scoring') AS scoring_reason,
                   max(reason) FILTER (WHERE use = 'activation') AS activation_reason
            FROM liftwerk_consent_kinds
            GROUP BY verdict)
          SELECT p.source_relation, p.consent_signal, v.* EXCLUDE (verdict)
          FROM liftwerk_consent_pairs p
          JOIN verdicts v ON v.verdict = p.judged >> 36
          """);
      context.execute(
          """
          CREATE OR REPLACE TABLE liftwerk.consent_people AS
          SELECT DISTINCT d.source_relation, p.person_id, p.use, p.reason, p.decided_at
          FROM liftwerk_consent_people p
          JOIN liftwerk_consent_decisions d ON d.person_id = p.person_id
          JOIN liftwerk_consent_kinds k ON k.verdict = d.verdict AND k.use = p.use
          WHERE k.reason NOT IN ('other-basis', 'no-persons')
          """);
      context.execute(
          "CREATE OR REPLACE TABLE liftwerk.consent_funnel AS FROM liftwerk_consent_funnel");
    }
    return before && isTakenBack(context);
  }

  /** Keeps what was written the last time aside; false when nothing was. */
  private static boolean remember(JobContext context) throws SQLException {
    if (!is(
        context,
        "SELECT count(*) = 2 FROM duckdb_tables() WHERE database_name = current_database()"
            + " AND schema_name = 'liftwerk'"
            + " AND table_name IN ('consent_verdicts', 'consent_people')")) {
      return false;
    }
    context.execute(
        "CREATE OR REPLACE TEMP TABLE liftwerk_consent_before AS FROM liftwerk.consent_verdicts");
    context.execute(
        "CREATE OR REPLACE TEMP TABLE liftwerk_refused_before AS"
            + " SELECT source_relation, person_id, use FROM liftwerk.consent_people");
    return true;
  }

  /** Whether somebody has refused since, or a signal that covered a use does so no more. */
  private static boolean isTakenBack(JobContext context) throws SQLException {
    boolean refused =
        is(
            context,
            """
            SELECT count(*) > 0 FROM liftwerk.consent_people AS p
            ANTI JOIN liftwerk_refused_before AS b
              ON b.source_relation = p.source_relation AND b.person_id = p.person_id
             AND b.use = p.use
            """);
    boolean judged =
        is(
            context,
            """
            SELECT count(*) > 0 FROM liftwerk_consent_before AS b
            LEFT JOIN liftwerk.consent_verdicts AS v
              ON v.source_relation = b.source_relation AND v.consent_signal = b.consent_signal
            WHERE b.analytics AND NOT coalesce(v.analytics, false)
               OR b.scoring AND NOT coalesce(v.scoring, false)
               OR b.activation AND NOT coalesce(v.activation, false)
            """);
    context.execute("DROP TABLE liftwerk_consent_before");
    context.execute("DROP TABLE liftwerk_refused_before");
    return refused || judged;
  }

  private static boolean is(JobContext context, String sql) throws SQLException {
    try (Statement statement = context.connection().createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** What the workspace's file says, noted as an input of the run. */
  static ConsentPolicy policy(JobContext context) {
    PolicyFile.Content content = new PolicyFile(context.workspace().folder()).read();
    context.input(
        PolicyFile.NAME, content.sha256(), content.text().getBytes(StandardCharsets.UTF_8).length);
    return content.policy();
  }
}
