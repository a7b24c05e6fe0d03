package io.liftwerk.keywords.ngrams;

import java.util.Arrays;

/**
 * How many conversions a click brings, believed as far as the clicks carry: a rate counted on few
 * clicks is drawn to where the account's words mostly lie.
 *
 * <p>Conversions are Poisson with a rate that differs from word to word. How it differs is not
 * assumed but estimated: the distribution over a grid of rates that makes the counts of all words
 * most likely (the nonparametric maximum likelihood estimate of Kiefer and Wolfowitz 1956, by EM as
 * in Laird 1978; for empirical Bayes, Koenker and Mizera 2014, "Convex optimization, shape
 * constraints, compound decisions, and empirical Bayes rules", JASA 109). So an account where most
 * words convert alike and some never do is known for that, which one gamma distribution could not
 * say. Some words' worth of an even spread are added, so that few words do not pass for many.
 */
public final class Shrinkage {
  /** The grid: the account's rate by this at the lowest, times at the highest. */
  private static final double WIDTH = 200;

  private static final int POINTS = 121;
  private static final int ROUNDS = 150;

  /** Words' worth of an even spread over the grid. */
  private static final double EVEN = 5;

  private static final double LOW = 0.025;

  private final double mean;
  private final double[] rates = new double[POINTS];
  private final double[] logRates = new double[POINTS];
  private final double[] weights = new double[POINTS];

  private Shrinkage(double mean) {
    this.mean = mean;
    for (int j = 0; j < POINTS; j++) {
      rates[j] = mean * Math.pow(WIDTH, 2.0 * j / (POINTS - 1) - 1);
      logRates[j] = Math.log(rates[j]);
    }
    Arrays.fill(weights, 1.0 / POINTS);
  }

  /**
   * What the words have in common.
   *
   * @param mean conversions per click of the whole account; without one nothing can be told
   * @param clicks of each word
   * @param conversions of each word
   */
  public static Shrinkage fit(double mean, double[] clicks, double[] conversions) {
    if (!(mean > 0)) {
      return new Shrinkage(0);
    }
    var shrinkage = new Shrinkage(mean);
    int n = clicks.length;
    var likelihoods = new double[n][];
    for (int i = 0; i < n; i++) {
      likelihoods[i] = shrinkage.likelihoods(clicks[i], conversions[i]);
    }
    var next = new double[POINTS];
    for (int round = 0; round < ROUNDS; round++) {
      Arrays.fill(next, EVEN / POINTS);
      for (double[] likelihood : likelihoods) {
        double sum = 0;
        for (int j = 0; j < POINTS; j++) {
          sum += likelihood[j] * shrinkage.weights[j];
        }
        for (int j = 0; j < POINTS; j++) {
          next[j] += likelihood[j] * shrinkage.weights[j] / sum;
        }
      }
      for (int j = 0; j < POINTS; j++) {
        shrinkage.weights[j] = next[j] / (n + EVEN);
      }
    }
    return shrinkage;
  }

  /** Of each rate on the grid, by the greatest. */
  private double[] likelihoods(double clicks, double conversions) {
    var likelihoods = new double[POINTS];
    double most = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < POINTS; j++) {
      likelihoods[j] = conversions * logRates[j] - clicks * rates[j];
      most = Math.max(most, likelihoods[j]);
    }
    for (int j = 0; j < POINTS; j++) {
      likelihoods[j] = Math.exp(likelihoods[j] - most);
    }
    return likelihoods;
  }

  /** Whether there is a rate to draw to. */
  public boolean known() {
    return mean > 0;
  }

  /** Conversions per click of the whole account. */
  public double mean() {
    return mean;
  }

  /**
   * What may be thought of a rate.
   *
   * @param mean expected conversions per click
   * @param low lower end of the 95 % interval
   * @param high upper end
   */
  public record Opinion(double mean, double low, double high) {}

  /** What to think of a rate before any click. */
  public Opinion before() {
    return opinion(weights);
  }

  /** What to think of a rate after {@code conversions} on {@code clicks}. */
  public Opinion after(double clicks, double conversions) {
    return opinion(posterior(clicks, conversions));
  }

  private Opinion opinion(double[] chances) {
    double expected = 0;
    for (int j = 0; j < POINTS; j++) {
      expected += chances[j] * rates[j];
    }
    return new Opinion(expected, quantile(chances, LOW), quantile(chances, 1 - LOW));
  }

  private double quantile(double[] chances, double share) {
    double sum = 0;
    for (int j = 0; j < POINTS; j++) {
      sum += chances[j];
      if (sum >= share) {
        return rates[j];
      }
    }
    return rates[POINTS - 1];
  }

  /**
   * Where a rate surely lies.
   *
   * @param low the rate lies below any number up to this with a chance of at most 1 - sure
   * @param high the rate lies below any number above this with a chance of at least sure
   */
  public record Bounds(double low, double high) {}

  /**
   * What is sure of a rate after {@code conversions} on {@code clicks}.
   *
   * @param sure from .5 to 1
   */
  public Bounds bounds(double clicks, double conversions, double sure) {
    double[] chances = posterior(clicks, conversions);
    double sum = 0;
    double low = Double.POSITIVE_INFINITY;
    for (int j = 0; j < POINTS; j++) {
      sum += chances[j];
      if (sum > 1 - sure) {
        low = Math.min(low, rates[j]);
      }
      if (sum >= sure) {
        return new Bounds(low, rates[j]);
      }
    }
    return new Bounds(low, rates[POINTS - 1]);
  }

  private double[] posterior(double clicks, double conversions) {
    double[] chances = likelihoods(clicks, conversions);
    double sum = 0;
    for (int j = 0; j < POINTS; j++) {
      chances[j] *= weights[j];
      sum += chances[j];
    }
    for (int j = 0; j < POINTS; j++) {
      chances[j] /= sum;
    }
    return chances;
  }
}
