package io.liftwerk.experiments.abtest;

import io.liftwerk.experiments.abtest.Posterior.Prior;
import org.jspecify.annotations.Nullable;

/**
 * How many times the persons so far are still needed, from the standard error so far (GrowthBook's
 * power in the middle of an experiment).
 *
 * @param error standard error so far
 * @param n persons of both arms so far
 * @param target smallest effect to be seen, in the unit of the error
 * @param alpha two-sided, of all comparisons together
 * @param comparisons among which alpha is divided
 * @param power chance to see the target in every metric
 * @param metrics number of metrics
 * @param prior what was believed; null for nothing
 * @param tuning of an always-valid interval; null when one look decides
 */
public record Remaining(
    double error,
    long n,
    double target,
    double alpha,
    int comparisons,
    double power,
    int metrics,
    @Nullable Prior prior,
    @Nullable Double tuning) {

  /** Chance to see the target when {@code factor} times the persons so far come on top. */
  public double power(double factor) {
    double variance = error * error / (1 + factor);
    double deviation = Math.sqrt(variance);
    double level = alpha / comparisons;
    double z = Probability.z(level / 2);
    double goal = Math.abs(target);
    if (prior != null) {
      double width = variance * Math.sqrt(1 / prior.variance() + 1 / variance) * z;
      double pull = variance * prior.mean() / prior.variance();
      return Probability.above((width - pull - goal) / deviation)
          + Probability.below(-(width + pull + goal) / deviation);
    }
    double width = z * deviation;
    if (tuning != null) {
      var then = new Effect(0, deviation, 1, Math.round(n * (1 + factor)));
      width = AlwaysValid.halfWidth(then, level, tuning);
    }
    return Probability.above((width - goal) / deviation)
        + Probability.below(-(width + goal) / deviation);
  }

  /**
   * The factor, to 0.00001 of power; 0 when there are enough already, null when 134 million times
   * would not do.
   */
  public @Nullable Double factor() {
    double wanted = Math.pow(power, 1.0 / metrics);
    if (power(0) > wanted) {
      return 0.0;
    }
    double high = 1;
    for (int i = 0; i < 27 && power(high) < wanted; i++) {
      high *= 2;
    }
    if (power(high) < wanted) {
      return null;
    }
    double low = 0;
    double factor = high;
    for (int i = 0; i < 100; i++) {
      double off = power(factor) - wanted;
      if (Math.abs(off) < 1e-5 && i > 0) {
        break;
      }
      if (off > 0) {
        high = factor;
      } else {
        low = factor;
      }
      factor = (low + high) / 2;
    }
    return factor;
  }
}
