package io.liftwerk.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.experiments.UpliftResult.LearnerScore;
import io.liftwerk.testsupport.SharedData;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on Hillstrom's women's e-mail, beside scikit-uplift. */
@Tag("reference")
class UpliftReferenceTest {
  @TempDir private Path folder;

  /** The rows in the file's order, with the reference split in the column part. */
  static void hillstrom(UpliftBench bench) throws Exception {
    Path file = SharedData.file("data/experiments/hillstrom.csv");
    Path testRows = SharedData.file("reference/splits/hillstrom_womens_test_rows.csv");
    bench.sql(
        """
        CREATE TABLE bronze.hillstrom AS
        SELECT *, CASE WHEN _row - 1 IN (SELECT row FROM read_csv(%2$s)) THEN 'test' ELSE 'train'
          END AS part
        FROM (SELECT row_number() OVER () AS _row, * FROM read_csv(%1$s, parallel = false))
        """
            .formatted(bench.csv(file), bench.csv(testRows)));
  }

  static UpliftRequest request(String split) {
    return UpliftRequest.of(
        "hillstrom", "segment", "No E-Mail", "Womens E-Mail", "visit", split, 7);
  }

  @Test
  void reachesScikitUpliftOnItsSplit() throws Exception {
    try (var bench = new UpliftBench(folder)) {
      hillstrom(bench);
      UpliftResult result = bench.run(new UpliftModels(request("part"))).result();
      JsonNode expected = References.of("hillstrom_womens").get("expected");
      assertEquals(expected.get("train").asLong(), result.trainRows());
      assertEquals(expected.get("test").asLong(), result.testRows());
      LearnerScore logistic =
          result.learners().stream()
              .filter(score -> score.name().equals("t-logistic"))
              .findFirst()
              .orElseThrow();
      double sklift = expected.get("models").get("T|LR").get("qini_auc_sklift").asDouble();
      assertEquals(sklift, logistic.qini(), 0.003);
      LearnerScore chosen =
          result.learners().stream().filter(LearnerScore::chosen).findFirst().orElseThrow();
      assertTrue(chosen.qini() >= 0.065, chosen::toString);
      assertTrue(chosen.beatsRandom());
      JsonNode random = expected.get("random_ranking_qini");
      assertEquals(random.get("p95").asDouble(), chosen.randomP95(), 0.004);
      assertEquals(
          List.of(), result.leftOut().stream().filter(l -> l.column().equals("recency")).toList());
    }
  }
}
