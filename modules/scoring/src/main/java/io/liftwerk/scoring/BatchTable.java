package io.liftwerk.scoring;

import io.liftwerk.scoring.BatchScoringResult.Tenth;
import io.liftwerk.scoring.LeadScoringResult.RankedLead;
import io.liftwerk.scoring.ScoringDetails.Reason;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.KillPoint;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The scores that a registered model gave a table, ranked, in {@code gold.MODEL_scores}. A run
 * replaces, in its own transaction, what an earlier run of the same model said of the same table.
 * Rows that are still open (or not lost yet) come first; equal scores keep the order of the rows.
 */
final class BatchTable {
  private static final String RANKING = "temp.main.liftwerk_batch_ranking";
  private static final int BEST = 100;

  private static final List<Column> COLUMNS =
      List.of(
          new Column("source_table", "VARCHAR"),
          new Column("record_id", "VARCHAR"),
          new Column("_source", "VARCHAR"),
          new Column("_row", "BIGINT"),
          new Column("score", "DOUBLE"),
          new Column("rank", "BIGINT"),
          new Column("decile", "BIGINT"),
          new Column("open", "BOOLEAN"),
          new Column("outcome", "BOOLEAN"),
          new Column("target", "VARCHAR"),
          new Column("model", "VARCHAR"),
          new Column("version", "INTEGER"),
          new Column("run", "VARCHAR"),
          new Column("scored_at", "TIMESTAMPTZ"),
          new Column("reasons", "VARCHAR"));

  private record Column(String name, String type) {}

  private final JobContext context;
  private final ModelVersion model;
  private final SourceTable source;
  private final TableRef table;

  BatchTable(JobContext context, ModelVersion model, SourceTable source) {
    this.context = context;
    this.model = model;
    this.source = source;
    this.table = new TableRef("gold", name(model.name()));
  }

  /** Never one of the tables that training writes. */
  private static String name(String model) {
    String plain = model.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
    return List.of("lead", "churn").contains(plain) ? plain + "_model_scores" : plain + "_scores";
  }

  TableRef table() {
    return table;
  }

  /** What the ranking needs of each row beside its score, in SQL over the table. */
  static List<String> keys(
      JobContext context, SourceTable source, ModelFacts facts, SourceTable.@Nullable Field id)
      throws Exception {
    boolean lines = source.find("_row").isPresent();
    String order = lines ? "0" : source.order(context);
    return List.of(
        (id == null ? "CAST(NULL AS VARCHAR)" : "CAST(" + id.sql() + " AS VARCHAR)")
            + " AS record_id",
        (source.find("_source").isPresent()
                ? "CAST(\"_source\" AS VARCHAR)"
                : "CAST(NULL AS VARCHAR)")
            + " AS origin",
        (lines ? "CAST(\"_row\" AS BIGINT)" : "CAST(NULL AS BIGINT)") + " AS line",
        // where no line tells the rows apart, their place does
        (lines || order.equals("rowid")
                ? "CAST(" + order + " AS BIGINT)"
                : "row_number() OVER (ORDER BY " + order + ")")
            + " AS place",
        source
                .find(facts.target())
                .map(field -> new Target(field, facts.positive()).outcome())
                .orElse("-1")
            + " AS outcome");
  }

  /** Ranks the rows by {@code scores}, one a row of {@link ModelInput#TABLE}. */
  void rank(double[] scores) throws Exception {
    context.execute("CREATE OR REPLACE TEMP TABLE liftwerk_batch_scores (n BIGINT, score DOUBLE)");
    DuckDBConnection connection = context.connection().unwrap(DuckDBConnection.class);
    try (DuckDBAppender appender =
        connection.createAppender("temp", "main", "liftwerk_batch_scores")) {
      for (int n = 0; n < scores.length; n++) {
        if ((n & 0xffff) == 0) {
          context.checkCancelled();
        }
        appender.beginRow();
        appender.append((long) n);
        appender.append(scores[n]);
        appender.endRow();
      }
    }
    String first =
        model.facts().purpose() == ScoringOptions.Purpose.LEADS ? "outcome = -1" : "outcome <> 1";
    context.progress(0.7, "Ranking the rows");
    context.execute(
        """
        CREATE OR REPLACE TEMP TABLE liftwerk_batch_ranking AS
        WITH ranked AS (
          SELECT s.n, s.score, t.outcome, t.record_id, t.origin, t.line, t.place, %1$s AS first,
            row_number() OVER (ORDER BY %1$s DESC, s.score DESC, t.origin, t.line, t.place, s.n)
              AS rank
          FROM temp.main.liftwerk_batch_scores s JOIN %2$s t ON t.n = s.n),
        sizes AS (SELECT count(*) AS n, count(*) FILTER (first) AS first FROM ranked)
        SELECT r.*, 1 + CASE WHEN r.first THEN (rank - 1) * 10 // sizes.first
          ELSE (rank - 1 - sizes.first) * 10 // (sizes.n - sizes.first) END AS decile
        FROM ranked r, sizes
        """
            .formatted(first, ModelInput.TABLE));
  }

