package io.liftwerk.experiments.abtest;

import io.liftwerk.experiments.abtest.Effect.Interval;

/**
 * Two rates side by side.
 *
 * @param x1 how many of the first group did
 * @param n1 its size
 * @param x2 how many of the second did
 * @param n2 its size
 */
public record TwoRates(double x1, double n1, double x2, double n2) {

  /** What is compared. */
  public enum Scale {
    DIFFERENCE,
    RATIO,
    ODDS_RATIO
  }

  private double p1() {
    return x1 / n1;
  }

  private double p2() {
    return x2 / n2;
  }

  /** First minus second. */
  public double difference() {
    return p1() - p2();
  }

  /** The z of no difference, both rates taken as one for the standard error. */
  public double pooledZ() {
    double p = (x1 + x2) / (n1 + n2);
    return difference() / Math.sqrt(p * (1 - p) * (1 / n1 + 1 / n2));
  }

  /** The z of a difference of {@code value}, each rate with its own variance (Wald). */
  public double waldZ(double value) {
    return (difference() - value) / error();
  }

  private double error() {
    return Math.sqrt(p1() * (1 - p1()) / n1 + p2() * (1 - p2()) / n2);
  }

  /** One success and one failure added to either group (Agresti and Caffo 2000). */
  public TwoRates padded() {
    return padded(1);
  }

  private TwoRates padded(double by) {
    return new TwoRates(x1 + by, n1 + 2 * by, x2 + by, n2 + 2 * by);
  }

  /**
   * The z of {@code value} on a scale by the score test with the variance at the rates closest to
   * the data (Miettinen and Nurminen 1985).
   */
  public double scoreZ(Scale scale, double value) {
    double correction = Math.sqrt((n1 + n2) / (n1 + n2 - 1));
    return switch (scale) {
      case DIFFERENCE -> {
        double p = secondAtDifference(value);
        double variance = (p + value) * (1 - p - value) / n1 + p * (1 - p) / n2;
        yield (difference() - value) / (Math.sqrt(variance) * correction);
      }
      case RATIO -> {
        double p = secondAtRatio(value);
        double q = p * value;
        double variance = q * (1 - q) / n1 + value * value * p * (1 - p) / n2;
        yield (p1() - value * p2()) / (Math.sqrt(variance) * correction);
      }
      case ODDS_RATIO -> {
        double p = secondAtOddsRatio(value);
        double q = p * value / (1 + p * (value - 1));
        double variance = 1 / (n1 * q * (1 - q)) + 1 / (n2 * p * (1 - p));
        double score = (p1() - q) / (q * (1 - q)) - (p2() - p) / (p * (1 - p));
        yield score / (Math.sqrt(variance) * correction);
      }
    };
  }

  private double secondAtDifference(double value) {
    double n = n1 + n2;
    double c2 = (n1 + 2 * n2) * value - n - x1 - x2;
    double c1 = (n2 * value - n - 2 * x2) * value + x1 + x2;
    double c0 = x2 * value * (1 - value);
    double third = c2 / (3 * n);
    double q = third * third * third - c1 * c2 / (6 * n * n) + c0 / (2 * n);
    double p = Math.signum(q) * Math.sqrt(third * third - c1 / (3 * n));
    double angle = (Math.PI + Math.acos(Math.clamp(q / (p * p * p), -1, 1))) / 3;
    return 2 * p * Math.cos(angle) - third;
  }

  private double secondAtRatio(double value) {
    double a = (n1 + n2) * value;
    double b = -(n1 * value + x1 + n2 + x2 * value);
    return (-b - Math.sqrt(b * b - 4 * a * (x1 + x2))) / (2 * a);
  }

  private double secondAtOddsRatio(double value) {
    double a = n2 * (value - 1);
    if (a == 0) {
      return (x1 + x2) / (n1 + n2);
    }
    double b = n1 * value + n2 - (x1 + x2) * (value - 1);
    return (-b + Math.sqrt(b * b + 4 * a * (x1 + x2))) / (2 * a);
  }

