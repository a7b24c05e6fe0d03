package io.liftwerk.scoring.lifetime;

import static io.liftwerk.scoring.lifetime.Special.logBeta;

import java.util.List;

/**
 * sBG: at the end of each period a contract ends with a probability of its own, which differs as
 * Beta(α, β); those who stay are ever more faithful, because the others have left (Fader and
 * Hardie, How to Project Customer Retention, Journal of Interactive Marketing 21, 2007).
 *
 * @param alpha leaving
 * @param beta staying
 */
public record ShiftedBetaGeometric(double alpha, double beta) {

  /** Share of new contracts still there after {@code periods}. */
  public double survival(double periods) {
    return Math.exp(logBeta(alpha, beta + periods) - logBeta(alpha, beta));
  }

  /** Share of those there after {@code period − 1} periods that are there after {@code period}. */
  public double retention(double period) {
    return (beta + period - 1) / (alpha + beta + period - 1);
  }

  /**
   * Periods that one who has been there for {@code age} stays of the next {@code horizon},
   * discounted: {@code Σ S(age+k)/S(age) / (1+d)^k}.
   *
   * @param discount rate per period
   */
  public double remaining(double age, int horizon, double discount) {
    double sum = 0;
    double there = 1;
    for (int k = 1; k <= horizon; k++) {
      there *= retention(age + k);
      sum += there / Math.pow(1 + discount, k);
    }
    return sum;
  }

  /**
   * Fits by maximum likelihood.
   *
   * @param left {@code left[t]} contracts ended in period t, from 1; {@code left[0]} is not looked
   *     at
   * @param there {@code there[t]} contracts were last seen running after t periods
   * @param check called between steps; throws when nobody waits any longer
   */
  public static Fit<ShiftedBetaGeometric> fit(double[] left, double[] there, Runnable check) {
    double count = 0;
    for (int t = 0; t < left.length; t++) {
      count += (t == 0 ? 0 : left[t]) + there[t];
    }
    double total = count;
    return Fit.of(
        Objective.differences(
            at ->
                -new ShiftedBetaGeometric(Math.exp(at[0]), Math.exp(at[1]))
                        .logLikelihood(left, there)
                    / total),
        List.of(new double[] {1, 1}, new double[] {0.5, 5}, new double[] {3, 30}),
        total,
        p -> new ShiftedBetaGeometric(p[0], p[1]),
        model -> model.logLikelihood(left, there),
        check);
  }

  private double logLikelihood(double[] left, double[] there) {
    double sum = 0;
    double none = logBeta(alpha, beta);
    for (int t = 0; t < left.length; t++) {
      if (t > 0 && left[t] > 0) {
        sum += left[t] * (logBeta(alpha + 1, beta + t - 1) - none);
      }
      if (there[t] > 0) {
        sum += there[t] * (logBeta(alpha, beta + t) - none);
      }
    }
    return sum;
  }
}
