package io.liftwerk.experiments.abtest;

import static io.liftwerk.experiments.abtest.Reference.close;
import static io.liftwerk.experiments.abtest.Reference.expected;
import static io.liftwerk.experiments.abtest.Reference.near;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.experiments.abtest.Effect.Interval;
import io.liftwerk.experiments.abtest.Measure.Mean;
import io.liftwerk.experiments.abtest.TwoRates.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Beside statsmodels, SciPy, R and Spotify's confidence. */
@Tag("reference")
class TablesReferenceTest {
  private static final double TOLERANCE = 1e-8;

  private static void interval(JsonNode expected, Interval actual, String what) {
    near(expected.get(0), actual.low(), TOLERANCE, what);
    near(expected.get(1), actual.high(), TOLERANCE, what);
  }

  private static double[] numbers(JsonNode list) {
    var numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = list.get(i).asDouble();
    }
    return numbers;
  }

  private static void numbers(JsonNode expected, double[] actual, double tolerance, String what) {
    assertEquals(expected.size(), actual.length, what);
    for (int i = 0; i < actual.length; i++) {
      near(expected.get(i), actual[i], tolerance, what + " " + i);
    }
  }

  private static TwoRates rates(JsonNode one) {
    return new TwoRates(
        one.get("count1").asDouble(),
        one.get("nobs1").asDouble(),
        one.get("count2").asDouble(),
        one.get("nobs2").asDouble());
  }

  @Test
  void intervalsOfARate() throws Exception {
    for (JsonNode one : expected("statsmodels_proportion_confint")) {
      double x = one.get("count").asDouble();
      double n = one.get("nobs").asDouble();
      String what = x + " of " + n;
      interval(one.get("normal"), RateInterval.NORMAL.of(x, n, 0.05), what);
      interval(one.get("agresti_coull"), RateInterval.AGRESTI_COULL.of(x, n, 0.05), what);
      interval(one.get("beta"), RateInterval.EXACT.of(x, n, 0.05), what);
      interval(one.get("wilson"), RateInterval.WILSON.of(x, n, 0.05), what);
      interval(one.get("jeffreys"), RateInterval.JEFFREYS.of(x, n, 0.05), what);
    }
  }

  @Test
  void testsOfTwoRates() throws Exception {
    for (JsonNode one : expected("statsmodels_proportions_ztest")) {
      var rates =
          new TwoRates(
              one.at("/count/0").asDouble(),
              one.at("/nobs/0").asDouble(),
              one.at("/count/1").asDouble(),
              one.at("/nobs/1").asDouble());
      double z = rates.pooledZ();
      near(one.get("z"), z, TOLERANCE, one.toString());
      double p =
          switch (one.get("alternative").asText()) {
            case "larger" -> Probability.above(z);
            case "smaller" -> Probability.below(z);
            default -> Probability.twoSided(z);
          };
      near(one.get("p"), p, TOLERANCE, one.toString());
    }
    for (JsonNode one : expected("statsmodels_test_proportions_2indep_diff_value")) {
      double value = one.get("value").asDouble();
      TwoRates rates = rates(one);
      double z =
          switch (one.get("method").asText()) {
            case "wald" -> rates.waldZ(value);
            case "agresti-caffo" -> rates.padded().waldZ(value);
            default -> rates.scoreZ(Scale.DIFFERENCE, value);
          };
      // away from 0 statsmodels' cubic has a slip, see scoreAsInStatsmodels; ours is what it should
      // be
      if (one.get("method").asText().equals("score") && value != 0) {
        close(one.get("stat"), scoreAsInStatsmodels(rates, value), TOLERANCE, one.toString());
        close(
            one.get("p"),
            Probability.twoSided(scoreAsInStatsmodels(rates, value)),
            TOLERANCE,
            one.toString());
        assertEquals(1.1032889161070256, z, TOLERANCE);
        assertEquals(0.26990171842838584, Probability.twoSided(z), TOLERANCE);
      } else {
        close(one.get("stat"), z, TOLERANCE, one.toString());
        close(one.get("p"), Probability.twoSided(z), TOLERANCE, one.toString());
      }
    }
    // the file does not state the margins; a lower one of -0.05 gives its figure to the last digit,
    // and the upper one is then too far away to matter
    close(
        expected("statsmodels_tost_proportions_2indep").get(0),
        new TwoRates(45, 420, 30, 400).padded().equivalence(-0.05, 0.2),
        TOLERANCE,
        "equivalence");
  }

  /**
   * The score test of a difference as statsmodels has it, which is not a test of Miettinen and
   * Nurminen (1985): the coefficient of their cubic that is linear in the rate is ((n₂ d − n − 2
   * x₂) d + x), which statsmodels writes with x₂, a count, in place of n₂, the group's size ({@code
   * tmp1} of {@code score_test_proportions_2indep}, 0.13 and later). So its rates are not where the
   * likelihood is largest, while ours are: {@link TwoRatesTest}.
   */
  private static double scoreAsInStatsmodels(TwoRates rates, double d) {
    double n = rates.n1() + rates.n2();
    double x = rates.x1() + rates.x2();
    double x2 = rates.x2();
    double c2 = ((rates.n1() + 2 * rates.n2()) * d - n - x) / (3 * n);
    double c1 = ((x2 * d - n - 2 * x2) * d + x) / (3 * n);
    double c0 = x2 * d * (1 - d) / (2 * n);
    double q = c2 * c2 * c2 - 1.5 * c1 * c2 + c0;
    double p = Math.signum(q) * Math.sqrt(c2 * c2 - c1);
    double second = 2 * p * Math.cos((Math.PI + Math.acos(q / (p * p * p))) / 3) - c2;
    double first = second + d;
    double variance = first * (1 - first) / rates.n1() + second * (1 - second) / rates.n2();
    return (rates.difference() - d) / Math.sqrt(variance * n / (n - 1));
  }

  @Test
  void intervalsOfTwoRates() throws Exception {
    JsonNode all = expected("statsmodels_confint_proportions_2indep");
    for (JsonNode one : all) {
      TwoRates rates = rates(one);
      switch (one.get("compare").asText()) {
        case "diff" -> {
          interval(one.get("wald"), rates.wald(0.05), "wald");
          interval(one.get("agresti-caffo"), rates.padded().wald(0.05), "agresti-caffo");
          interval(one.get("newcomb"), rates.newcombe(0.05), "newcomb");
          // with the same slip: the ends of its interval are where its own test says so
          double edge = Probability.z(0.025);
          near(one.at("/score/0"), scored(rates, edge, -0.2, 0.03), TOLERANCE, "score");
          near(one.at("/score/1"), scored(rates, -edge, 0.034, 0.3), TOLERANCE, "score");
          Interval score = rates.score(Scale.DIFFERENCE, 0.05);
          assertEquals(-0.007526410644263493, score.low(), TOLERANCE);
          assertEquals(0.07229576391184174, score.high(), TOLERANCE);
        }
        case "ratio" -> {
          interval(one.get("log"), rates.logRatio(0.05, 0), "log");
          interval(one.get("log-adjusted"), rates.logRatio(0.05, 0.5), "log-adjusted");
          interval(one.get("score"), rates.score(Scale.RATIO, 0.05), "ratio score");
        }
        default -> {
          interval(one.get("logit"), rates.logOdds(0.05, 0), "logit");
          interval(one.get("logit-adjusted"), rates.logOdds(0.05, 0.5), "logit-adjusted");
          interval(one.get("score"), rates.score(Scale.ODDS_RATIO, 0.05), "odds score");
        }
      }
    }
    assertEquals(3, all.size());
  }

  private static double scored(TwoRates rates, double z, double from, double to) {
    return Probability.root(d -> scoreAsInStatsmodels(rates, d) - z, from, to);
  }

  @Test
  void pearsonAndFisherAsInR() throws Exception {
    for (String id : List.of("R_prop_test_correct", "R_prop_test_nocorrect", "R_prop_test_small")) {
      JsonNode one = expected(id);
      double[] x = id.endsWith("small") ? new double[] {15, 25} : new double[] {20119, 20034};
      double[] n = id.endsWith("small") ? new double[] {50, 50} : new double[] {45489, 44700};
      var pearson = new TwoRates(x[0], n[0], x[1], n[1]).pearson(0.05, !id.endsWith("nocorrect"));
      near(one.get("statistic"), pearson.statistic(), TOLERANCE, id);
      near(one.get("p"), pearson.p(), TOLERANCE, id);
      interval(one.get("ci"), pearson.interval(), id);
    }
    JsonNode exact = expected("R_fisher_15of50_vs_25of50");
    FisherExact fisher = FisherExact.of(15, 50, 25, 50, 0.05);
    near(exact.get("p"), fisher.p(), TOLERANCE, "fisher p");
    // R ends its search for odds ratios early, at 0.0001 of an odds ratio or of its reciprocal;
    // searched for in R's way they are R's to the last digit, ours are where the search would end
    double[] odds = {
      PeerRoots.uniroot(o -> table(o, Sum.MEAN) - 15, 0, 1),
      PeerRoots.uniroot(o -> table(o, Sum.AT_LEAST) - 0.025, 0, 1),
      1 / PeerRoots.uniroot(o -> table(1 / o, Sum.AT_MOST) - 0.025, Math.ulp(1.0), 1)
    };
    close(exact.get("odds_ratio"), odds[0], TOLERANCE, "odds ratio");
    close(exact.at("/ci/0"), odds[1], TOLERANCE, "odds ratio low");
    close(exact.at("/ci/1"), odds[2], TOLERANCE, "odds ratio high");
    assertEquals(15, table(fisher.oddsRatio(), Sum.MEAN), 1e-11);
    assertEquals(0.025, table(fisher.interval().low(), Sum.AT_LEAST), 1e-12);
    assertEquals(0.025, table(fisher.interval().high(), Sum.AT_MOST), 1e-12);
    near(exact.get("odds_ratio"), fisher.oddsRatio(), 1e-4, "odds ratio");
    near(exact.at("/ci/0"), fisher.interval().low(), 1e-4, "odds ratio low");
    near(exact.at("/ci/1"), fisher.interval().high(), 1e-4, "odds ratio high");
  }

  /** What is summed over the tables of 15 of 50 beside 25 of 50 with the same margins. */
  private enum Sum {
    MEAN,
    AT_LEAST,
    AT_MOST
  }

  /** A figure of Fisher's noncentral hypergeometric distribution, straight from its definition. */
  private static double table(double odds, Sum what) {
    double all = 0;
    double sum = 0;
    double weight = 1;
    for (int x = 0; x <= 40; x++) {
      all += weight;
      sum +=
          switch (what) {
            case MEAN -> x * weight;
            case AT_LEAST -> x >= 15 ? weight : 0;
            case AT_MOST -> x <= 15 ? weight : 0;
          };
      weight *= odds * (50 - x) * (40 - x) / ((x + 1.0) * (10 + x + 1.0));
    }
    return sum / all;
  }

  @Test
  void welchAsInR() throws Exception {
    JsonNode expected = expected("R_welch_sleep");
    Measure one = mean(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
    Measure two = mean(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);
    Effect effect = Effect.absolute(two, one);
    near(expected.get("t"), effect.estimate() / effect.error(), TOLERANCE, "t");
    near(expected.get("df"), effect.freedom(), TOLERANCE, "freedom");
    near(expected.get("p"), effect.p(), TOLERANCE, "p");
    interval(expected.get("ci"), effect.interval(0.05), "interval");
  }

  private static Mean mean(double... values) {
    double sum = Arrays.stream(values).sum();
    double squares = Arrays.stream(values).map(v -> v * v).sum();
    return new Mean(Moments.ofSums(values.length, new double[] {sum}, new double[][] {{squares}}));
  }

  @Test
  void countsBesideTheirShares() throws Exception {
    JsonNode expected = expected("R_srm_3arm");
    var counts = new long[] {821, 700, 790};
    ChiSquared chi = ChiSquared.ofShares(counts, numbers(expected.get("p")));
    near(expected.get("chi2"), chi.statistic(), TOLERANCE, "chi");
    near(expected.get("pvalue"), chi.p(), TOLERANCE, "p");
    JsonNode hillstrom = expected("data_hillstrom_srm");
    JsonNode of = hillstrom.get("counts");
    var sizes =
        new long[] {
          of.get("No E-Mail").asLong(),
          of.get("Mens E-Mail").asLong(),
          of.get("Womens E-Mail").asLong()
        };
    ChiSquared even = ChiSquared.ofShares(sizes, new double[] {1, 1, 1});
    near(hillstrom.get("gbstats"), even.p(), TOLERANCE, "p of gbstats");
    near(hillstrom.get("chi2"), even.statistic(), TOLERANCE, "chi");
    near(hillstrom.get("p"), even.p(), TOLERANCE, "p");
    JsonNode visits = expected("data_hillstrom_visit_3arm_chi2");
    ChiSquared table =
        ChiSquared.ofTable(
            new long[][] {{2262, 21306 - 2262}, {3894, 21307 - 3894}, {3238, 21387 - 3238}});
    near(visits.get("chi2"), table.statistic(), TOLERANCE, "chi");
    close(visits.get("p"), table.p(), TOLERANCE, "p");
    assertEquals(visits.get("dof").asInt(), table.freedom());
  }

  @Test
  void adjustsForManyTests() throws Exception {
    JsonNode many = expected("statsmodels_multipletests");
    double[] p = numbers(many.get("p"));
    var names =
        List.of(
            "bonferroni",
            "sidak",
            "holm",
            "holm-sidak",
            "simes-hochberg",
            "hommel",
            "fdr_bh",
            "fdr_by");
    for (int i = 0; i < names.size(); i++) {
      double[] ours = MultipleTesting.values()[i].adjust(p);
      numbers(many.get(names.get(i)), ours, TOLERANCE, names.get(i));
    }
    JsonNode r = expected("R_p_adjust");
    double[] few = numbers(r.get("p"));
    numbers(r.get("holm"), MultipleTesting.HOLM.adjust(few), TOLERANCE, "holm");
    numbers(r.get("BH"), MultipleTesting.BENJAMINI_HOCHBERG.adjust(few), TOLERANCE, "BH");
    numbers(r.get("BY"), MultipleTesting.BENJAMINI_YEKUTIELI.adjust(few), TOLERANCE, "BY");
    numbers(r.get("hochberg"), MultipleTesting.HOCHBERG.adjust(few), TOLERANCE, "hochberg");
    JsonNode growthBook = expected("growthbook_holm_bh");
    numbers(
        growthBook.get("holm_in_input_order"),
        MultipleTesting.HOLM.adjust(new double[] {0.01, 0.04, 0.03, 0.005, 0.55, 0.6}),
        TOLERANCE,
        "holm");
    // rounded to four decimals where it was written down
    numbers(
        growthBook.get("bh_in_input_order"),
        MultipleTesting.BENJAMINI_HOCHBERG.adjust(
            new double[] {0.898, 0.138, 0.007, 0.964, 0.538, 0.006, 0.138}),
        TOLERANCE,
        "bh");
    JsonNode hillstrom = expected("data_hillstrom_multiple_testing");
    double[] raw = numbers(hillstrom.get("p_raw"));
    numbers(hillstrom.get("bonferroni"), MultipleTesting.BONFERRONI.adjust(raw), TOLERANCE, "b");
    numbers(hillstrom.get("holm"), MultipleTesting.HOLM.adjust(raw), TOLERANCE, "holm");
    numbers(
        hillstrom.get("fdr_bh"), MultipleTesting.BENJAMINI_HOCHBERG.adjust(raw), TOLERANCE, "bh");
    numbers(
        hillstrom.get("fdr_by"), MultipleTesting.BENJAMINI_YEKUTIELI.adjust(raw), TOLERANCE, "by");
  }

  @Test
  void powerOfNormalAndStudentTests() throws Exception {
    for (JsonNode one : expected("statsmodels_effectsize_arcsine")) {
      double h = Power.arcsine(one.get("p1").asDouble(), one.get("p2").asDouble());
      near(one.get("h"), h, TOLERANCE, one.toString());
    }
    for (JsonNode one : expected("statsmodels_normal_ind_power")) {
      double h = Power.arcsine(one.get("p1").asDouble(), one.get("p2").asDouble());
      double n =
          Power.sizeZ(
              h,
              one.get("power").asDouble(),
              one.get("ratio").asDouble(),
              one.get("alpha").asDouble());
      near(one.get("n1"), n, TOLERANCE, one.toString());
    }
    for (JsonNode one : expected("statsmodels_mde_normal")) {
      // statsmodels ends its search 0.00001 from the difference; searched for in its way it is
      // its figure to the last digit, ours is where the search would end
      double n = one.get("n1").asDouble();
      double theirs = PeerRoots.brentq(d -> Power.z(d, n, 1, 0.05) - 0.8, 1e-8, 1, 1e-5);
      near(one.get("d"), theirs, TOLERANCE, one.toString());
      double ours = Power.smallestZ(n, 0.8, 1, 0.05);
      assertEquals(0.8, Power.z(ours, n, 1, 0.05), 1e-12);
      assertEquals(one.get("d").asDouble(), ours, 1e-5);
    }
    for (JsonNode one : expected("statsmodels_ttest_ind_power")) {
      double d = one.get("d").asDouble();
      if (one.has("ratio")) {
        near(
            one.get("power"),
            Power.t(d, one.get("n1").asDouble(), 1, 0.05, true),
            TOLERANCE,
            one.toString());
      } else {
        near(
            one.get("n1"),
            Power.sizeT(d, one.get("power").asDouble(), 1, 0.05, true),
            TOLERANCE,
            one.toString());
      }
    }
    near(
        expected("R_power_t_test").get("n_per_group"),
        Power.sizeT(0.1, 0.8, 1, 0.05, false),
        TOLERANCE,
        "R");
  }

  @Test
  void powerOfRates() throws Exception {
    for (JsonNode one : expected("statsmodels_samplesize_proportions_2indep_onetail")) {
      double p2 = one.get("prop2").asDouble();
      double n =
          Power.sizeRates(
              p2 + one.get("diff").asDouble(),
              p2,
              one.get("power").asDouble(),
              one.get("ratio").asDouble(),
              one.get("alpha_two_sided").asDouble());
      near(one.get("n"), n, TOLERANCE, one.toString());
    }
    near(
        expected("R_power_prop_test").get("n_per_group"),
        Power.sizeRates(0.1, 0.12, 0.8, 1, 0.05),
        TOLERANCE,
        "R size");
    near(
        expected("R_power_prop_test_n2000").get("power"),
        Power.rates(0.1, 0.12, 2000, 0.05),
        TOLERANCE,
        "R power");
    JsonNode spotify = expected("spotify_samplesize");
    // their tests ask for a power of 0.85
    within(0.005, spotify.get("continuous_mde0_3_var100"), Power.sizeTotal(100, 0.3, 0.85, 0.05));
    double variance = 0.34 * 0.66;
    within(0.005, spotify.get("binomial_p34_mde003"), Power.sizeTotal(variance, 0.003, 0.85, 0.05));
    within(0.015, spotify.get("binomial_p34_mde10"), Power.sizeTotal(variance, 0.1, 0.85, 0.05));
    within(0.005, spotify.get("binomial_alpha14"), Power.sizeTotal(variance, 0.003, 0.85, 0.14));
    within(
        0.005,
        spotify.get("binomial_alpha14_power67"),
        Power.sizeTotal(variance, 0.003, 0.67, 0.14));
  }

  private static void within(double share, JsonNode expected, double actual) {
    assertEquals(expected.asDouble(), actual, share * expected.asDouble());
  }

  @Test
  void boundsOfGroupSequentialTests() throws Exception {
    JsonNode expected = expected("group_sequential_bounds");
    for (int looks : new int[] {2, 3, 5}) {
      JsonNode one = expected.get("K=" + looks);
      var fractions = new ArrayList<Double>();
      for (int k = 1; k <= looks; k++) {
        fractions.add((double) k / looks);
      }
      double[] power = GroupSequential.bounds(fractions, 0.05, Spending.POWER);
      numbers(one.get("power_family_rho2"), power, 1e-6, "power 2");
      // their own code is good to 0.00005 only
      numbers(one.get("spotify_confidence_power_rho2"), power, 5e-5, "spotify");
      numbers(
          one.get("power_family_rho1"),
          GroupSequential.bounds(fractions, 0.05, Spending.LINEAR),
          1e-6,
          "power 1");
      numbers(
          one.get("obrien_fleming_type"),
          GroupSequential.bounds(fractions, 0.05, Spending.OBRIEN_FLEMING),
          1e-6,
          "obrien fleming");
      numbers(
          one.get("pocock_type"),
          GroupSequential.bounds(fractions, 0.05, Spending.POCOCK),
          1e-6,
          "pocock");
    }
    // 250 to 810 persons where 300 were planned: what has come is the whole
    double[] over =
        GroupSequential.bounds(
            List.of(250 / 810.0, 450 / 810.0, 630 / 810.0, 1.0), 0.01, Spending.POWER);
    double[] alphas = Arrays.stream(over).map(Probability::twoSided).toArray();
    JsonNode spotify = expected("spotify_sequential_bounds");
    for (int i = 0; i < alphas.length; i++) {
      assertEquals(spotify.at("/adjusted_alpha/" + i).asDouble(), alphas[i], 1e-4);
    }
    assertTrue(over.length == 4);
  }
}
