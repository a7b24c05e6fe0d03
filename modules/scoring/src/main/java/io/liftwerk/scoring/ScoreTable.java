package io.liftwerk.scoring;

import io.liftwerk.scoring.LeadScoringResult.RankedLead;
import io.liftwerk.scoring.ScoringOptions.Purpose;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.KillPoint;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.WorkbenchException;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The scores of all rows, ranked, in {@code gold.lead_scores} or {@code gold.churn_scores}. A table
 * has one current ranking: a run replaces, in its own transaction, whatever an earlier run said of
 * the same table, so two runs never stand side by side; rankings of other tables stay. Open leads
 * rank before those with an outcome, customers not lost before those lost; equal scores keep the
 * order of the rows.
 */
final class ScoreTable {

  /** The ranking of this run, by row of the snapshot. */
  static final String RANKING = "temp.main.liftwerk_leads_ranking";

  private static final int BEST = 100;

  private static final List<String> COLUMNS =
      List.of(
          "source_table",
          "record_id",
          "_source",
          "_row",
          "score",
          "rank",
          "decile",
          "open",
          "outcome",
          "target",
          "model",
          "run",
          "scored_at",
          "reasons");

  private final JobContext context;
  private final SourceTable source;
  private final Target target;
  private final SourceTable.@Nullable Field id;
  private final Purpose purpose;

  ScoreTable(
      JobContext context,
      SourceTable source,
      Target target,
      SourceTable.@Nullable Field id,
      Purpose purpose) {
    this.purpose = purpose;
    this.context = context;
    this.source = source;
    this.target = target;
    this.id = id;
  }

  /** Where the rankings of a purpose are kept. */
  static String name(Purpose purpose) {
    return switch (purpose) {
      case LEADS -> "gold.lead_scores";
      case CHURN -> "gold.churn_scores";
    };
  }

  /** Which rows come first, in SQL over the outcome. */
  private String first() {
    return purpose == Purpose.LEADS ? "outcome = -1" : "outcome <> 1";
  }

  /** Whether a row comes before all those that do not. */
  static boolean first(Purpose purpose, byte outcome) {
    return purpose == Purpose.LEADS ? outcome == Dataset.OPEN : outcome != 1;
  }

  /**
   * Ranks the snapshot's rows by {@code scores} and writes them.
   *
   * @param reasons per row, null where none were sought
   */
  void write(double[] scores, @Nullable String[] reasons, String model) throws Exception {
    append(scores, reasons);
    context.execute(
        """
        CREATE OR REPLACE TEMP TABLE liftwerk_leads_ranking AS
        WITH scored AS (
          SELECT s.n, s.score, s.reasons, %1$s AS outcome, %2$s AS record_id, %3$s AS line
          FROM temp.main.liftwerk_leads_scores s JOIN %4$s t ON t.liftwerk_n = s.n)
        SELECT n, score, reasons, outcome = -1 AS open,
          CASE outcome WHEN 1 THEN true WHEN 0 THEN false END AS outcome,
          coalesce(record_id, CAST(line AS VARCHAR)) AS record_id, line,
          row_number() OVER (ORDER BY %5$s DESC, score DESC, n) AS rank,
          1 + (row_number() OVER (PARTITION BY %5$s ORDER BY score DESC, n) - 1) * 10
            // count(*) OVER (PARTITION BY %5$s) AS decile
        FROM scored
        ORDER BY rank
        """
            .formatted(
                target.outcome(),
                id == null ? "NULL" : "CAST(" + id.sql() + " AS VARCHAR)",
                source.rowNumber(),
                SourceTable.SNAPSHOT,
                first()));
    KillPoint.LOAD.pass();
    create();
    context.execute("DELETE FROM " + name(purpose) + " WHERE source_table = ?", name());
    context.execute(
        """
        INSERT INTO %s
        SELECT ?, r.record_id, %s, r.line, r.score, r.rank, r.decile, r.open, r.outcome, ?, ?, ?,
          now(), r.reasons
        FROM %s r JOIN %s t ON t.liftwerk_n = r.n ORDER BY r.rank
        """
            .formatted(
                name(purpose),
                source.find("_source").isPresent()
                    ? "CAST(t.\"_source\" AS VARCHAR)"
                    : "CAST(NULL AS VARCHAR)",
                RANKING,
                SourceTable.SNAPSHOT),
        name(),
        target.field().name(),
        model,
        context.run());
  }

  private String name() {
    return source.table().toString();
  }

  private void append(double[] scores, @Nullable String[] reasons) throws Exception {
    context.execute(
        "CREATE OR REPLACE TEMP TABLE liftwerk_leads_scores"
            + " (n BIGINT, score DOUBLE, reasons VARCHAR)");
    DuckDBConnection connection = context.connection().unwrap(DuckDBConnection.class);
    try (DuckDBAppender appender =
        connection.createAppender("temp", "main", "liftwerk_leads_scores")) {
      for (int n = 0; n < scores.length; n++) {
        if ((n & 0xffff) == 0) {
          context.checkCancelled();
        }
        appender.beginRow();
        appender.append((long) n);
        appender.append(scores[n]);
        String reason = reasons[n];
        if (reason == null) {
          appender.appendNull();
        } else {
          appender.append(reason);
        }
        appender.endRow();
      }
    }
  }

  private void create() throws Exception {
    String table = name(purpose);
    context.execute(
        """
        CREATE TABLE IF NOT EXISTS %s (
          source_table VARCHAR, record_id VARCHAR, _source VARCHAR, _row BIGINT, score DOUBLE,
          rank BIGINT, decile BIGINT, open BOOLEAN, outcome BOOLEAN, target VARCHAR,
          model VARCHAR, run VARCHAR, scored_at TIMESTAMPTZ, reasons VARCHAR)
        """
            .formatted(table));
    List<String> present =
        Query.list(context, "DESCRIBE SELECT * FROM " + table, row -> row.getString(1));
    if (present.equals(COLUMNS.subList(0, COLUMNS.size() - 1))) {
      // earlier versions kept no reasons
      context.execute("ALTER TABLE " + table + " ADD COLUMN reasons VARCHAR");
    } else if (!present.equals(COLUMNS)) {
      throw new WorkbenchException(
          "scores-table",
          table + " already exists with other columns than the scores need.",
          "Rename or drop it and score again.");
    }
  }

  /** The first leads of the ranked list. */
  List<RankedLead> best() throws Exception {
    return Query.list(
        context,
        "SELECT rank, record_id, score, open FROM %s ORDER BY rank LIMIT %d"
            .formatted(RANKING, BEST),
        row ->
            new RankedLead(row.getLong(1), row.getString(2), row.getDouble(3), row.getBoolean(4)));
  }

  /** Record identifiers that more than one row carries. */
  long repeatedIds() throws Exception {
    return id == null
        ? 0
        : Query.one(
            context,
            "SELECT count(*) - count(DISTINCT %1$s) FROM %2$s WHERE %1$s IS NOT NULL"
                .formatted(Sql.identifier(id.name()), SourceTable.SNAPSHOT),
            row -> row.getLong(1));
  }
}
