package io.liftwerk.experiments;

import static io.liftwerk.experiments.abtest.Reference.close;
import static io.liftwerk.experiments.abtest.Reference.expected;
import static io.liftwerk.experiments.abtest.Reference.near;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.experiments.AbTestResult.Arm;
import io.liftwerk.experiments.AbTestResult.Balance;
import io.liftwerk.experiments.AbTestResult.Comparison;
import io.liftwerk.experiments.AbTestResult.LeastSquares;
import io.liftwerk.experiments.AbTestResult.Unadjusted;
import io.liftwerk.experiments.abtest.Effect;
import io.liftwerk.experiments.abtest.Measure.Adjusted;
import io.liftwerk.experiments.abtest.Measure.Mean;
import io.liftwerk.experiments.abtest.Moments;
import io.liftwerk.experiments.abtest.MultipleTesting;
import io.liftwerk.experiments.abtest.Probability;
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
      near(
          expected("data_hillstrom_srm").get("chi2"),
          plain.sampleRatio().chiSquared(),
          TOLERANCE,
          "");
      assertTrue(plain.sampleRatio().ok());
      for (Arm arm : plain.arms()) {
        assertEquals(
            expected("data_hillstrom_srm").get("counts").get(arm.name()).asLong(), arm.persons());
      }
      for (String arm : List.of("Mens E-Mail", "Womens E-Mail")) {
        for (String metric : List.of("spend", "visit", "conversion")) {
          JsonNode one =
              expected(
                  "data_hillstrom_cuped_%s_%s_history".formatted(arm.replace(' ', '_'), metric));
          String what = arm + " " + metric;
          agrees(one, find(plain, metric, arm), find(adjusted, metric, arm), what);
          sums(
              one,
              moments(bench, "hillstrom", metric, "history", "segment = 'No E-Mail'"),
              moments(bench, "hillstrom", metric, "history", "segment = '" + arm + "'"),
              what);
          average(expected("hillstrom_ate").get("ATE|" + arm + "|" + metric), plain, metric, arm);
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
    double[] raw = order.stream().mapToDouble(Comparison::p).toArray();
    double[] bonferroni = MultipleTesting.BONFERRONI.adjust(raw);
    double[] dependent = MultipleTesting.BENJAMINI_YEKUTIELI.adjust(raw);
    for (int i = 0; i < raw.length; i++) {
      close(expected.at("/bonferroni/" + i), bonferroni[i], TOLERANCE, "bonferroni " + i);
      close(expected.at("/fdr_by/" + i), dependent[i], TOLERANCE, "by " + i);
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
      sums(
          one,
          moments(bench, "artea", "revenue_after", "num_past_purch", "test_coupon = 0"),
          moments(bench, "artea", "revenue_after", "num_past_purch", "test_coupon = 1"),
          "artea");
      near(one.get("pre_period_balance_welch_p"), adjusted.balance().getFirst().p(), TOLERANCE, "");
    }
  }

  /** Outcome and covariate of an arm, by the database's own sums. */
  private static Moments moments(AbBench bench, String table, String y, String x, String arm)
      throws Exception {
    double[] sums =
        bench.numbers(
            ("SELECT count(*), sum(y), sum(x), sum(y * y), sum(y * x), sum(x * x) FROM (SELECT"
                    + " CAST(%s AS DOUBLE) AS y, CAST(%s AS DOUBLE) AS x FROM bronze.%s WHERE %s)")
                .formatted(y, x, table, arm));
    return Moments.ofSums(
        (long) sums[0],
        new double[] {sums[1], sums[2]},
        new double[][] {{sums[3], sums[4]}, {sums[4], sums[5]}});
  }

  /** What results do not show: sums, slope, correlation, t, and errors of relative effects. */
  private static void sums(JsonNode one, Moments control, Moments treated, String what) {
    Moments[] arms = {control, treated};
    for (int arm = 0; arm < 2; arm++) {
      String name = arm == 0 ? "c" : "t";
      Moments m = arms[arm];
      JsonNode sums = one.get("sums");
      near(sums.get("y_" + name), m.n() * m.mean()[0], TOLERANCE, what);
      near(sums.get("x_" + name), m.n() * m.mean()[1], TOLERANCE, what);
      near(sums.get("yy_" + name), raw(m, 0, 0), TOLERANCE, what);
      near(sums.get("xx_" + name), raw(m, 1, 1), TOLERANCE, what);
      near(sums.get("xy_" + name), raw(m, 0, 1), TOLERANCE, what);
    }
    Moments both = control.plus(treated);
    near(
        one.get("corr_xy"),
        both.covariance(0, 1) / Math.sqrt(both.covariance(0, 0) * both.covariance(1, 1)),
        TOLERANCE,
        what);
    double theta = Adjusted.theta(control, treated);
    near(one.get("theta_pooled_over_all_rows"), theta, TOLERANCE, what);
    near(one.get("gbstats_theta"), theta, TOLERANCE, what);
    var c = new Adjusted(control, theta);
    var t = new Adjusted(treated, theta);
    effect(one.get("gbstats_cuped_absolute"), Effect.absolute(c, t), what);
    effect(one.get("gbstats_cuped_relative"), Effect.relative(c, t), what);
    var plainC = new Mean(control.columns(0));
    var plainT = new Mean(treated.columns(0));
    effect(one.get("gbstats_no_cuped_relative"), Effect.relative(plainC, plainT), what);
    Effect raw = Effect.absolute(plainC, plainT);
    near(one.at("/raw/t"), raw.estimate() / raw.error(), TOLERANCE, what);
    Effect cuped = Effect.absolute(c, t);
    near(one.at("/cuped/t"), cuped.estimate() / cuped.error(), TOLERANCE, what);
  }

  private static double raw(Moments m, int i, int j) {
    return m.products()[i][j] + m.n() * m.mean()[i] * m.mean()[j];
  }

  private static void effect(JsonNode expected, Effect effect, String what) {
    near(expected.get("expected"), effect.estimate(), TOLERANCE, what);
    near(expected.at("/ci/0"), effect.interval(0.05).low(), TOLERANCE, what);
    near(expected.at("/ci/1"), effect.interval(0.05).high(), TOLERANCE, what);
    near(expected.get("se"), effect.error(), TOLERANCE, what);
    // gbstats takes 1 minus the distribution, which leaves 0 of a tail of 1e-112: digits behind the
    // sixteenth cannot be compared here, those of SciPy's p are, above
    near(expected.get("p"), effect.p(), TOLERANCE, what);
  }

  /** The plain average effect with a normal interval. */
  private static void average(JsonNode one, AbTestResult result, String metric, String arm) {
    Comparison ours = find(result, metric, arm);
    String what = arm + " " + metric;
    double tolerance = 1e-10;
    assertEquals(one.get("n_t").asLong(), ours.n());
    assertEquals(one.get("n_c").asLong(), ours.controlN());
    near(one.get("mean_t"), ours.value(), tolerance, what);
    near(one.get("mean_c"), ours.controlValue(), tolerance, what);
    near(one.get("sum_t"), ours.value() * ours.n(), tolerance, what);
    near(one.get("sum_c"), ours.controlValue() * ours.controlN(), tolerance, what);
    near(one.get("diff"), ours.difference(), tolerance, what);
    near(one.get("se_unpooled"), ours.standardError(), tolerance, what);
    double z = ours.difference() / ours.standardError();
    near(one.get("z"), z, tolerance, what);
    close(one.get("p_normal"), Probability.twoSided(z), tolerance, what);
    double half = Probability.z(0.025) * ours.standardError();
    near(one.at("/ci95/0"), ours.difference() - half, tolerance, what);
    near(one.at("/ci95/1"), ours.difference() + half, tolerance, what);
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
