package io.liftwerk.experiments.abtest;

import static io.liftwerk.experiments.abtest.Reference.near;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.experiments.abtest.Effect.Interval;
import io.liftwerk.experiments.abtest.Measure.Adjusted;
import io.liftwerk.experiments.abtest.Measure.AdjustedRatio;
import io.liftwerk.experiments.abtest.Measure.Mean;
import io.liftwerk.experiments.abtest.Measure.Quantile;
import io.liftwerk.experiments.abtest.Measure.Rate;
import io.liftwerk.experiments.abtest.Measure.Ratio;
import io.liftwerk.experiments.abtest.PostStratification.Stratum;
import io.liftwerk.experiments.abtest.Posterior.Prior;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every record harvested from the tests of GrowthBook's gbstats, and its power calculator. */
@Tag("reference")
class GrowthBookReferenceTest {
  private static final double TOLERANCE = 1e-9;

  private static Moments moments(JsonNode one) {
    long n = one.get("n").asLong();
    return switch (one.get("_type").asText()) {
      case "SampleMeanStatistic" ->
          Moments.ofSums(
              n,
              new double[] {one.get("sum").asDouble()},
              new double[][] {{one.get("sum_squares").asDouble()}});
      case "RatioStatistic" -> two(n, one, "m_statistic", "d_statistic", "m_d_sum_of_products");
      case "RegressionAdjustedStatistic" ->
          two(n, one, "post_statistic", "pre_statistic", "post_pre_sum_of_products");
      default -> four(n, one);
    };
  }

  private static Moments two(long n, JsonNode one, String first, String second, String product) {
    double common = one.get(product).asDouble();
    return Moments.ofSums(
        n,
        new double[] {
          one.at("/" + first + "/sum").asDouble(), one.at("/" + second + "/sum").asDouble()
        },
        new double[][] {
          {one.at("/" + first + "/sum_squares").asDouble(), common},
          {common, one.at("/" + second + "/sum_squares").asDouble()}
        });
  }

  private static Moments four(long n, JsonNode one) {
    String[] names = {"m_post", "d_post", "m_pre", "d_pre"};
    String[] records = {
      "m_statistic_post", "d_statistic_post", "m_statistic_pre", "d_statistic_pre"
    };
    var sums = new double[4];
    var squares = new double[4][4];
    for (int i = 0; i < 4; i++) {
      sums[i] = one.at("/" + records[i] + "/sum").asDouble();
      squares[i][i] = one.at("/" + records[i] + "/sum_squares").asDouble();
      for (int j = 0; j < 4; j++) {
        JsonNode product = one.get(names[i] + "_" + names[j] + "_sum_of_products");
        if (product != null) {
          squares[i][j] = product.asDouble();
          squares[j][i] = product.asDouble();
        }
      }
    }
    return Moments.ofSums(n, sums, squares);
  }

  private static boolean ratio(JsonNode one) {
    return one.get("_type").asText().contains("Ratio");
  }

  /** Both arms' figures; a covariate's slope is theirs together. */
  private static Measure[] measures(List<JsonNode[]> pairs) {
    JsonNode control = pairs.getFirst()[0];
    JsonNode treated = pairs.getFirst()[1];
    String type = control.get("_type").asText();
    if (type.equals("ProportionStatistic")) {
      return new Measure[] {
        new Rate(control.get("n").asLong(), control.get("sum").asDouble()),
        new Rate(treated.get("n").asLong(), treated.get("sum").asDouble())
      };
    }
    if (type.equals("QuantileStatistic")) {
      return new Measure[] {quantile(control), quantile(treated)};
    }
    Moments a = pairs.stream().map(pair -> moments(pair[0])).reduce(Moments::plus).orElseThrow();
    Moments b = pairs.stream().map(pair -> moments(pair[1])).reduce(Moments::plus).orElseThrow();
    return switch (type) {
      case "SampleMeanStatistic" -> new Measure[] {new Mean(a), new Mean(b)};
      case "RatioStatistic" -> new Measure[] {new Ratio(a), new Ratio(b)};
      case "RegressionAdjustedStatistic" -> {
        double theta = Adjusted.theta(a, b);
        yield new Measure[] {new Adjusted(a, theta), new Adjusted(b, theta)};
      }
      default -> {
        double theta = AdjustedRatio.theta(a, b);
        yield new Measure[] {new AdjustedRatio(a, theta), new AdjustedRatio(b, theta)};
      }
    };
  }

  private static Quantile quantile(JsonNode one) {
    assertEquals(one.get("n").asLong(), one.get("n_star").asLong());
    return new Quantile(
        one.get("n").asLong(),
        one.get("nu").asDouble(),
        one.get("quantile_hat").asDouble(),
        one.get("quantile_lower").asDouble(),
        one.get("quantile_upper").asDouble(),
        1);
  }

