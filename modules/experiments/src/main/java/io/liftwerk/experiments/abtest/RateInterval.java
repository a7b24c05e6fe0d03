package io.liftwerk.experiments.abtest;

import io.liftwerk.experiments.abtest.Effect.Interval;

/** Intervals of one rate (Brown, Cai and DasGupta 2001). */
public enum RateInterval {
  NORMAL {
    @Override
    Interval unbounded(double x, double n, double alpha) {
      double p = x / n;
      return around(p, Probability.z(alpha / 2) * Math.sqrt(p * (1 - p) / n));
    }
  },
  AGRESTI_COULL {
    @Override
    Interval unbounded(double x, double n, double alpha) {
      double z = Probability.z(alpha / 2);
      double m = n + z * z;
      double p = (x + z * z / 2) / m;
      return around(p, z * Math.sqrt(p * (1 - p) / m));
    }
  },
  /** Clopper and Pearson 1934: never too narrow. */
  EXACT {
    @Override
    Interval unbounded(double x, double n, double alpha) {
      return new Interval(
          x == 0 ? 0 : Probability.beta(alpha / 2, x, n - x + 1),
          x == n ? 1 : Probability.beta(1 - alpha / 2, x + 1, n - x));
    }
  },
  /** Wilson 1927: right on average, also for rare events. */
  WILSON {
    @Override
    Interval unbounded(double x, double n, double alpha) {
      double z = Probability.z(alpha / 2);
      double p = x / n;
      double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
      double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
      return around(middle, half);
    }
  },
  JEFFREYS {
    @Override
    Interval unbounded(double x, double n, double alpha) {
      return new Interval(
          Probability.beta(alpha / 2, x + 0.5, n - x + 0.5),
          Probability.beta(1 - alpha / 2, x + 0.5, n - x + 0.5));
    }
  };

  abstract Interval unbounded(double x, double n, double alpha);

  /**
   * @param x how many did
   * @param n of how many, above 0
   * @param alpha chance of missing the truth
   */
  public Interval of(double x, double n, double alpha) {
    Interval interval = unbounded(x, n, alpha);
    return new Interval(Math.max(0, interval.low()), Math.min(1, interval.high()));
  }

  private static Interval around(double middle, double half) {
    return new Interval(middle - half, middle + half);
  }
}
