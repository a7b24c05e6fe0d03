package io.liftwerk.scoring.lifetime;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;

/** Functions that the models share, on the scale of logarithms where values leave doubles. */
final class Special {
  private static final int MOST_TERMS = 2_000_000;
  private static final double LARGE = 1e200;

  private Special() {}

  static double logGamma(double x) {
    return LogGamma.value(x);
  }

  static double logBeta(double p, double q) {
    return LogBeta.value(p, q);
  }

  /** {@code log(e^a + e^b)}. */
  static double logAdd(double a, double b) {
    double high = Math.max(a, b);
    return high == Double.NEGATIVE_INFINITY
        ? high
        : high + Math.log1p(Math.exp(Math.min(a, b) - high));
  }

  /** Rising factorial's logarithm, {@code log Γ(a + n) − log Γ(a)}. */
  static double logRising(double a, double n) {
    return n == 0 ? 0 : LogGamma.value(a + n) - LogGamma.value(a);
  }

  /**
   * {@code e^logFactor · ₂F₁(a, b; c; z)} for positive a and b, c above −1 and not 0, z in [0, 1).
   *
   * <p>By the series itself. From its second term on all terms have one sign, so nothing cancels
   * however large a and b are, which is where other ways to the function lose their digits; the sum
   * is kept in range by a scale of its own. Terms needed: some 40 / (1 − z).
   */
  static double hypergeometric(double a, double b, double c, double z, double logFactor) {
    double sum = 1;
    double term = 1;
    double scale = 0;
    for (int n = 0; n < MOST_TERMS; n++) {
      double ratio = (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
      term *= ratio;
      sum += term;
      // what is left is below a geometric series once the ratio falls towards z
      if (Math.abs(term) < 1e-17 * Math.abs(sum) * (1 - z) && Math.abs(ratio) < 1) {
        break;
      }
      if (Math.abs(sum) > LARGE) {
        sum /= LARGE;
        term /= LARGE;
        scale += Math.log(LARGE);
      }
    }
    return sum * Math.exp(scale + logFactor);
  }
}