  @Test
  void agreesWithEveryRecord() throws Exception {
    JsonNode all = Reference.expected("gbstats_vectors");
    assertEquals(48, all.size());
    int power = 0;
    for (JsonNode one : all) {
      String what = one.get("test").asText() + " " + one.get("cls").asText();
      if (one.get("kind").asText().equals("power")) {
        power(one, what);
        power++;
      } else {
        test(one, what);
      }
    }
    assertEquals(2, power);
  }

  private static void test(JsonNode one, String what) {
    var pairs = new ArrayList<JsonNode[]>();
    one.at("/init/args/0").forEach(pair -> pairs.add(new JsonNode[] {pair.get(0), pair.get(1)}));
    JsonNode second = one.at("/init/args/1");
    JsonNode config = second.isMissingNode() ? one.at("/init/kwargs/config") : second;
    boolean relative =
        config.isMissingNode() || config.get("difference_type").asText().equals("relative");
    double alpha = config.path("alpha").asDouble(0.05);
    Measure[] arms = measures(pairs);
    Effect effect =
        relative ? Effect.relative(arms[0], arms[1]) : Effect.absolute(arms[0], arms[1]);
    if (config.path("post_stratify").asBoolean()) {
      var strata =
          pairs.stream().map(pair -> new Stratum(moments(pair[0]), moments(pair[1]))).toList();
      effect = PostStratification.of(strata, ratio(pairs.getFirst()[0]), relative, effect);
      assertNotNull(effect, what);
    }
    JsonNode result = one.get("result");
    if (!result.get("errorMessage").isNull()) {
      assertFalse(effect.known(), what);
      return;
    }
    if (one.get("kind").asText().equals("bayesian")) {
      bayesian(effect, config, arms[0], relative, alpha, result, what);
      return;
    }
    near(result.get("expected"), effect.estimate(), TOLERANCE, what);
    near(result.at("/uplift/mean"), effect.estimate(), TOLERANCE, what);
    near(result.at("/uplift/stddev"), effect.error(), TOLERANCE, what);
    double tuning = config.path("sequential_tuning_parameter").asDouble(AlwaysValid.TUNING);
    String cls = one.get("cls").asText();
    Interval interval =
        switch (cls) {
          case "TwoSidedTTest" -> effect.interval(alpha);
          case "OneSidedTreatmentGreaterTTest" -> effect.atLeast(alpha);
          case "OneSidedTreatmentLesserTTest" -> effect.atMost(alpha);
          case "SequentialTwoSidedTTest" -> AlwaysValid.interval(effect, alpha, tuning);
          case "SequentialOneSidedTreatmentGreaterTTest" ->
              AlwaysValid.atLeast(effect, alpha, tuning);
          default -> AlwaysValid.atMost(effect, alpha, tuning);
        };
    near(result.at("/ci/0"), interval.low(), TOLERANCE, what);
    near(result.at("/ci/1"), interval.high(), TOLERANCE, what);
    double p =
        switch (cls) {
          case "TwoSidedTTest" -> effect.p();
          case "OneSidedTreatmentGreaterTTest" -> effect.pGreater();
          case "OneSidedTreatmentLesserTTest" -> effect.pLess();
          case "SequentialTwoSidedTTest" -> AlwaysValid.p(effect, alpha, tuning);
          case "SequentialOneSidedTreatmentGreaterTTest" ->
              AlwaysValid.oneSided(effect, alpha, tuning, 1);
          default -> AlwaysValid.oneSided(effect, alpha, tuning, -1);
        };
    near(result.get("pValue"), p, TOLERANCE, what);
  }

  private static void bayesian(
      Effect effect,
      JsonNode config,
      Measure control,
      boolean relative,
      double alpha,
      JsonNode result,
      String what) {
    JsonNode given = config.path("prior_effect");
    boolean scaled = !relative && config.path("prior_type").asText().equals("relative");
    double unit = scaled ? Math.abs(control.plain()) : 1;
    Prior prior =
        given.path("proper").asBoolean()
            ? new Prior(
                given.get("mean").asDouble() * unit, given.get("variance").asDouble() * unit * unit)
            : null;
    Posterior posterior = Posterior.of(effect, prior);
    boolean inverse = config.path("inverse").asBoolean();
    near(result.get("expected"), posterior.mean(), TOLERANCE, what);
    near(result.at("/uplift/mean"), posterior.mean(), TOLERANCE, what);
    near(result.at("/uplift/stddev"), posterior.deviation(), TOLERANCE, what);
    near(result.at("/ci/0"), posterior.interval(alpha).low(), TOLERANCE, what);
    near(result.at("/ci/1"), posterior.interval(alpha).high(), TOLERANCE, what);
    double chance = posterior.chanceAbove();
    near(result.get("chanceToWin"), inverse ? 1 - chance : chance, TOLERANCE, what);
    double control0 = inverse ? posterior.lossOfTreated() : posterior.lossOfControl();
    double treated0 = inverse ? posterior.lossOfControl() : posterior.lossOfTreated();
    near(result.at("/risk/0"), control0, TOLERANCE, what);
    near(result.at("/risk/1"), treated0, TOLERANCE, what);
  }

