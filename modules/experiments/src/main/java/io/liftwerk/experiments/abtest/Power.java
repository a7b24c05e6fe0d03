package io.liftwerk.experiments.abtest;

/**
 * What a comparison of two groups can see before it is made: chance of seeing an effect, persons
 * needed, smallest effect seen. {@code n} is the size of the first group, {@code ratio} that of the
 * second beside it, {@code alpha} two-sided.
 */
public final class Power {
  private static final double MOST = 1e12;

  private Power() {}

  /** Chance to see the standardised difference {@code d} by the z-test. */
  public static double z(double d, double n, double ratio, double alpha) {
    double shift = d * Math.sqrt(n * ratio / (1 + ratio));
    double z = Probability.z(alpha / 2);
    return Probability.above(z - shift) + Probability.below(-z - shift);
  }

  /** Persons in the first group. */
  public static double sizeZ(double d, double power, double ratio, double alpha) {
    return Probability.root(n -> z(d, n, ratio, alpha) - power, 1e-6, MOST);
  }

  /** The smallest standardised difference seen with the chance {@code power}. */
  public static double smallestZ(double n, double power, double ratio, double alpha) {
    return Probability.root(d -> z(d, n, ratio, alpha) - power, 0, 1e6);
  }

  /**
   * As {@link #z} by Student's test.
   *
   * @param strict whether an effect of the wrong sign counts as seen
   */
  public static double t(double d, double n, double ratio, double alpha, boolean strict) {
    double freedom = n * (1 + ratio) - 2;
    double shift = d * Math.sqrt(n * ratio / (1 + ratio));
    double t = Probability.t(alpha / 2, freedom);
    double seen = NoncentralT.above(t, freedom, shift);
    return strict ? seen + NoncentralT.above(t, freedom, -shift) : seen;
  }

  /** Persons in the first group. */
  public static double sizeT(double d, double power, double ratio, double alpha, boolean strict) {
    double around = sizeZ(d, power, ratio, alpha);
    return Probability.root(n -> t(d, n, ratio, alpha, strict) - power, around, around + 10);
  }

  /** Cohen's h of two rates. */
  public static double arcsine(double p1, double p2) {
    return 2 * (Math.asin(Math.sqrt(p1)) - Math.asin(Math.sqrt(p2)));
  }

  /** Chance to tell two rates apart in groups of {@code n}, on the side they differ. */
  public static double rates(double p1, double p2, double n, double alpha) {
    double pooled = (p1 + p2) / 2;
    double none = Math.sqrt(2 * pooled * (1 - pooled));
    double some = Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
    double z = Probability.z(alpha / 2);
    return Probability.below((Math.sqrt(n) * Math.abs(p1 - p2) - z * none) / some);
  }

  /** Persons in the group with the rate {@code p1} to tell two rates apart. */
  public static double sizeRates(double p1, double p2, double power, double ratio, double alpha) {
    double pooled = (p1 + p2 * ratio) / (1 + ratio);
    double none = Math.sqrt(pooled * (1 - pooled) * (1 + 1 / ratio));
    double some = Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2) / ratio);
    double root = Probability.z(alpha / 2) * none + Probability.z(1 - power) * some;
    return root * root / ((p1 - p2) * (p1 - p2));
  }

  /** Persons in two groups of equal size together, to see an absolute difference. */
  public static double sizeTotal(double variance, double difference, double power, double alpha) {
    double z = Probability.z(alpha / 2) + Probability.z(1 - power);
    return 4 * variance * z * z / (difference * difference);
  }
}
