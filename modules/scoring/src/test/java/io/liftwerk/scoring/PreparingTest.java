package io.liftwerk.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.scoring.LeadScoringResult.LeftOut;
import io.liftwerk.scoring.features.Preparation;
import io.liftwerk.scoring.models.FittedModel;
import io.liftwerk.workspace.JobRunner;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How columns become features is learned on the training part; of text only that it is there. */
class PreparingTest {
  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(folder);
    bench.sql(
        """
        CREATE TABLE bronze.leads AS SELECT i + 2 AS _row, (hash(i) % 1000)::DOUBLE AS number,
          CASE WHEN i % 3 = 0 THEN 'test' ELSE 'train' END AS part,
          CASE WHEN i % 3 = 0 THEN 'late' WHEN i % 2 = 0 THEN 'even' ELSE 'odd' END AS level,
          CASE WHEN hash(i + 5) % 4 > 0
            THEN 'nm_' || rpad(translate(md5(i::VARCHAR), '0189', 'wxyz'), 26, 'a') END AS contact,
          'em_' || rpad(translate(md5(i::VARCHAR), '0189', 'wxyz'), 26, 'a') AS mail,
          CASE WHEN hash(i + 6) % 3 > 0
            THEN 'called about offer ' || md5(i::VARCHAR) || ' again' END AS remark,
          CASE WHEN i % 450 = 1 THEN DATE '2999-12-31' ELSE DATE '2025-01-01' + (i % 200)::INTEGER
            END AS created,
          CASE WHEN i % 3 = 0 THEN DATE '2026-06-01' ELSE DATE '2026-01-01' + (i % 90)::INTEGER
            END AS changed,
          'place ' || hash(i) % 10000 AS place, NULL::VARCHAR AS none, 'x' AS constant,
          CASE WHEN hash(i + 7) % 100 < CASE WHEN hash(i + 5) % 4 > 0 THEN 40 ELSE 10 END
            THEN 'yes' ELSE 'no' END AS won
        FROM range(900) t(i)
        """);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void learnsOnTheTrainingPartAndNeverWhoSomebodyIs() {
    var job = new LeadScoring(Bench.request("leads", "won", List.of(), "part", 7));
    LeadScoringResult result = new JobRunner(bench.workspace(), Runnable::run).run(job).result();
    FittedModel model = job.model();
    assertNotNull(model);
    assertEquals(
        List.of(
            new Preparation.Number("number", false),
            new Preparation.Category("level", List.of("even", "odd")),
            new Preparation.Text("contact", false),
            new Preparation.Text("remark", true),
            new Preparation.Date("created", 20_288, false),
            new Preparation.Date("changed", 20_543, false)),
        model.preparation().inputs());
    assertEquals(
        List.of("mail", "place", "none", "constant"),
        result.leftOut().stream().map(LeftOut::column).toList());
    assertTrue(result.leftOut().getFirst().reason().startsWith("holds pseudonyms"));
    assertFalse(model.json().matches("(?s).*(nm|em)_[a-z2-7]{26}.*"), "no pseudonym is kept");
    assertEquals(
        List.of("created"),
        result.warnings().stream()
            .filter(warning -> warning.code().equals("dates-astray"))
            .map(ScoringWarning::column)
            .toList());
  }

  @Test
  void warnsOfAColumnThatIsFilledOnlyOnceTheOutcomeIsKnown() throws Exception {
    bench.sql(
        "ALTER TABLE bronze.leads ADD COLUMN invoice DOUBLE",
        "UPDATE bronze.leads SET won = NULL WHERE _row % 5 = 0",
        "UPDATE bronze.leads SET invoice = hash(_row) % 100 WHERE won IS NOT NULL");
    LeadScoringResult result = bench.score(Bench.request("leads", "won"));
    assertEquals(
        List.of("invoice"),
        result.warnings().stream()
            .filter(warning -> warning.code().equals("filled-after"))
            .map(ScoringWarning::column)
            .toList());
  }

  @Test
  void moreColumnsThanAreKeptAndTenThousandLevelsAreFine() throws Exception {
    var columns = new StringBuilder();
    for (int c = 0; c < 340; c++) {
      columns.append(", hash(i * 31 + ").append(c).append(") % 97 AS c").append(c);
    }
    bench.sql(
        "CREATE TABLE bronze.wide AS SELECT i + 2 AS _row, 'v' || hash(i) % 10000 AS many, won"
            + columns
            + " FROM range(60) t(i), (SELECT 1) JOIN bronze.leads ON _row = i + 2");
    LeadScoringResult result = bench.score(Bench.request("wide", "won"));
    assertEquals(300, result.features().size());
    assertEquals(60, result.rows());
  }
}