  private static void power(JsonNode one, String what) {
    JsonNode moments = one.at("/init/args/0");
    JsonNode config = one.at("/init/args/3");
    JsonNode prior = config.get("prior_effect");
    int metrics = config.get("num_goal_metrics").asInt();
    var remaining =
        new Remaining(
            moments.get("standard_error").asDouble(),
            moments.get("pairwise_sample_size").asLong(),
            config.get("target_mde").asDouble(),
            0.05,
            (config.get("num_variations").asInt() - 1) * metrics,
            config.get("target_power").asDouble(),
            metrics,
            prior.isNull()
                ? null
                : new Prior(prior.get("mean").asDouble(), prior.get("variance").asDouble()),
            config.get("sequential").asBoolean() ? AlwaysValid.TUNING : null);
    Double factor = remaining.factor();
    assertTrue(factor != null, what);
    if (factor != null) {
      near(one.at("/result/scaling_factor"), factor, TOLERANCE, what);
    }
  }

  @Test
  void plansAsThePowerCalculatorDoes() throws Exception {
    JsonNode once = Reference.expected("growthbook_power");
    var mean = new RelativePower(10, 3909.9997749994377, 0.05, null);
    var sequential = new RelativePower(10, 3909.9997749994377, 0.05, 5000.0);
    double n = 400000 / 3.0;
    decimals(once.get("power"), mean.power(0.05, n));
    decimals(once.get("mde_80pct"), mean.smallest(0.8, n));
    decimals(once.get("sequential5000_power"), sequential.power(0.05, n));
    decimals(once.get("sequential5000_mde"), sequential.smallest(0.8, n));

    JsonNode weeks = Reference.expected("growthbook_power_weeks");
    double[][] metrics = {{0.1, 0.1 * 0.9, 0.05}, {0.1, 0.5, 0.3}};
    for (int i = 0; i < 18; i++) {
      double[] metric = metrics[i % 2];
      double arm = 4500 * (i / 2 + 1) / 3.0;
      var fixed = new RelativePower(metric[0], metric[1], 0.05, null);
      var always = new RelativePower(metric[0], metric[1], 0.05, 5000.0);
      decimals(weeks.get("power").get(i), fixed.power(metric[2], arm));
      decimals(weeks.get("mde").get(i), fixed.smallest(0.8, arm));
      decimals(weeks.get("sequential_power").get(i), always.power(metric[2], arm));
      decimals(weeks.get("sequential_mde").get(i), always.smallest(0.8, arm));
      decimals(
          weeks.get("bayes_power_prior_N_0_2_var_0_3").get(i),
          fixed.bayesian(metric[2], arm, new Prior(0.2, 0.3)));
    }
    // GrowthBook takes the first week whose power, rounded to two decimals, is enough
    var revenue = new RelativePower(0.1, 0.5, 0.05, null);
    int week = 1;
    while (Math.round(revenue.power(0.3, 1500.0 * week) * 100) < 80) {
      week++;
    }
    assertEquals(weeks.get("weeks_needed").get(1).asInt(), week);
    var clicks = new RelativePower(0.1, 0.1 * 0.9, 0.05, null);
    assertTrue(clicks.power(0.05, 1500.0 * 9) < 0.795);
    assertNull(clicks.smallest(0.8, 10));
  }

  private static void decimals(
      JsonNode expected, @org.jspecify.annotations.Nullable Double actual) {
    assertEquals(expected.asDouble(), actual == null ? Double.NaN : actual, 0.5000001e-5);
  }

  @Test
  void knowsTheVarianceOfARelativeDifference() throws Exception {
    JsonNode expected = Reference.expected("growthbook_delta_variance");
    Measure control = new Mean(new Moments(4, new double[] {7}, new double[][] {{2 * 3}}));
    Measure treated = new Mean(new Moments(15, new double[] {5}, new double[][] {{0.5 * 14}}));
    double absolute = Effect.absolute(control, treated).error();
    double relative = Effect.relative(control, treated).error();
    decimals(expected.get("absolute"), absolute * absolute);
    decimals(expected.get("relative"), relative * relative);
  }
}
