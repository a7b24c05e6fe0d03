package io.liftwerk.experiments.abtest;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Tails and quantiles in the few forms that tests ask for; tails are never 1 minus a tail. */
public final class Probability {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Probability() {}

  /** Φ(z). */
  public static double below(double z) {
    return NORMAL.cumulativeProbability(z);
  }

  /** 1 − Φ(z). */
  public static double above(double z) {
    return NORMAL.survivalProbability(z);
  }

  /** Standard normal density at {@code z}. */
  public static double density(double z) {
    return NORMAL.density(z);
  }

  /** The z above which lies {@code tail} of the standard normal distribution. */
  public static double z(double tail) {
    return NORMAL.inverseSurvivalProbability(tail);
  }

  /** Chance of a standard normal value at least as far from 0 as {@code z}. */
  public static double twoSided(double z) {
    return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
  }

  /** Chance of a t value at least as far from 0 as {@code t}. */
  public static double twoSided(double t, double freedom) {
    return Math.min(1, 2 * TDistribution.of(freedom).survivalProbability(Math.abs(t)));
  }

  /** Chance of a t value above {@code t}. */
  public static double above(double t, double freedom) {
    return TDistribution.of(freedom).survivalProbability(t);
  }

  /** The t above which lies {@code tail} of the distribution. */
  public static double t(double tail, double freedom) {
    return TDistribution.of(freedom).inverseSurvivalProbability(tail);
  }

  /** Chance of a chi-squared value above {@code x}. */
  public static double chiSquaredAbove(double x, double freedom) {
    return ChiSquaredDistribution.of(freedom).survivalProbability(x);
  }

  /** The value below which lies {@code p} of a chi distribution scaled to mean square 1. */
  static double chiScale(double p, double freedom) {
    return Math.sqrt(ChiSquaredDistribution.of(freedom).inverseCumulativeProbability(p) / freedom);
  }

  /** Density of a chi-squared value. */
  static double chiSquaredDensity(double x, double freedom) {
    return ChiSquaredDistribution.of(freedom).density(x);
  }

  /** Quantile of a beta distribution. */
  static double beta(double p, double a, double b) {
    return BetaDistribution.of(a, b).inverseCumulativeProbability(p);
  }

  /**
   * A root of {@code f} between two points where its signs differ, to about the last digits of a
   * double (bisection, then the secant where it stays inside).
   *
   * @throws IllegalArgumentException when the signs do not differ
   */
  static double root(DoubleUnaryOperator f, double from, double to) {
    double a = from;
    double b = to;
    double fa = f.applyAsDouble(a);
    double fb = f.applyAsDouble(b);
    if (fa == 0) {
      return a;
    }
    if (fb == 0) {
      return b;
    }
    if (!(fa * fb < 0)) {
      throw new IllegalArgumentException("no change of sign: " + fa + ", " + fb);
    }
    for (int i = 0; i < 200 && Math.abs(b - a) > 1e-15 * Math.max(Math.abs(a), Math.abs(b)); i++) {
      double secant = b - fb * (b - a) / (fb - fa);
      double middle = a + (b - a) / 2;
      // every other step halves, so that a flat side cannot hold the secant up
      double x = i % 2 == 0 && secant > Math.min(a, b) && secant < Math.max(a, b) ? secant : middle;
      double fx = f.applyAsDouble(x);
      if (fx == 0) {
        return x;
      }
      if (fa * fx < 0) {
        b = x;
        fb = fx;
      } else {
        a = x;
        fa = fx;
      }
    }
    return a + (b - a) / 2;
  }
}
