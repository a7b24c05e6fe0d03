package io.liftwerk.experiments.abtest;

import io.liftwerk.experiments.abtest.Effect.Interval;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * Fisher's exact test of a table of two groups and two outcomes; for counts too small for a normal
 * distribution.
 *
 * @param p two-sided: chance of all tables that are not likelier than this one
 * @param oddsRatio conditional maximum likelihood estimate, as R has it
 * @param interval of the odds ratio
 */
public record FisherExact(double p, double oddsRatio, Interval interval) {
  /** Tables as likely as the one seen, but for rounding. */
  private static final double EQUAL = 1 + 1e-7;

  /**
   * @param x1 successes of the first group of {@code n1}
   * @param x2 successes of the second group of {@code n2}
   */
  public static FisherExact of(int x1, int n1, int x2, int n2, double alpha) {
    var tables = new Tables(x1, n1, x2, n2);
    double seen = tables.likelihood(x1, 1);
    double p = 0;
    for (int x = tables.low; x <= tables.high; x++) {
      double one = tables.likelihood(x, 1);
      p += one <= seen * EQUAL ? one : 0;
    }
    double low = x1 == tables.low ? 0 : solve(log -> tables.atLeast(x1, log) - alpha / 2);
    double high =
        x1 == tables.high
            ? Double.POSITIVE_INFINITY
            : solve(log -> alpha / 2 - tables.atMost(x1, log));
    return new FisherExact(Math.min(1, p), tables.estimate(x1), new Interval(low, high));
  }

  /** The odds ratio at which a function of its logarithm that rises through 0 does so. */
  private static double solve(DoubleUnaryOperator rising) {
    return Math.exp(Probability.root(rising, -700, 700));
  }

  /** All tables with the margins of this one, by the count of their first cell. */
  private static final class Tables {
    private final int low;
    private final int high;
    private final double[] log;

    Tables(int x1, int n1, int x2, int n2) {
      int successes = x1 + x2;
      var none = HypergeometricDistribution.of(n1 + n2, successes, n1);
      low = none.getSupportLowerBound();
      high = none.getSupportUpperBound();
      log = new double[high - low + 1];
      for (int x = low; x <= high; x++) {
        log[x - low] = none.logProbability(x);
      }
    }

    double likelihood(int x, double odds) {
      return weights(Math.log(odds))[x - low];
    }

    /** Chances of the tables at a log odds ratio; the noncentral hypergeometric distribution. */
    private double[] weights(double logOdds) {
      var weights = new double[log.length];
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < log.length; i++) {
        weights[i] = log[i] + logOdds * i;
        most = Math.max(most, weights[i]);
      }
      double sum = 0;
      for (int i = 0; i < log.length; i++) {
        weights[i] = Math.exp(weights[i] - most);
        sum += weights[i];
      }
      for (int i = 0; i < log.length; i++) {
        weights[i] /= sum;
      }
      return weights;
    }

    double atLeast(int x, double logOdds) {
      double[] weights = weights(logOdds);
      double sum = 0;
      for (int i = x - low; i < weights.length; i++) {
        sum += weights[i];
      }
      return sum;
    }

    double atMost(int x, double logOdds) {
      double[] weights = weights(logOdds);
      double sum = 0;
      for (int i = 0; i <= x - low; i++) {
        sum += weights[i];
      }
      return sum;
    }

    private double mean(double logOdds) {
      double[] weights = weights(logOdds);
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * (i + low);
      }
      return sum;
    }

    double estimate(int x) {
      if (x == low) {
        return 0;
      }
      return x == high ? Double.POSITIVE_INFINITY : solve(log -> mean(log) - x);
    }
  }
}
