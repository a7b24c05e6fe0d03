package io.liftwerk.experiments.abtest;

import io.liftwerk.experiments.abtest.Posterior.Prior;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of two arms of equal size can see of a relative lift, as GrowthBook plans it.
 *
 * @param mean of the metric without treatment; not 0
 * @param variance of it
 * @param alpha two-sided
 * @param tuning when an always-valid interval is to decide, the persons at which it is narrowest;
 *     null when one look decides
 */
public record RelativePower(double mean, double variance, double alpha, @Nullable Double tuning) {

  /** Variance of the relative lift in arms of {@code n}. */
  private double spread(double lift, double n) {
    double square = mean * mean;
    return variance / n * (1 + (1 + lift) * (1 + lift)) / square;
  }

  /** By how much looking all the time widens the interval of {@code n} persons in both arms. */
  private double widening(double n) {
    if (tuning == null) {
      return 1;
    }
    var unit = new Effect(0, 1, 1, Math.round(n));
    return AlwaysValid.halfWidth(unit, alpha, tuning) / Probability.z(alpha / 2);
  }

  /** Chance to see {@code lift} in arms of {@code n}. */
  public double power(double lift, double n) {
    double shift = lift / Math.sqrt(spread(lift, n)) / widening(2 * n);
    double z = Probability.z(alpha / 2);
    return Probability.above(z - shift) + Probability.below(-z - shift);
  }

  /** The smallest lift seen with the chance {@code power}; null when arms of n see none. */
  public @Nullable Double smallest(double power, double n) {
    double z = Probability.z(alpha / 2) + Probability.z(1 - power);
    double wide = widening(2 * n);
    double share = z * z * variance * wide * wide / n / (mean * mean);
    if (!(share < 1)) {
      return null;
    }
    // (lift)² = share · (1 + (1 + lift)²), the larger solution
    double a = 1 - share;
    return (share + Math.sqrt(share * share + 2 * share * a)) / a;
  }

  /** Chance that the middle 1 − alpha of what is believed afterwards leaves 0 out. */
  public double bayesian(double lift, double n, Prior prior) {
    double spread = spread(lift, n);
    double precision = 1 / spread + 1 / prior.variance();
    double z = Probability.z(alpha / 2) * Math.sqrt(precision) * spread;
    double shift = spread * prior.mean() / prior.variance() + lift;
    double deviation = Math.sqrt(spread);
    return Probability.above((z - shift) / deviation) + Probability.below((-z - shift) / deviation);
  }
}
