package io.liftwerk.warehouse.consent;

import io.liftwerk.ingest.BronzeTables;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/**
 * Works out verdicts, refusing persons and the funnel, in temporary tables of the job's connection,
 * from {@code staging.stg_consent_signals}. Rows are counted by signal first, so that what is slow
 * happens once a signal; rows are looked at again only for persons who have refused something.
 *
 * <h2>Whose decision is the latest</h2>
 *
 * <p>Every row of a person that says yes or no is a decision, made at the row's {@code consent_at};
 * where it has none, at the moment that the signal itself names (a TCF string's last update, a cell
 * that is a moment), else when the row was loaded. Per use the latest one counts. Of decisions at
 * the same moment a refusal counts: what is unclear is no consent. Signals that are missing or
 * broken decide nothing. A source with another basis than consent decides for activation only.
 *
 * <p>When a row was loaded tells nothing of when its person decided, so doubt goes against use here
 * too: a yes without a moment of its own never outweighs a no that has one, however early. A no
 * without one counts as of its load, and a dated yes after a dated no counts as ever.
 *
 * <p>A later yes takes a person off the list of those who refuse; rows that say no themselves stay
 * back all the same, since they were collected under that no.
 */
final class ConsentTables implements AutoCloseable {
  private static final String READING = "reading consent signals";
  private static final String LOOKING = "looking for refusals";
  private static final String COUNTING = "counting what is held back";

  static final String SIGNALS = "staging.stg_consent_signals";

  static final String PAIRS = "temp.main.liftwerk_consent_pairs";
  static final String KINDS = "temp.main.liftwerk_consent_kinds";
  static final String PEOPLE = "temp.main.liftwerk_consent_people";
  static final String FUNNEL = "temp.main.liftwerk_consent_funnel";
  private static final String LOADS = "temp.main.liftwerk_consent_loads";
  private static final String REFUSERS = "temp.main.liftwerk_consent_refusers";
  private static final String DECISIONS = "temp.main.liftwerk_consent_decisions";
  private static final String WITHDRAWN = "temp.main.liftwerk_consent_withdrawn";

  private static final List<String> ALL =
      List.of(PAIRS, KINDS, PEOPLE, FUNNEL, LOADS, REFUSERS, DECISIONS, WITHDRAWN);

  private final JobContext context;
  private final ConsentPolicy policy;
  private final double from;
  private final double to;

  /**
   * @param from progress of the job when this begins
   * @param to progress of the job when this is through
   */
  ConsentTables(JobContext context, ConsentPolicy policy, double from, double to) {
    this.context = context;
    this.policy = policy;
    this.from = from;
    this.to = to;
  }

  /**
   * Makes the tables.
   *
   * @throws WorkbenchException code {@code consent-not-built} when there are no signals yet
   */
  void make() throws SQLException {
    if (!hasColumn("consent_signal")) {
      throw new WorkbenchException(
          "consent-not-built",
          "The workspace was not built yet, so that nothing is known of its sources' consent.",
          "Build it first.");
    }
    close();
    var function = new VerdictFunction(policy);
    function.register(context.connection());
    context.execute(
        at(0),
        at(0.5),
        READING,
        """
        CREATE TEMP TABLE liftwerk_consent_pairs AS
        SELECT source_relation, consent_signal, row_count,
               liftwerk_consent(source_relation, consent_signal) AS judged
        FROM (SELECT coalesce(source_relation, '') AS source_relation,
                     coalesce(consent_signal, '') AS consent_signal,
                     count(*) AS row_count
              FROM staging.stg_consent_signals
              GROUP BY ALL)
        """);
    kinds(function.verdicts());
    loads();
    refusers();
    people();
    funnel();
    context.progress(at(1), COUNTING);
  }

  private double at(double part) {
    return from + (to - from) * part;
  }

