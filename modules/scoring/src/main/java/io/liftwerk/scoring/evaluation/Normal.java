package io.liftwerk.scoring.evaluation;

/** The standard normal distribution. */
public final class Normal {
  private Normal() {}

  /** Chance of a value at least as far from 0 as {@code z}: {@code erfc(|z| / √2)}. */
  public static double twoSided(double z) {
    double x = Math.abs(z) / Math.sqrt(2);
    return x < 2.5 ? 1 - series(x) : fraction(x);
  }

  /** erf by its series (Abramowitz and Stegun 7.1.6): all terms positive, nothing cancels. */
  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; term > sum * 1e-17; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }

  /** erfc by its continued fraction (7.1.14), evaluated from the tail. */
  private static double fraction(double x) {
    double tail = 0;
    for (int n = 120; n >= 1; n--) {
      tail = n / 2.0 / (x + tail);
    }
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + tail);
  }
}
