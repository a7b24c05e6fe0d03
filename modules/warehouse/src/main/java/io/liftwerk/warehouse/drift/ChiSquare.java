package io.liftwerk.warehouse.drift;

import java.util.List;

/** Tests on counts that follow the chi-square distribution. */
final class ChiSquare {
  private static final double EPSILON = 1e-15;
  private static final int MOST_TERMS = 100_000;
  private static final double[] LANCZOS = {
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7
  };

  private ChiSquare() {}

  /**
   * Pearson's test of the current counts against the reference's shares taken as given, as scipy's
   * {@code chisquare} and Evidently do it. A value that the reference has not makes it infinite.
   */
  static Measure againstReference(Bins bins) {
    double scale = total(bins.current()) / total(bins.reference());
    double sum = 0;
    for (int i = 0; i < bins.size(); i++) {
      double expected = bins.reference().get(i) * scale;
      double difference = bins.current().get(i) - expected;
      sum += expected == 0 ? Double.POSITIVE_INFINITY : difference * difference / expected;
    }
    return measure("chi-square", sum, bins);
  }

  /** The likelihood-ratio test of the same (scipy's {@code power_divergence}). */
  static Measure gTest(Bins bins) {
    double scale = total(bins.current()) / total(bins.reference());
    double sum = 0;
    for (int i = 0; i < bins.size(); i++) {
      double observed = bins.current().get(i);
      double expected = bins.reference().get(i) * scale;
      if (observed > 0) {
        sum += expected == 0 ? Double.POSITIVE_INFINITY : observed * Math.log(observed / expected);
      }
    }
    return measure("g-test", 2 * sum, bins);
  }

  /** Pearson's test that both samples come from one distribution; neither is taken as given. */
  static Measure homogeneity(Bins bins) {
    double r = total(bins.reference());
    double c = total(bins.current());
    double sum = 0;
    int filled = 0;
    for (int i = 0; i < bins.size(); i++) {
      double both = bins.reference().get(i) + bins.current().get(i);
      if (both > 0) {
        double difference = bins.reference().get(i) * c - bins.current().get(i) * r;
        sum += difference * difference / both;
        filled++;
      }
    }
    return measure("chi-square-homogeneity", sum / (r * c), Math.max(1, filled - 1), bins);
  }

  private static Measure measure(String name, double statistic, Bins bins) {
    return measure(name, statistic, Math.max(1, bins.size() - 1), bins);
  }

  private static Measure measure(String name, double statistic, int degrees, Bins bins) {
    return new Measure(
        name,
        Double.isInfinite(statistic) ? null : statistic,
        tail(statistic, degrees),
        degrees,
        bins);
  }

  private static double total(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /** The chance of a chi-square variable with that many degrees of freedom to exceed {@code x}. */
  static double tail(double x, int degrees) {
    if (x <= 0) {
      return 1;
    }
    if (Double.isInfinite(x)) {
      return 0;
    }
    double a = degrees / 2.0;
    double half = x / 2;
    return half < a + 1 ? 1 - series(a, half) : fraction(a, half);
  }

  /** Lower regularised incomplete gamma function by its series (Abramowitz and Stegun 6.5.29). */
  private static double series(double a, double x) {
    double term = 1 / a;
    double sum = term;
    for (int n = 1; n < MOST_TERMS && Math.abs(term) > Math.abs(sum) * EPSILON; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return sum * Math.exp(-x + a * Math.log(x) - logGamma(a));
  }

  /** The upper one by its continued fraction (6.5.31), evaluated by Lentz's method. */
  private static double fraction(double a, double x) {
    double tiny = 1e-300;
    double b = x + 1 - a;
    double c = 1 / tiny;
    double d = 1 / b;
    double h = d;
    for (int i = 1; i < MOST_TERMS; i++) {
      double an = -i * (i - a);
      b += 2;
      d = an * d + b;
      d = 1 / (Math.abs(d) < tiny ? tiny : d);
      c = b + an / c;
      c = Math.abs(c) < tiny ? tiny : c;
      double step = d * c;
      h *= step;
      if (Math.abs(step - 1) < EPSILON) {
        break;
      }
    }
    return h * Math.exp(-x + a * Math.log(x) - logGamma(a));
  }

  /** ln of the gamma function for positive arguments, by Lanczos' approximation (g = 7, n = 9). */
  static double logGamma(double z) {
    if (z < 0.5) {
      return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
    }
    double x = 0.99999999999980993;
    for (int i = 0; i < LANCZOS.length; i++) {
      x += LANCZOS[i] / (z + i);
    }
    double t = z + LANCZOS.length - 1.5;
    return 0.5 * Math.log(2 * Math.PI) + (z - 0.5) * Math.log(t) - t + Math.log(x);
  }
}