  private boolean hasColumn(String column) throws SQLException {
    try (PreparedStatement statement =
        context
            .connection()
            .prepareStatement(
                "SELECT count(*) FROM duckdb_columns() WHERE schema_name = 'staging'"
                    + " AND table_name = 'stg_consent_signals' AND column_name = ?")) {
      statement.setString(1, column);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1) > 0;
      }
    }
  }

  /** One row a verdict and use. */
  private void kinds(List<Verdict> verdicts) throws SQLException {
    context.execute(
        """
        CREATE TEMP TABLE liftwerk_consent_kinds (
          verdict BIGINT, use VARCHAR, covered BOOLEAN, reason VARCHAR, decision VARCHAR)
        """);
    try (PreparedStatement insert =
        context.connection().prepareStatement("INSERT INTO " + KINDS + " VALUES (?, ?, ?, ?, ?)")) {
      for (int i = 0; i < verdicts.size(); i++) {
        for (Use use : Use.values()) {
          Finding finding = verdicts.get(i).of(use);
          insert.setLong(1, i);
          insert.setString(2, use.word());
          insert.setBoolean(3, finding.covered());
          insert.setString(4, finding.reason());
          insert.setString(5, finding.decision().name().toLowerCase(Locale.ROOT));
          insert.executeUpdate();
        }
      }
    }
  }

  /** When each source was loaded, for rows that carry no moment of their own. */
  private void loads() throws SQLException {
    context.execute(
        "CREATE TEMP TABLE liftwerk_consent_loads (source_relation VARCHAR, loaded_at TIMESTAMP)");
    List<SourceTable> tables = new BronzeTables(context.workspace()).list();
    try (PreparedStatement insert =
        context
            .connection()
            .prepareStatement("INSERT INTO " + LOADS + " VALUES (?, make_timestamp(?))")) {
      for (SourceTable table : tables) {
        insert.setString(1, ConsentPolicy.key(table.name()));
        insert.setLong(2, table.loadedAt().toEpochMilli() * 1000);
        insert.executeUpdate();
      }
    }
  }

  private void refusers() throws SQLException {
    context.execute(
        at(0.5),
        at(0.65),
        LOOKING,
        """
        CREATE TEMP TABLE liftwerk_consent_refusers AS
        SELECT DISTINCT s.person_id
        FROM staging.stg_consent_signals s
        JOIN (SELECT source_relation, consent_signal
              FROM liftwerk_consent_pairs
              WHERE judged >> 36 IN
                (SELECT verdict FROM liftwerk_consent_kinds WHERE decision = 'refused')) r
          ON r.source_relation = coalesce(s.source_relation, '')
         AND r.consent_signal = coalesce(s.consent_signal, '')
        WHERE s.person_id IS NOT NULL AND s.person_id <> ''
        """);
    String loaded = hasColumn("loaded_at") ? "CAST(s.loaded_at AS TIMESTAMP)" : "NULL";
    context.execute(
        at(0.65),
        at(0.8),
        LOOKING,
        """
        CREATE TEMP TABLE liftwerk_consent_decisions AS
        SELECT s.person_id, p.source_relation, p.judged >> 36 AS verdict,
               coalesce(CAST(s.consent_at AS TIMESTAMP),
                        CASE WHEN p.judged & 68719476735 > 0
                             THEN make_timestamp((p.judged & 68719476735) * 100000) END,
                        %s, l.loaded_at, TIMESTAMP '1970-01-01') AS decided_at,
               s.consent_at IS NOT NULL OR p.judged & 68719476735 > 0 AS dated,
               count(*) AS row_count
        FROM staging.stg_consent_signals s
        JOIN liftwerk_consent_refusers r ON r.person_id = s.person_id
        JOIN liftwerk_consent_pairs p
          ON p.source_relation = coalesce(s.source_relation, '')
         AND p.consent_signal = coalesce(s.consent_signal, '')
        LEFT JOIN liftwerk_consent_loads l
          ON l.source_relation = replace(lower(replace(p.source_relation, '"', '')), 'bronze.', '')
        GROUP BY ALL
        """
            .formatted(loaded));
  }

  private void people() throws SQLException {
    context.execute(
        at(0.8),
        at(0.9),
        LOOKING,
        """
        CREATE TEMP TABLE liftwerk_consent_people AS
        SELECT person_id, use, reason, decided_at
        FROM (SELECT *,
                     row_number() OVER (
                       PARTITION BY person_id, use
                       ORDER BY decided_at DESC, decision = 'refused' DESC, reason) AS place
              FROM (SELECT d.person_id, k.use, k.reason, k.decision, d.decided_at, d.dated,
                           bool_or(d.dated AND k.decision = 'refused') OVER (
                             PARTITION BY d.person_id, k.use) AS refused_on_a_day
                    FROM liftwerk_consent_decisions d
                    JOIN liftwerk_consent_kinds k ON k.verdict = d.verdict
                    WHERE k.decision <> 'none')
              WHERE dated OR decision = 'refused' OR NOT refused_on_a_day)
        WHERE place = 1 AND decision = 'refused'
        """);
  }

  private void funnel() throws SQLException {
    context.execute(
        """
        CREATE TEMP TABLE liftwerk_consent_withdrawn AS
        SELECT d.source_relation, k.use, k.reason, sum(d.row_count) AS row_count
        FROM liftwerk_consent_decisions d
        JOIN liftwerk_consent_kinds k ON k.verdict = d.verdict
        JOIN liftwerk_consent_people p ON p.person_id = d.person_id AND p.use = k.use
        WHERE k.covered AND k.reason NOT IN ('other-basis', 'no-persons')
        GROUP BY ALL
        """);
    context.execute(
        at(0.9),
        at(1),
        COUNTING,
        """
        CREATE TEMP TABLE liftwerk_consent_funnel AS
        WITH by_verdict AS (
          SELECT source_relation, judged >> 36 AS verdict, sum(row_count) AS row_count
          FROM liftwerk_consent_pairs
          GROUP BY ALL),
        by_reason AS (
          SELECT v.source_relation, k.use, k.covered, k.reason, sum(v.row_count) AS row_count
          FROM by_verdict v
          JOIN liftwerk_consent_kinds k ON k.verdict = v.verdict
          GROUP BY ALL)
        SELECT r.source_relation, r.use, r.covered, r.reason,
               CAST(r.row_count - coalesce(w.row_count, 0) AS BIGINT) AS row_count
        FROM by_reason r
        LEFT JOIN liftwerk_consent_withdrawn w
          ON w.source_relation = r.source_relation AND w.use = r.use AND w.reason = r.reason
        UNION ALL
        SELECT source_relation, use, false, 'withdrawn', CAST(sum(row_count) AS BIGINT)
        FROM liftwerk_consent_withdrawn
        GROUP BY ALL
        """);
  }

  /** Drops the temporary tables. */
  @Override
  public void close() throws SQLException {
    try (Statement statement = context.connection().createStatement()) {
      for (String table : ALL) {
        statement.execute("DROP TABLE IF EXISTS " + table);
      }
    }
  }
}
