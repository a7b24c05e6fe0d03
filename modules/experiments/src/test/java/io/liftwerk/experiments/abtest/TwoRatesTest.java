package io.liftwerk.experiments.abtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.experiments.abtest.Effect.Interval;
import io.liftwerk.experiments.abtest.TwoRates.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TwoRatesTest {
  private static final TwoRates RATES = new TwoRates(45, 420, 30, 400);

  private static double logLikelihood(double p1, double p2) {
    return 45 * Math.log(p1) + 375 * Math.log(1 - p1) + 30 * Math.log(p2) + 370 * Math.log(1 - p2);
  }

  /** The score test's variance is taken where the likelihood is largest under the hypothesis. */
  @Test
  void scoresAtTheMaximumOfTheLikelihood() {
    for (double value : new double[] {-0.04, 0.01, 0.08}) {
      double best = Double.NEGATIVE_INFINITY;
      double at = 0;
      for (double p = Math.max(0, -value) + 1e-6; p < 0.3; p += 1e-6) {
        double likelihood = logLikelihood(p + value, p);
        if (likelihood > best) {
          best = likelihood;
          at = p;
        }
      }
      double variance = (at + value) * (1 - at - value) / 420 + at * (1 - at) / 400;
      double z = (RATES.difference() - value) / Math.sqrt(variance * 820 / 819);
      assertEquals(z, RATES.scoreZ(Scale.DIFFERENCE, value), 1e-5);
    }
  }

  @ParameterizedTest
  @EnumSource(Scale.class)
  void endsWhereTheTestWouldReject(Scale scale) {
    Interval interval = RATES.score(scale, 0.05);
    assertEquals(0.05, Probability.twoSided(RATES.scoreZ(scale, interval.low())), 1e-9);
    assertEquals(0.05, Probability.twoSided(RATES.scoreZ(scale, interval.high())), 1e-9);
    assertTrue(interval.low() < interval.high());
  }
}
