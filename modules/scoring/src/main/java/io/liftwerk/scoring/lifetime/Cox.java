package io.liftwerk.scoring.lifetime;

import org.jspecify.annotations.Nullable;

/**
 * Proportional hazards: what makes churn come sooner or later, whatever its course over time (Cox,
 * JRSS B 34, 1972), with ties by Efron (JASA 72, 1977) or Breslow.
 *
 * @param coefficients logarithm of the hazard ratio for one more of each column
 * @param standardErrors of these
 * @param logLikelihoodNone partial log-likelihood of all coefficients 0
 * @param logLikelihood at the coefficients
 * @param concordance share of the pairs whose order in time is known that the risks order rightly
 * @param converged false when the likelihood goes on rising: a column separates those who left
 */
public record Cox(
    double[] coefficients,
    double[] standardErrors,
    double logLikelihoodNone,
    double logLikelihood,
    double concordance,
    boolean converged) {

  private static final int STEPS = 60;

  /** A hazard ratio of e^8, 3,000, for one standard deviation is none that data can tell. */
  private static final double RUNAWAY = 8;

  /** Ways to treat those who leave at the same time. */
  public enum Ties {
    EFRON,
    BRESLOW
  }

  /**
   * Fits by maximum partial likelihood (Newton and Raphson, halving steps that overshoot).
   *
   * @param time how long each was there
   * @param event whether it left then
   * @param columns {@code columns[c][i]}, each varying
   * @param check called at every step; throws when nobody waits any longer
   * @return null when the columns determine one another
   */
  public static @Nullable Cox fit(
      double[] time, boolean[] event, double[][] columns, Ties ties, Runnable check) {
    var scales = new double[columns.length];
    var likelihood = new Partial(time, event, standardised(columns, scales), ties);
    var at = new double[columns.length];
    double none = likelihood.at(at);
    double value = none;
    boolean converged = false;
    double[][] covariance = null;
    for (int step = 0; step < STEPS; step++) {
      check.run();
      covariance = Matrix.inverse(likelihood.information());
      if (covariance == null) {
        break;
      }
      double[] change = Matrix.times(covariance, likelihood.score());
      double[] next = new double[at.length];
      double better = Double.NaN;
      for (double length = 1; length > 1e-6; length /= 2) {
        for (int c = 0; c < at.length; c++) {
          next[c] = at[c] + length * change[c];
        }
        better = likelihood.at(next);
        if (better >= value - 1e-12 * Math.abs(value)) {
          break;
        }
      }
      if (!(better >= value - 1e-9 * Math.abs(value))) {
        break;
      }
      at = next.clone();
      boolean settled = Math.abs(better - value) < 1e-13 * (1 + Math.abs(value)) && step > 0;
      value = better;
      if (settled) {
        converged = true;
        covariance = Matrix.inverse(likelihood.information());
        break;
      }
    }
    if (covariance == null) {
      return null;
    }
    return result(time, event, columns, scales, at, covariance, none, value, converged);
  }

  private static Cox result(
      double[] time,
      boolean[] event,
      double[][] columns,
      double[] scales,
      double[] at,
      double[][] covariance,
      double none,
      double value,
      boolean converged) {
    var coefficients = new double[at.length];
    var errors = new double[at.length];
    boolean runaway = false;
    for (int c = 0; c < at.length; c++) {
      coefficients[c] = at[c] / scales[c];
      errors[c] = Math.sqrt(covariance[c][c]) / scales[c];
      runaway |= Math.abs(at[c]) > RUNAWAY || Math.sqrt(covariance[c][c]) > RUNAWAY;
    }
    var risk = new double[time.length];
    for (int i = 0; i < risk.length; i++) {
      for (int c = 0; c < at.length; c++) {
        risk[i] += coefficients[c] * columns[c][i];
      }
    }
    return new Cox(
        coefficients,
        errors,
        none,
        value,
        Concordance.of(time, event, risk),
        converged && !runaway);
  }

  /** Columns about 0 with spread 1, which keeps the exponentials in range. */
  private static double[][] standardised(double[][] columns, double[] scales) {
    var standardised = new double[columns.length][];
    for (int c = 0; c < columns.length; c++) {
      double mean = 0;
      for (double value : columns[c]) {
        mean += value / columns[c].length;
      }
      double square = 0;
      for (double value : columns[c]) {
        square += (value - mean) * (value - mean) / columns[c].length;
      }
      scales[c] = square > 0 ? Math.sqrt(square) : 1;
      standardised[c] = new double[columns[c].length];
      for (int i = 0; i < columns[c].length; i++) {
        standardised[c][i] = (columns[c][i] - mean) / scales[c];
      }
    }
    return standardised;
  }

  /** The partial likelihood with its first two derivatives. */
  private static final class Partial {
    private final double[] time;
    private final boolean[] event;
    private final double[][] columns;
    private final Ties ties;
    private final Integer[] order;
    private double[] score = {};
    private double[][] information = {};

    Partial(double[] time, boolean[] event, double[][] columns, Ties ties) {
      this.time = time;
      this.event = event;
      this.columns = columns;
      this.ties = ties;
      this.order = KaplanMeier.ascending(time);
    }

    double[] score() {
      return score;
    }

    double[][] information() {
      return information;
    }

    /** From the latest time to the first: whoever was met is at risk. */
    double at(double[] coefficients) {
      int k = coefficients.length;
      score = new double[k];
      information = new double[k][k];
      double log = 0;
      var risk = new Sums(k);
      for (int i = order.length - 1; i >= 0; ) {
        double now = time[order[i]];
        var leaving = new Sums(k);
        int events = 0;
        for (; i >= 0 && time[order[i]] == now; i--) {
          int row = order[i];
          double linear = 0;
          for (int c = 0; c < k; c++) {
            linear += coefficients[c] * columns[c][row];
          }
          double weight = Math.exp(linear);
          risk.add(columns, row, weight);
          if (event[row]) {
            events++;
            leaving.add(columns, row, weight);
            log += linear;
            for (int c = 0; c < k; c++) {
              score[c] += columns[c][row];
            }
          }
        }
        for (int e = 0; e < events; e++) {
          log -= subtract(risk, leaving, ties == Ties.EFRON ? (double) e / events : 0);
        }
      }
      return log;
    }

    /** Takes one event's expectation from score and log-likelihood; adds to the information. */
    private double subtract(Sums risk, Sums leaving, double share) {
      int k = score.length;
      double s0 = risk.s0 - share * leaving.s0;
      for (int c = 0; c < k; c++) {
        double mean = (risk.s1[c] - share * leaving.s1[c]) / s0;
        score[c] -= mean;
        for (int d = 0; d <= c; d++) {
          double other = (risk.s1[d] - share * leaving.s1[d]) / s0;
          double part = (risk.s2[c][d] - share * leaving.s2[c][d]) / s0 - mean * other;
          information[c][d] += part;
          if (c != d) {
            information[d][c] += part;
          }
        }
      }
      return Math.log(s0);
    }
  }

  /** Sums of weights, of weighted columns and of their products. */
  private static final class Sums {
    double s0;
    final double[] s1;
    final double[][] s2;

    Sums(int k) {
      s1 = new double[k];
      s2 = new double[k][k];
    }

    void add(double[][] columns, int row, double weight) {
      s0 += weight;
      for (int c = 0; c < s1.length; c++) {
        double part = weight * columns[c][row];
        s1[c] += part;
        for (int d = 0; d <= c; d++) {
          s2[c][d] += part * columns[d][row];
        }
      }
    }
  }
}
