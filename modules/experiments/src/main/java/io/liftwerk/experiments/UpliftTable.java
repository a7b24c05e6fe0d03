package io.liftwerk.experiments;

import io.liftwerk.scoring.LearningTable;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.KillPoint;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Every person's predicted uplift in {@code gold.uplift_scores}, a row a person and treatment. A
 * run replaces, in its own transaction, what an earlier one said of the same table and outcome.
 */
final class UpliftTable {
  static final String NAME = "gold.uplift_scores";

  private static final String SCORES = "temp.main.liftwerk_uplift_scores";

  /** Name and type, in their order. */
  private static final List<String[]> COLUMNS =
      List.of(
          new String[] {"source_table", "VARCHAR"},
          new String[] {"record_id", "VARCHAR"},
          new String[] {"_source", "VARCHAR"},
          new String[] {"_row", "BIGINT"},
          new String[] {"treatment", "VARCHAR"},
          new String[] {"own_arm", "VARCHAR"},
          new String[] {"part", "VARCHAR"},
          new String[] {"uplift", "DOUBLE"},
          new String[] {"expected_untreated", "DOUBLE"},
          new String[] {"expected_treated", "DOUBLE"},
          new String[] {"segment", "VARCHAR"},
          new String[] {"rank", "BIGINT"},
          new String[] {"decile", "BIGINT"},
          new String[] {"held_out", "BOOLEAN"},
          new String[] {"outcome", "VARCHAR"},
          new String[] {"model", "VARCHAR"},
          new String[] {"run", "VARCHAR"},
          new String[] {"scored_at", "TIMESTAMPTZ"});

  private final JobContext context;
  private final UpliftRows rows;

  UpliftTable(JobContext context, UpliftRows rows) {
    this.context = context;
    this.rows = rows;
  }

  /**
   * One treatment's scores.
   *
   * @param rows rows of the table
   * @param part per row {@code train}, {@code test} or {@code open}
   * @param heldOut per row, whether the model had not seen it
   * @param segment per row, name of its group
   */
  @SuppressWarnings("ArrayRecordComponent") // private to this package and never compared
  record Scores(
      String treated,
      String model,
      int[] rows,
      String[] part,
      boolean[] heldOut,
      double[] uplift,
      double[] untreated,
      double[] withTreatment,
      String[] segment) {}

  void write(List<Scores> treatments, @Nullable String id) throws Exception {
    append(treatments);
    KillPoint.LOAD.pass();
    create();
    context.execute(
        "DELETE FROM " + NAME + " WHERE source_table = ? AND outcome = ?",
        rows.table().name(),
        rows.outcomeColumn());
    context.execute(
        """
        INSERT INTO %s
        SELECT ?, coalesce(%s, CAST(%s AS VARCHAR)), %s, %s, s.treated, %s, s.part, s.uplift,
          s.untreated, s.with_treatment, s.segment,
          row_number() OVER ranking,
          1 + (row_number() OVER ranking - 1) * 10 // count(*) OVER (PARTITION BY s.treated),
          s.held_out, ?, s.model, ?, now()
        FROM %s s JOIN %s t ON t.%s = s.n
        WINDOW ranking AS (PARTITION BY s.treated ORDER BY s.uplift DESC, s.n)
        ORDER BY s.treated, s.uplift DESC, s.n
        """
            .formatted(
                NAME,
                id == null ? "NULL" : "CAST(t." + Sql.identifier(id) + " AS VARCHAR)",
                rows.table().line(),
                rows.table().file(),
                rows.table().line(),
                "nullif(trim(CAST(t." + Sql.identifier(rows.treatment()) + " AS VARCHAR)), '')",
                SCORES,
                rows.table().snapshot(),
                LearningTable.ROW),
        rows.table().name(),
        rows.outcomeColumn(),
        context.run());
  }

  private void append(List<Scores> treatments) throws Exception {
    context.execute(
        "CREATE OR REPLACE TEMP TABLE liftwerk_uplift_scores (n BIGINT, treated VARCHAR, model"
            + " VARCHAR, part VARCHAR, held_out BOOLEAN, uplift DOUBLE, untreated DOUBLE,"
            + " with_treatment DOUBLE, segment VARCHAR)");
    DuckDBConnection connection = context.connection().unwrap(DuckDBConnection.class);
    try (DuckDBAppender appender =
        connection.createAppender("temp", "main", "liftwerk_uplift_scores")) {
      for (Scores scores : treatments) {
        for (int i = 0; i < scores.rows().length; i++) {
          if ((i & 0xffff) == 0) {
            context.checkCancelled();
          }
          appender.beginRow();
          appender.append((long) scores.rows()[i]);
          appender.append(scores.treated());
          appender.append(scores.model());
          appender.append(scores.part()[i]);
          appender.append(scores.heldOut()[i]);
          appender.append(scores.uplift()[i]);
          appender.append(scores.untreated()[i]);
          appender.append(scores.withTreatment()[i]);
          appender.append(scores.segment()[i]);
          appender.endRow();
        }
      }
    }
  }

  private void create() throws Exception {
    context.execute(
        "CREATE TABLE IF NOT EXISTS %s (%s)"
            .formatted(
                NAME,
                COLUMNS.stream()
                    .map(column -> column[0] + " " + column[1])
                    .collect(Collectors.joining(", "))));
    var present = new ArrayList<String>();
    rows.table().query("DESCRIBE SELECT * FROM " + NAME, row -> present.add(row.getString(1)));
    if (!present.equals(COLUMNS.stream().map(column -> column[0]).toList())) {
      throw new WorkbenchException(
          "scores-table",
          NAME + " already exists with other columns than the scores need.",
          "Rename or drop it and score again.");
    }
  }
}