  /** The features of the first rows, best first. */
  Dataset first(ModelInput input, int most) throws Exception {
    return input.first(
        "JOIN " + RANKING + " r ON r.n = t.n WHERE r.rank <= " + most + " ORDER BY r.rank", most);
  }

  /**
   * Writes the ranking.
   *
   * @param reasons of the first rows, best first
   * @return a hash of every row written
   */
  String write(List<List<Reason>> reasons) throws Exception {
    reasons(reasons);
    KillPoint.LOAD.pass();
    create();
    context.execute(
        "DELETE FROM " + table.sql() + " WHERE source_table = ? AND model = ?",
        source.table().toString(),
        model.name());
    context.execute(
        0.85,
        0.97,
        "Writing the ranked list",
        """
        INSERT INTO %1$s
        SELECT ?, %2$s, r.origin, %3$s, r.score, r.rank, r.decile, r.outcome = -1,
          CASE r.outcome WHEN 1 THEN true WHEN 0 THEN false END, ?, ?, ?, ?, now(), w.reasons
        FROM %4$s r LEFT JOIN temp.main.liftwerk_batch_reasons w ON w.rank = r.rank
        ORDER BY r.rank
        """
            .formatted(table.sql(), id(), line(), RANKING),
        source.table().toString(),
        model.facts().target(),
        model.name(),
        model.version(),
        context.run());
    return Hashes.sha256(
        Query.one(
            context,
            ("SELECT CAST(sum(hash(%s, r.origin, %s, r.score, r.rank, w.reasons)) AS VARCHAR) FROM"
                    + " %s r LEFT JOIN temp.main.liftwerk_batch_reasons w ON w.rank = r.rank")
                .formatted(id(), line(), RANKING),
            row -> row.getString(1)));
  }

  private static String id() {
    return "coalesce(r.record_id, CAST(" + line() + " AS VARCHAR))";
  }

  private static String line() {
    return "coalesce(r.line, r.n + 1)";
  }

  private void reasons(List<List<Reason>> reasons) throws Exception {
    context.execute(
        "CREATE OR REPLACE TEMP TABLE liftwerk_batch_reasons (rank BIGINT, reasons VARCHAR)");
    DuckDBConnection connection = context.connection().unwrap(DuckDBConnection.class);
    try (DuckDBAppender appender =
        connection.createAppender("temp", "main", "liftwerk_batch_reasons")) {
      for (int i = 0; i < reasons.size(); i++) {
        appender.beginRow();
        appender.append(i + 1L);
        appender.append(Reasons.text(reasons.get(i)));
        appender.endRow();
      }
    }
  }

  private void create() throws Exception {
    context.execute(
        "CREATE TABLE IF NOT EXISTS %s (%s)"
            .formatted(
                table.sql(),
                COLUMNS.stream()
                    .map(column -> column.name() + " " + column.type())
                    .collect(Collectors.joining(", "))));
    List<String> present =
        Query.list(context, "DESCRIBE SELECT * FROM " + table.sql(), row -> row.getString(1));
    if (!present.equals(COLUMNS.stream().map(Column::name).toList())) {
      throw new WorkbenchException(
          "scores-table",
          table + " already exists with other columns than the scores need.",
          "Rename or drop it and score again.");
    }
  }

  /** The first rows of the ranking with their reasons. */
  List<RankedLead> best(List<List<Reason>> reasons) throws Exception {
    var best = new ArrayList<RankedLead>();
    Query.each(
        context,
        "SELECT r.rank, %s, r.score, r.outcome = -1 FROM %s r WHERE r.rank <= %d ORDER BY r.rank"
            .formatted(id(), RANKING, BEST),
        row -> {
          int place = best.size();
          best.add(
              new RankedLead(
                  row.getLong(1),
                  row.getString(2),
                  row.getDouble(3),
                  row.getBoolean(4),
                  place < reasons.size() ? reasons.get(place) : List.of()));
        });
    return best;
  }

  /** Tenths of the rows that come first. */
  List<Tenth> tenths() throws Exception {
    return Query.list(
        context,
        "SELECT decile, count(*), min(score), avg(CAST(score AS DECIMAL(18, 15)))"
            + " FROM "
            + RANKING
            + " WHERE first GROUP BY decile ORDER BY decile",
        row -> new Tenth(row.getInt(1), row.getLong(2), row.getDouble(3), row.getDouble(4)));
  }

  /** Rows that come first and reach {@code threshold}. */
  long reach(double threshold) throws Exception {
    return Query.one(
        context,
        "SELECT count(*) FROM " + RANKING + " WHERE first AND score >= " + threshold,
        row -> row.getLong(1));
  }

  /** Values of the id column that more than one row carries. */
  long repeatedIds() throws Exception {
    return Query.one(
        context,
        "SELECT count(record_id) - count(DISTINCT record_id) FROM " + ModelInput.TABLE,
        row -> row.getLong(1));
  }
}
