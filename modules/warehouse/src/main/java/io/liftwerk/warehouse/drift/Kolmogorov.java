package io.liftwerk.warehouse.drift;

/** How likely two samples of one distribution lie as far apart as they do, without bins. */
final class Kolmogorov {
  private static final long MOST_EXACT = 10_000;
  private static final int MOST_TERMS = 100;

  private Kolmogorov() {}

  /**
   * The two-sided p-value of the Kolmogorov-Smirnov statistic.
   *
   * <p>Exact for samples of up to 10,000 by counting lattice paths (Hodges, Arkiv för Matematik 3,
   * 1958; the method that scipy's {@code ks_2samp} calls exact); beyond, Kolmogorov's limit with
   * Stephens' correction (J. R. Stat. Soc. B 32, 1970).
   *
   * @param d the statistic, 0 to 1
   * @param m size of one sample
   * @param n size of the other
   */
  static double p(double d, long m, long n) {
    if (Math.max(m, n) <= MOST_EXACT) {
      return exact(d, (int) Math.max(m, n), (int) Math.min(m, n));
    }
    double en = Math.sqrt((double) m * n / (m + n));
    return limit((en + 0.12 + 0.11 / en) * d);
  }

  /** The chance of a path to leave the band within which |i/m - j/n| stays below d. */
  private static double exact(double d, int m, int n) {
    int g = gcd(m, n);
    int mg = m / g;
    int ng = n / g;
    // d as a whole number of steps of 1 / lcm
    long h = Math.round(d * mg * (double) n);
    if (h == 0) {
      return 1;
    }
    // by columns i of the longer sample; outside[j] is the share of paths to (i, j) that left
    double[] outside = new double[n + 1];
    for (int j = 1; j <= n; j++) {
      outside[j] = leaves(0, j, mg, ng, h) ? 1 : outside[j - 1];
    }
    for (int i = 1; i <= m; i++) {
      outside[0] = leaves(i, 0, mg, ng, h) ? 1 : outside[0];
      for (int j = 1; j <= n; j++) {
        if (leaves(i, j, mg, ng, h)) {
          outside[j] = 1;
        } else {
          // of the last steps to (i, j), i / (i + j) come from the left
          double left = (double) i / (i + j);
          outside[j] = left * outside[j] + (1 - left) * outside[j - 1];
        }
      }
    }
    return Math.min(1, outside[n]);
  }

  private static boolean leaves(int i, int j, int mg, int ng, long h) {
    return Math.abs((long) i * ng - (long) j * mg) >= h;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** Kolmogorov's limiting distribution: twice the alternating sum of exp(-2 k² x²). */
  private static double limit(double x) {
    if (x < 0.2) {
      return 1;
    }
    double sum = 0;
    for (int k = 1; k <= MOST_TERMS; k++) {
      double term = Math.exp(-2.0 * k * k * x * x);
      sum += k % 2 == 1 ? term : -term;
      if (term < 1e-17) {
        break;
      }
    }
    return Math.clamp(2 * sum, 0, 1);
  }

  /**
   * The two-sided p-value of the Mann-Whitney test in its normal approximation, with correction for
   * ties and continuity.
   *
   * @param u pairs in which the current value is the larger, ties as half
   * @param ties sum of t³ - t over the groups of t equal values
   */
  static double mannWhitney(double u, double ties, double m, double n) {
    double all = m + n;
    double variance = m * n / 12 * (all + 1 - ties / (all * (all - 1)));
    if (variance <= 0) {
      return 1;
    }
    double z = (Math.abs(u - m * n / 2) - 0.5) / Math.sqrt(variance);
    return z <= 0 ? 1 : Math.min(1, ChiSquare.tail(z * z, 1));
  }
}
