package io.liftwerk.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.experiments.PolicyEvaluationResult.Estimate;
import io.liftwerk.testsupport.SharedData;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The value of an even split by the log of a bandit, beside Open Bandit Pipeline. */
@Tag("reference")
class PolicyEvaluationReferenceTest {
  @TempDir private Path folder;

  private static double value(PolicyEvaluationResult result, String name) {
    return result.estimates().stream()
        .filter(one -> one.name().equals(name))
        .mapToDouble(Estimate::value)
        .findFirst()
        .orElseThrow();
  }

  private static PolicyEvaluationRequest request(double switchAt) {
    return new PolicyEvaluationRequest(
        "log", "item_id", "click", "propensity_score", "position", "even", 0.01, 100, switchAt, 7);
  }

  @Test
  void valuesAnEvenSplitAsOpenBanditPipelineDoes() throws Exception {
    try (var bench = new UpliftBench(folder)) {
      bench.sql(
          "CREATE TABLE bronze.log AS SELECT row_number() OVER () AS _row, * FROM read_csv(%s, parallel = false)"
              .formatted(bench.csv(SharedData.file("data/bandits/bts_men/men.csv"))));
      // the reference's model: (clicks + 1) / (decisions + 100) by item and position
      PolicyEvaluationResult result = bench.run(new PolicyEvaluation(request(3))).result();
      PolicyEvaluationResult at10 = bench.run(new PolicyEvaluation(request(10))).result();
      JsonNode expected = References.of("ope_obp_own_code").get("expected");
      assertEquals(expected.get("IPW").asDouble(), value(result, "ipw"), 1e-12);
      assertEquals(expected.get("SNIPW").asDouble(), value(result, "snipw"), 1e-12);
      assertEquals(expected.get("DM").asDouble(), value(result, "dm"), 1e-12);
      assertEquals(expected.get("DR").asDouble(), value(result, "dr"), 1e-12);
      assertEquals(expected.get("SNDR").asDouble(), value(result, "sndr"), 1e-12);
      assertEquals(expected.get("SwitchDR_lambda3").asDouble(), value(result, "switch-dr"), 1e-12);
      assertEquals(expected.get("DRos_lambda100").asDouble(), value(result, "dr-shrunk"), 1e-12);
      JsonNode log = References.of("ope_bts_log_estimates_uniform_policy").get("expected");
      assertEquals(log.get("n").asLong(), result.decisions());
      assertEquals(
          log.get("on_policy_value_of_logging_policy").asDouble(), result.logged().value(), 1e-12);
      assertEquals(log.get("clipped_ipw_3").asDouble(), value(result, "ipw-clipped"), 1e-12);
      assertEquals(log.get("clipped_ipw_10").asDouble(), value(at10, "ipw-clipped"), 1e-12);
      assertEquals(
          expected.get("IPW_clip_lambda3").asDouble(), value(result, "ipw-clipped"), 1e-12);
      assertEquals(log.get("ipw_se").asDouble(), result.estimates().getFirst().error(), 1e-12);
      assertEquals(log.get("ipw").asDouble(), value(result, "ipw"), 1e-12);
      assertEquals(log.get("snipw").asDouble(), value(result, "snipw"), 1e-12);
      assertEquals(log.get("n_clicks_bts").asDouble(), result.logged().value() * 10_000, 1e-9);
      JsonNode weights = log.get("weights");
      assertEquals(weights.get("ess").asDouble(), result.overlap().effectiveSize(), 1e-9);
      assertEquals(weights.get("mean").asDouble(), result.overlap().meanWeight(), 1e-12);
      assertEquals(weights.get("max").asDouble(), result.overlap().largestWeight(), 1e-11);
      assertEquals(weights.get("min").asDouble(), result.overlap().smallestWeight(), 1e-12);
      // what an even split brought in truth, told by its own log, lies in the interval
      double truth = log.get("on_policy_value_of_uniform_from_random_log").asDouble();
      String drawn = bench.csv(SharedData.file("data/bandits/random_men/men.csv"), "random.csv");
      assertEquals(
          List.of(truth + "|" + log.get("n_clicks_random").asLong()),
          bench.query(
              "SELECT avg(click), CAST(sum(click) AS BIGINT) FROM read_csv(" + drawn + ")"));
      Estimate snipw = result.estimates().get(2);
      assertTrue(snipw.low() < truth && truth < snipw.high(), snipw::toString);
    }
  }
}
