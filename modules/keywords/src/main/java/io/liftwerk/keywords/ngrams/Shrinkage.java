package io.liftwerk.keywords.ngrams;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * How many conversions a click brings, believed as far as the clicks carry: a rate counted on few
 * clicks is drawn towards the account's.
 *
 * <p>Conversions are Poisson with a rate that itself follows a gamma distribution over the words
 * (an empirical Bayes estimate; Robbins 1956). Its mean is the account's rate m, its precision what
 * makes the words' counts most likely: k conversions on c clicks then follow a negative binomial
 * distribution (Clayton and Kaldor 1987, "Empirical Bayes estimates of age-standardized relative
 * risks for use in disease mapping", Biometrics 43). Where the account's rate is worth b clicks as
 * an opinion, they leave a gamma distribution of shape m·b + k and rate b + c.
 *
 * @param mean conversions per click in all
 * @param clicks b, the clicks that the account's rate is worth as an opinion on one n-gram
 */
public record Shrinkage(double mean, double clicks) {
  private static final double LOW = 0.025;
  private static final int STEPS = 60;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /**
   * What the words have in common.
   *
   * @param mean conversions per click of the whole account
   * @param clicks of each word
   * @param conversions of each word
   */
  public static Shrinkage fit(double mean, double[] clicks, double[] conversions) {
    double most = Arrays.stream(clicks).sum();
    if (!(mean > 0) || most <= 0) {
      return new Shrinkage(0, 0);
    }
    // golden section over the logarithm: the likelihood has one peak, or grows to where all words
    // are as one
    double low = 0;
    double high = Math.log(Math.max(Math.E, most));
    for (int step = 0; step < STEPS; step++) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (likelihood(mean, Math.exp(left), clicks, conversions)
          >= likelihood(mean, Math.exp(right), clicks, conversions)) {
        high = right;
      } else {
        low = left;
      }
    }
    return new Shrinkage(mean, Math.exp((low + high) / 2));
  }

  private static double likelihood(
      double mean, double worth, double[] clicks, double[] conversions) {
    double shape = mean * worth;
    double constant = LogGamma.value(shape);
    double sum = 0;
    for (int i = 0; i < clicks.length; i++) {
      double counted = conversions[i];
      sum +=
          (counted == 0 ? 0 : LogGamma.value(shape + counted) - constant)
              - shape * Math.log1p(clicks[i] / worth)
              - counted * Math.log(worth + clicks[i]);
    }
    return sum;
  }

  /** Whether there is a rate to draw to. */
  public boolean known() {
    return mean > 0;
  }

  private double shape(double counted) {
    return mean * clicks + counted;
  }

  /** Expected conversions per click after {@code counted} conversions on {@code seen} clicks. */
  public double rate(double seen, double counted) {
    return shape(counted) / (clicks + seen);
  }

  /** Lower end of the 95 % interval of the rate. */
  public double low(double seen, double counted) {
    return posterior(seen, counted).inverseCumulativeProbability(LOW);
  }

  /** Upper end of the 95 % interval of the rate. */
  public double high(double seen, double counted) {
    return posterior(seen, counted).inverseSurvivalProbability(LOW);
  }

  /** Chance that the rate lies below {@code rate}. */
  public double below(double rate, double seen, double counted) {
    return posterior(seen, counted).cumulativeProbability(rate);
  }

  private GammaDistribution posterior(double seen, double counted) {
    return GammaDistribution.of(shape(counted), 1 / (clicks + seen));
  }
}
