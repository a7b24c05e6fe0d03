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

  /** By the second rate, where the first is {@code value} above it; falls from left to right. */
  private static double slope(double p, double value) {
    double q = p + value;
    return 45 / q - 375 / (1 - q) + 30 / p - 370 / (1 - p);
  }

  /**
   * The score test's variance is taken where the likelihood is largest under the hypothesis
   * (Miettinen and Nurminen 1985): found here as the zero of its slope, not by their cubic.
   */
  @Test
  void scoresAtTheMaximumOfTheLikelihood() {
    for (double value : new double[] {-0.04, 0.01, 0.08}) {
      double at = Probability.root(p -> slope(p, value), Math.max(0, -value) + 1e-9, 0.5);
      double variance = (at + value) * (1 - at - value) / 420 + at * (1 - at) / 400;
      double z = (RATES.difference() - value) / Math.sqrt(variance * 820 / 819);
      assertEquals(z, RATES.scoreZ(Scale.DIFFERENCE, value), 1e-9);
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
