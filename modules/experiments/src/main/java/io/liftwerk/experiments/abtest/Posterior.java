package io.liftwerk.experiments.abtest;

import io.liftwerk.experiments.abtest.Effect.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of an effect after the data: normal, from a normal likelihood and a flat or a
 * normal prior.
 *
 * @param mean of the effect
 * @param deviation its standard deviation
 */
public record Posterior(double mean, double deviation) {

  /**
   * What was believed before.
   *
   * @param mean of the effect
   * @param variance of it
   */
  public record Prior(double mean, double variance) {}

  /**
   * @param prior null for the flat one, GrowthBook's default
   */
  public static Posterior of(Effect effect, @Nullable Prior prior) {
    double variance = effect.error() * effect.error();
    if (prior == null) {
      return new Posterior(effect.estimate(), effect.error());
    }
    double precision = 1 / variance + 1 / prior.variance();
    double mean = (effect.estimate() / variance + prior.mean() / prior.variance()) / precision;
    return new Posterior(mean, Math.sqrt(1 / precision));
  }

  /** Chance that the treated arm's figure is the larger one. */
  public double chanceAbove() {
    return deviation > 0 ? Probability.below(mean / deviation) : 0.5;
  }

  /** What is lost on average by keeping the control: E max(effect, 0). */
  public double lossOfControl() {
    return partial(mean);
  }

  /** What is lost on average by taking the treated arm: E max(−effect, 0). */
  public double lossOfTreated() {
    return partial(-mean);
  }

  private double partial(double shift) {
    if (!(deviation > 0)) {
      return 0;
    }
    double z = shift / deviation;
    return shift * Probability.below(z) + deviation * Probability.density(z);
  }

  /** The middle 1 − alpha. */
  public Interval interval(double alpha) {
    double half = Probability.z(alpha / 2) * deviation;
    return new Interval(mean - half, mean + half);
  }
}
