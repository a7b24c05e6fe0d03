package io.liftwerk.experiments.bandit;

import java.util.Arrays;

/**
 * What another policy would have brought, told from what a logged one did. Definitions are those of
 * Open Bandit Pipeline (Saito, Aihara, Matsutani, Narita 2021), where each has its source.
 *
 * @param reward per decision
 * @param weight per decision, chance of its action by the policy asked about over that by the
 *     logged one
 * @param modelled per decision, expected reward of its action by a model
 * @param value per decision, expected reward of the policy asked about by the model
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record OffPolicy(double[] reward, double[] weight, double[] modelled, double[] value) {

  /**
   * @param value what a decision would bring
   * @param error standard error of that
   */
  public record Estimate(double value, double error) {}

  private int size() {
    return reward.length;
  }

  /** Mean and its standard error. */
  private static Estimate mean(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Estimate(mean, Math.sqrt(squares / (values.length - 1) / values.length));
  }

  /** What the logged policy brought. */
  public Estimate logged() {
    return mean(reward);
  }

  /** Inverse propensity weighting; weights above {@code most} are cut. */
  public Estimate ipw(double most) {
    var parts = new double[size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Math.min(weight[i], most) * reward[i];
    }
    return mean(parts);
  }

  /** Self-normalised: weights as shares of their sum; error by the delta method. */
  public Estimate snipw() {
    double meanWeight = mean(weight).value();
    double value = ipw(Double.POSITIVE_INFINITY).value() / meanWeight;
    var parts = new double[size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = weight[i] * (reward[i] - value) / meanWeight;
    }
    return new Estimate(value, mean(parts).error());
  }

  /** Direct method: the model alone. Its error does not know how wrong the model is. */
  public Estimate dm() {
    return mean(value);
  }

  /** Doubly robust. */
  public Estimate dr() {
    return switchDr(Double.POSITIVE_INFINITY);
  }

  /** Doubly robust, weights as shares of their sum. */
  public Estimate sndr() {
    double meanWeight = mean(weight).value();
    var parts = new double[size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = value[i] + weight[i] * (reward[i] - modelled[i]) / meanWeight;
    }
    return mean(parts);
  }

  /** Doubly robust, but the model alone where a weight exceeds {@code most}. */
  public Estimate switchDr(double most) {
    var parts = new double[size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = value[i] + (weight[i] <= most ? weight[i] * (reward[i] - modelled[i]) : 0);
    }
    return mean(parts);
  }

  /** Doubly robust with optimistic shrinkage: weights {@code λ w / (w² + λ)}. */
  public Estimate shrunkDr(double lambda) {
    var parts = new double[size()];
    for (int i = 0; i < parts.length; i++) {
      double shrunk = lambda * weight[i] / (weight[i] * weight[i] + lambda);
      parts[i] = value[i] + shrunk * (reward[i] - modelled[i]);
    }
    return mean(parts);
  }

  /** How many decisions of the policy asked about the log is worth (Kish 1965). */
  public double effectiveSize() {
    double sum = 0;
    double squares = 0;
    for (double one : weight) {
      sum += one;
      squares += one * one;
    }
    return squares == 0 ? 0 : sum * sum / squares;
  }

  public double largestWeight() {
    return Arrays.stream(weight).max().orElse(0);
  }

  public double smallestWeight() {
    return Arrays.stream(weight).min().orElse(0);
  }

  public double meanWeight() {
    return Arrays.stream(weight).average().orElse(0);
  }

  /** By how much a policy's doubly robust value exceeds the logged one's, decision by decision. */
  public Estimate gain() {
    var parts = new double[size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = value[i] + weight[i] * (reward[i] - modelled[i]) - reward[i];
    }
    return mean(parts);
  }
}
