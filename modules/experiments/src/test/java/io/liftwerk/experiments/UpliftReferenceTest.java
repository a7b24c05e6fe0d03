package io.liftwerk.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.experiments.UpliftResult.LearnerScore;
import io.liftwerk.experiments.UpliftResult.Random;
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

  private static LearnerScore score(UpliftResult result, String learner) {
    return result.learners().stream()
        .filter(score -> score.name().equals(learner))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void reachesScikitUpliftOnItsSplit() throws Exception {
    try (var bench = new UpliftBench(folder)) {
      hillstrom(bench);
      UpliftResult result = bench.run(new UpliftModels(request("part"))).result();
      JsonNode expected = References.of("hillstrom_womens").get("expected");
      assertEquals(expected.get("train").asLong(), result.trainRows());
      assertEquals(expected.get("test").asLong(), result.testRows());
      assertEquals(expected.get("rows").asLong(), result.trainRows() + result.testRows());
      LearnerScore logistic = score(result, "t-logistic");
      double sklift = expected.get("models").get("T|LR").get("qini_auc_sklift").asDouble();
      assertEquals(sklift, logistic.qini(), 0.003);
      LearnerScore chosen =
          result.learners().stream().filter(LearnerScore::chosen).findFirst().orElseThrow();
      assertTrue(chosen.qini() >= 0.065, chosen::toString);
      assertTrue(chosen.beatsRandom());
      JsonNode random = expected.get("random_ranking_qini");
      assertEquals(random.get("p95").asDouble(), chosen.randomP95(), 0.004);
      Random ours = result.treatments().getFirst().random();
      // both are drawn: by 1,000 shuffles here, a mean is sure to ±0.0013
      assertEquals(random.get("mean").asDouble(), ours.mean(), 0.002);
      assertEquals(random.get("sd").asDouble(), ours.deviation(), 0.001);
      // models of others on their own features: as near as the file asks of trees
      for (String[] pair :
          new String[][] {
            {"S_interaction|LR", "s-logistic"},
            {"T_ddr_control|LR", "ddr-logistic"},
            {"ClassTransform|LR", "class-logistic"},
            {"S|HGB(d3,lr.05,100,leaf100)", "s-boosted"},
            {"T|HGB(d3,lr.05,100,leaf100)", "t-boosted"},
            {"T_ddr_control|HGB(d3,lr.05,100,leaf100)", "ddr-boosted"},
            {"ClassTransform|HGB(d3,lr.05,100,leaf100)", "class-boosted"}
          }) {
        assertEquals(
            expected.get("models").get(pair[0]).get("qini_auc_sklift").asDouble(),
            score(result, pair[1]).qini(),
            0.02,
            pair[1]);
      }
      assertEquals(
          List.of(), result.leftOut().stream().filter(l -> l.column().equals("recency")).toList());
    }
  }
}