  /** Interval of the difference by Wald's test. */
  public Interval wald(double alpha) {
    double half = Probability.z(alpha / 2) * error();
    return new Interval(difference() - half, difference() + half);
  }

  /** Interval of the difference from the two Wilson intervals (Newcombe 1998, method 10). */
  public Interval newcombe(double alpha) {
    Interval first = RateInterval.WILSON.of(x1, n1, alpha);
    Interval second = RateInterval.WILSON.of(x2, n2, alpha);
    return new Interval(
        difference() - Math.hypot(p1() - first.low(), second.high() - p2()),
        difference() + Math.hypot(first.high() - p1(), p2() - second.low()));
  }

  /**
   * Interval of the ratio on the log scale (Katz 1978).
   *
   * @param add to successes and groups, 0.5 where a count may be 0
   */
  public Interval logRatio(double alpha, double add) {
    double a = x1 + add;
    double b = x2 + add;
    double m1 = n1 + add;
    double m2 = n2 + add;
    double error = Math.sqrt(1 / a - 1 / m1 + 1 / b - 1 / m2);
    return logarithmic(a / m1 / (b / m2), error, alpha);
  }

  /**
   * Interval of the odds ratio on the log scale.
   *
   * @param add to all four counts, 0.5 where one may be 0 (Gart 1966)
   */
  public Interval logOdds(double alpha, double add) {
    double a = x1 + add;
    double b = n1 - x1 + add;
    double c = x2 + add;
    double d = n2 - x2 + add;
    return logarithmic(a * d / (b * c), Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d), alpha);
  }

  private static Interval logarithmic(double value, double error, double alpha) {
    double factor = Math.exp(Probability.z(alpha / 2) * error);
    return new Interval(value / factor, value * factor);
  }

  /** The values that the score test does not reject; both counts above 0 and below their groups. */
  public Interval score(Scale scale, double alpha) {
    double z = Probability.z(alpha / 2);
    double estimate =
        switch (scale) {
          case DIFFERENCE -> difference();
          case RATIO -> p1() / p2();
          case ODDS_RATIO -> p1() / (1 - p1()) / (p2() / (1 - p2()));
        };
    // wide enough for any table that is not empty on one side
    double far = scale == Scale.DIFFERENCE ? 1 - 1e-9 : estimate * 1e4;
    double near = scale == Scale.DIFFERENCE ? -1 + 1e-9 : estimate * 1e-4;
    return new Interval(
        Probability.root(value -> scoreZ(scale, value) - z, near, estimate),
        Probability.root(value -> scoreZ(scale, value) + z, estimate, far));
  }

  /** Larger p of the two one-sided tests that the difference lies within the margins (Wald). */
  public double equivalence(double low, double high) {
    return Math.max(Probability.above(waldZ(low)), Probability.below(waldZ(high)));
  }

  /**
   * Pearson's chi-squared with or without Yates' correction, as R's prop.test.
   *
   * @param statistic with one degree of freedom
   * @param p of no difference
   * @param interval of the difference
   */
  public record Pearson(double statistic, double p, Interval interval) {}

  /** Pearson's test and the interval that goes with it. */
  public Pearson pearson(double alpha, boolean corrected) {
    double reciprocal = 1 / n1 + 1 / n2;
    double yates = corrected ? Math.min(0.5, Math.abs(difference()) / reciprocal) : 0;
    double p = (x1 + x2) / (n1 + n2);
    double off = Math.abs(x1 - n1 * p) - yates;
    double statistic = off * off / (p * (1 - p)) * reciprocal;
    double half = Probability.z(alpha / 2) * error() + yates * reciprocal;
    return new Pearson(
        statistic,
        Probability.chiSquaredAbove(statistic, 1),
        new Interval(Math.max(-1, difference() - half), Math.min(1, difference() + half)));
  }
}
