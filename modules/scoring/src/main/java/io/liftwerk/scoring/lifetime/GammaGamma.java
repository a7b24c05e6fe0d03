package io.liftwerk.scoring.lifetime;

import static io.liftwerk.scoring.lifetime.Special.logGamma;

import java.util.List;
import org.apache.commons.numbers.gamma.Digamma;

/**
 * Gamma-Gamma: what a customer spends each time varies about a mean of its own, and these means
 * differ among customers; how often one buys says nothing of them (Fader and Hardie, The
 * Gamma-Gamma Model of Monetary Value, 2013).
 *
 * @param p shape of single purchases
 * @param q shape of the customers' scales
 * @param v scale, in money
 */
public record GammaGamma(double p, double q, double v) {

  /** Value of a purchase over all customers; infinite for {@code q ≤ 1}. */
  public double mean() {
    return q > 1 ? v * p / (q - 1) : Double.POSITIVE_INFINITY;
  }

  /**
   * What a purchase of this customer will be worth.
   *
   * @param x purchases known of, 0 or more
   * @param mean their mean value
   */
  public double expected(double x, double mean) {
    return x == 0 ? mean() : p * (v + x * mean) / (p * x + q - 1);
  }

  private double logLikelihood(double x, double mean) {
    double px = p * x;
    return logGamma(px + q)
        - logGamma(px)
        - logGamma(q)
        + q * Math.log(v)
        + (px - 1) * Math.log(mean)
        + px * Math.log(x)
        - (px + q) * Math.log(x * mean + v);
  }

  /**
   * Fits by maximum likelihood.
   *
   * @param x purchases of each customer, above 0
   * @param mean their mean value, above 0
   * @param check called between steps; throws when nobody waits any longer
   */
  public static Fit<GammaGamma> fit(double[] x, double[] mean, Runnable check) {
    double sum = 0;
    for (double value : mean) {
      sum += value;
    }
    double unit = sum / mean.length;
    // counted together and sorted, so that the order of customers does not change a digit
    var alike = Histories.of(x, mean, new double[x.length]);
    return Fit.of(
        (at, gradient) -> meanNegative(alike, unit, at, gradient),
        List.of(new double[] {5, 4, 0.6}, new double[] {1, 2, 1}, new double[] {2, 10, 4}),
        x.length,
        at -> new GammaGamma(at[0], at[1], at[2] * unit),
        model -> {
          double log = 0;
          for (int i = 0; i < alike.size(); i++) {
            log += alike.weight(i) * model.logLikelihood(alike.x(i), alike.last(i));
          }
          return log;
        },
        check);
  }

  private static double meanNegative(Histories alike, double unit, double[] at, double[] gradient) {
    double p = Math.exp(at[0]);
    double q = Math.exp(at[1]);
    double v = Math.exp(at[2]);
    double seen = Double.NaN;
    double log = 0;
    double atBoth = 0;
    double atX = 0;
    double atQ = Digamma.value(q);
    double sum = 0;
    double dp = 0;
    double dq = 0;
    double dv = 0;
    for (int i = 0; i < alike.size(); i++) {
      double x = alike.x(i);
      double mean = alike.last(i) / unit;
      double px = p * x;
      if (x != seen) {
        seen = x;
        log = logGamma(px + q) - logGamma(px) - logGamma(q) + q * at[2] + px * Math.log(x);
        atBoth = Digamma.value(px + q);
        atX = Digamma.value(px);
      }
      double logMean = Math.log(mean);
      double logTotal = Math.log(x * mean + v);
      double w = alike.weight(i);
      sum += w * (log + (px - 1) * logMean - (px + q) * logTotal);
      dp += w * x * (atBoth - atX + logMean + Math.log(x) - logTotal);
      dq += w * (atBoth - atQ + at[2] - logTotal);
      dv += w * (q / v - (px + q) / (x * mean + v));
    }
    double n = -alike.total();
    gradient[0] = dp * p / n;
    gradient[1] = dq * q / n;
    gradient[2] = dv * v / n;
    return sum / n;
  }
}
