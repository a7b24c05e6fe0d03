package io.liftwerk.experiments.abtest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Adjusted p-values of a family of tests. The first six keep the chance of a single false alarm in
 * the family at its level, the last two the share of false ones among the alarms.
 */
public enum MultipleTesting {
  BONFERRONI {
    @Override
    double[] sorted(double[] p) {
      return each(p, i -> p.length * p[i]);
    }
  },
  SIDAK {
    @Override
    double[] sorted(double[] p) {
      return each(p, i -> atLeastOne(p[i], p.length));
    }
  },
  /** Holm 1979. */
  HOLM {
    @Override
    double[] sorted(double[] p) {
      return rising(each(p, i -> (p.length - i) * p[i]));
    }
  },
  HOLM_SIDAK {
    @Override
    double[] sorted(double[] p) {
      return rising(each(p, i -> atLeastOne(p[i], p.length - i)));
    }
  },
  /** Hochberg 1988; for tests that do not work against each other. */
  HOCHBERG {
    @Override
    double[] sorted(double[] p) {
      return falling(each(p, i -> (p.length - i) * p[i]));
    }
  },
  /** Hommel 1988. */
  HOMMEL {
    @Override
    double[] sorted(double[] p) {
      int n = p.length;
      double least = IntStream.range(0, n).mapToDouble(i -> n * p[i] / (i + 1)).min().orElse(1);
      var adjusted = new double[n];
      Arrays.fill(adjusted, least);
      for (int m = n - 1; m >= 2; m--) {
        double tail = Double.POSITIVE_INFINITY;
        for (int i = n - m + 1; i < n; i++) {
          tail = Math.min(tail, m * p[i] / (i - (n - m) + 1));
        }
        for (int i = 0; i < n; i++) {
          double now = Math.min(m * p[Math.min(i, n - m)], tail);
          adjusted[i] = Math.max(adjusted[i], now);
        }
      }
      return each(p, i -> Math.max(adjusted[i], p[i]));
    }
  },
  /** Benjamini and Hochberg 1995. */
  BENJAMINI_HOCHBERG {
    @Override
    double[] sorted(double[] p) {
      return falling(each(p, i -> p[i] * p.length / (i + 1)));
    }
  },
  /** Benjamini and Yekutieli 2001, whatever the dependence. */
  BENJAMINI_YEKUTIELI {
    @Override
    double[] sorted(double[] p) {
      double sum = IntStream.rangeClosed(1, p.length).mapToDouble(i -> 1.0 / i).sum();
      return falling(each(p, i -> sum * p[i] * p.length / (i + 1)));
    }
  };

  @FunctionalInterface
  private interface Rank {
    double adjusted(int i);
  }

  /** Adjusted values of rising {@code p}. */
  abstract double[] sorted(double[] p);

  /** The adjusted p-values, at most 1, in the order of {@code p}. */
  public double[] adjust(double[] p) {
    Integer[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .toArray(Integer[]::new);
    double[] values = sorted(Arrays.stream(order).mapToDouble(i -> p[i]).toArray());
    var adjusted = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      adjusted[order[i]] = Math.min(1, values[i]);
    }
    return adjusted;
  }

  private static double atLeastOne(double p, int tests) {
    return -Math.expm1(tests * Math.log1p(-p));
  }

  private static double[] each(double[] p, Rank rank) {
    return IntStream.range(0, p.length).mapToDouble(rank::adjusted).toArray();
  }

  private static double[] rising(double[] values) {
    for (int i = 1; i < values.length; i++) {
      values[i] = Math.max(values[i], values[i - 1]);
    }
    return values;
  }

  private static double[] falling(double[] values) {
    for (int i = values.length - 2; i >= 0; i--) {
      values[i] = Math.min(values[i], values[i + 1]);
    }
    return values;
  }
}
