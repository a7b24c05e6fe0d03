package io.liftwerk.experiments;

import static io.liftwerk.experiments.abtest.Reference.close;
import static io.liftwerk.experiments.abtest.Reference.expected;
import static io.liftwerk.experiments.abtest.Reference.near;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.experiments.AbTestResult.Balance;
import io.liftwerk.experiments.AbTestResult.Comparison;
import io.liftwerk.experiments.AbTestResult.LeastSquares;
import io.liftwerk.experiments.AbTestResult.Unadjusted;
import io.liftwerk.testsupport.SharedData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on Hillstrom's e-mails and Artea's coupon, beside statsmodels and gbstats. */
@Tag("reference")
class AbTestReferenceTest {
  private static final double TOLERANCE = 1e-8;

  @TempDir private Path folder;

  static AbTestRequest with(AbTestRequest request, @Nullable String covariate) {
    return new AbTestRequest(
        request.table(),
        request.arm(),
        request.control(),
        request.metrics(),
        covariate,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        0.05,
        "once",
        null,
        null,
        "holm",
        null);
  }

  private static Comparison find(AbTestResult result, String metric, String arm) {
    return result.metrics().stream()
        .filter(one -> one.metric().equals(metric) && one.arm().equals(arm))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void comparesHillstromsArms() throws Exception {
    try (var bench = new AbBench(folder)) {
      bench.load("hillstrom", SharedData.file("data/experiments/hillstrom.csv"));
      AbTestRequest request =
          AbTestRequest.of(
              "hillstrom",
              "segment",
              "No E-Mail",
              List.of("spend:revenue", "visit:proportion", "conversion:proportion"));
      AbTestResult plain = bench.compare(request);
      AbTestResult adjusted = bench.compare(with(request, "history"));
      near(expected("data_hillstrom_srm").get("p"), plain.sampleRatio().p(), TOLERANCE, "sizes");
      assertTrue(plain.sampleRatio().ok());
      for (String arm : List.of("Mens E-Mail", "Womens E-Mail")) {
        for (String metric : List.of("spend", "visit", "conversion")) {
          JsonNode one =
              expected(
                  "data_hillstrom_cuped_%s_%s_history".formatted(arm.replace(' ', '_'), metric));
          agrees(one, find(plain, metric, arm), find(adjusted, metric, arm), arm + " " + metric);
          Balance balance =
              adjusted.balance().stream()
                  .filter(b -> b.arm().equals(arm))
                  .findFirst()
                  .orElseThrow();
          near(one.get("pre_period_balance_welch_p"), balance.p(), TOLERANCE, arm);
        }
      }
      multiple(plain);
    }
  }

  /** In the reference's order: each arm's spend, visit, conversion. */
  private static void multiple(AbTestResult result) throws Exception {
    JsonNode expected = expected("data_hillstrom_multiple_testing");
    var order = new ArrayList<Comparison>();
    for (String arm : List.of("Mens E-Mail", "Womens E-Mail")) {
      for (String metric : List.of("spend", "visit", "conversion")) {
        order.add(find(result, metric, arm));
      }
    }
    for (int i = 0; i < order.size(); i++) {
      close(expected.at("/p_raw/" + i), order.get(i).p(), TOLERANCE, "raw " + i);
      close(expected.at("/holm/" + i), order.get(i).adjustedP(), TOLERANCE, "holm " + i);
      close(expected.at("/fdr_bh/" + i), order.get(i).falseDiscovery(), TOLERANCE, "bh " + i);
    }
  }

  @Test
  void comparesArteasCoupon() throws Exception {
    try (var bench = new AbBench(folder)) {
      bench.load("artea", SharedData.file("data/experiments/artea-a_b-experiment.csv"));
      AbTestRequest request =
          AbTestRequest.of("artea", "test_coupon", "0", List.of("revenue_after:revenue"));
      AbTestResult plain = bench.compare(request);
      AbTestResult adjusted = bench.compare(with(request, "num_past_purch"));
      JsonNode one = expected("data_artea_cuped_revenue_after_num_past_purch");
      agrees(one, plain.metrics().getFirst(), adjusted.metrics().getFirst(), "artea");
      near(one.get("pre_period_balance_welch_p"), adjusted.balance().getFirst().p(), TOLERANCE, "");
    }
  }

  private static void agrees(JsonNode one, Comparison plain, Comparison adjusted, String what) {
    assertEquals(one.get("n_c").asLong(), plain.controlN());
    assertEquals(one.get("n_t").asLong(), plain.n());
    near(one.at("/raw/diff"), plain.difference(), TOLERANCE, what);
    close(one.at("/raw/p"), plain.p(), TOLERANCE, what);
    near(one.at("/raw/se"), plain.standardError(), TOLERANCE, what);
    lift(one.get("gbstats_no_cuped_relative"), plain, what);

    near(one.at("/cuped/diff"), adjusted.difference(), TOLERANCE, what);
    close(one.at("/cuped/p"), adjusted.p(), TOLERANCE, what);
    near(one.at("/cuped/se"), adjusted.standardError(), TOLERANCE, what);
    near(one.at("/gbstats_cuped_absolute/ci/0"), adjusted.low(), TOLERANCE, what);
    near(one.at("/gbstats_cuped_absolute/ci/1"), adjusted.high(), TOLERANCE, what);
    lift(one.get("gbstats_cuped_relative"), adjusted, what);
    Unadjusted before = adjusted.unadjusted();
    assertNotNull(before);
    near(one.at("/raw/se"), before.standardError(), TOLERANCE, what);
    near(one.get("variance_reduction_pct"), before.varianceReduction() * 100, TOLERANCE, what);
    LeastSquares squares = adjusted.regression();
    assertNotNull(squares);
    near(one.at("/ancova_HC2/effect"), squares.effect(), TOLERANCE, what);
    near(one.at("/ancova_HC2/se"), squares.standardError(), TOLERANCE, what);
    close(one.at("/ancova_HC2/p"), squares.p(), TOLERANCE, what);
    near(one.at("/lin_interacted_HC2/effect"), squares.interacted(), TOLERANCE, what);
    near(one.at("/lin_interacted_HC2/se"), squares.interactedError(), TOLERANCE, what);
    close(one.at("/lin_interacted_HC2/p"), squares.interactedP(), TOLERANCE, what);
  }

  private static void lift(JsonNode expected, Comparison one, String what) {
    Double[] lift = {one.lift(), one.liftLow(), one.liftHigh()};
    assertTrue(Arrays.stream(lift).allMatch(value -> value != null), what);
    near(expected.get("expected"), lift[0], TOLERANCE, what);
    near(expected.at("/ci/0"), lift[1], TOLERANCE, what);
    near(expected.at("/ci/1"), lift[2], TOLERANCE, what);
  }
}
