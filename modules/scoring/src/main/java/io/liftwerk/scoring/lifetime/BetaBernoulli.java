package io.liftwerk.scoring.lifetime;

import static io.liftwerk.scoring.lifetime.Special.logAdd;
import static io.liftwerk.scoring.lifetime.Special.logBeta;

import java.util.List;

/**
 * BG/BB: at each of a row of opportunities (a week, a month, a yearly appeal) a customer who is
 * alive buys with a probability that differs as Beta(α, β), and before each stops with one that
 * differs as Beta(γ, δ) (Fader, Hardie and Shang, Customer-Base Analysis in a Discrete-Time
 * Noncontractual Setting, Marketing Science 29, 2010). Times are whole numbers of opportunities.
 *
 * @param alpha buying
 * @param beta not buying
 * @param gamma stopping
 * @param delta going on
 */
public record BetaBernoulli(double alpha, double beta, double gamma, double delta)
    implements PurchaseModel {

  @Override
  public String name() {
    return "bgbb";
  }

  @Override
  public List<String> parameterNames() {
    return List.of("alpha", "beta", "gamma", "delta");
  }

  @Override
  public double[] parameters() {
    return new double[] {alpha, beta, gamma, delta};
  }

  @Override
  public BetaBernoulli with(double[] p) {
    return new BetaBernoulli(p[0], p[1], p[2], p[3]);
  }

  @Override
  public double logLikelihood(double x, double last, double age) {
    double alive = buying(x, age) + staying(age);
    if (last >= age) {
      return alive;
    }
    // each later end is the one before times a ratio below 1
    double ratio = 1;
    double sum = 1;
    for (double end = last; end < age - 1; end++) {
      ratio *= (beta + end - x) / (alpha + beta + end) * (delta + end) / (gamma + 1 + delta + end);
      sum += ratio;
    }
    return logAdd(alive, buying(x, last) + stoppingAfter(last) + Math.log(sum));
  }

  /** Logarithm of one sequence with {@code x} purchases at {@code n} opportunities. */
  private double buying(double x, double n) {
    return logBeta(alpha + x, beta + n - x) - logBeta(alpha, beta);
  }

  private double staying(double n) {
    return logBeta(gamma, delta + n) - logBeta(gamma, delta);
  }

  private double stoppingAfter(double n) {
    return logBeta(gamma + 1, delta + n) - logBeta(gamma, delta);
  }

  /** Probability of being alive at the next opportunity. */
  @Override
  public double alive(double x, double last, double age) {
    return Math.exp(buying(x, age) + staying(age + 1) - logLikelihood(x, last, age));
  }

  @Override
  public double expected(double time) {
    double sum = 0;
    for (int n = 1; n <= time; n++) {
      sum += Math.exp(staying(n));
    }
    return alpha / (alpha + beta) * sum;
  }

  @Override
  public double expected(double time, double x, double last, double age) {
    double each = buying(x, age) - logLikelihood(x, last, age);
    double sum = 0;
    for (int n = 1; n <= time; n++) {
      sum += Math.exp(each + staying(age + n));
    }
    return (alpha + x) / (alpha + beta + age) * sum;
  }

  /** Chance of exactly {@code x} purchases of a new customer at {@code n} opportunities. */
  public double probability(int x, int n) {
    double sum = choose(n, x) + buying(x, n) + staying(n);
    for (int end = x; end < n; end++) {
      sum = logAdd(sum, choose(end, x) + buying(x, end) + stoppingAfter(end));
    }
    return Math.exp(sum);
  }

  private static double choose(int n, int k) {
    return Special.logGamma(n + 1.0) - Special.logGamma(k + 1.0) - Special.logGamma(n - k + 1.0);
  }

  /**
   * Fits by maximum likelihood.
   *
   * @param check called between steps; throws when nobody waits any longer
   */
  public static Fit<BetaBernoulli> fit(Histories histories, Runnable check) {
    return Fit.of(
        Objective.differences(
            at ->
                -new BetaBernoulli(
                            Math.exp(at[0]), Math.exp(at[1]), Math.exp(at[2]), Math.exp(at[3]))
                        .logLikelihood(histories)
                    / histories.total()),
        List.of(
            new double[] {1, 1, 1, 3},
            new double[] {0.3, 3, 0.5, 5},
            new double[] {1, 10, 0.5, 20}),
        histories.total(),
        p -> new BetaBernoulli(p[0], p[1], p[2], p[3]),
        model -> model.logLikelihood(histories),
        check);
  }
}
