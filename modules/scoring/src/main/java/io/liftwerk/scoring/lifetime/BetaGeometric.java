package io.liftwerk.scoring.lifetime;

import static io.liftwerk.scoring.lifetime.Special.logAdd;
import static io.liftwerk.scoring.lifetime.Special.logBeta;
import static io.liftwerk.scoring.lifetime.Special.logRising;

import java.util.List;
import org.apache.commons.numbers.gamma.Digamma;

/**
 * BG/NBD: a customer buys at a constant rate, which differs among customers as Gamma(r, α), and
 * after each purchase stops with a probability that differs as Beta(a, b) (Fader, Hardie and Lee,
 * "Counting Your Customers" the Easy Way, Marketing Science 24, 2005). MBG/NBD: may stop after the
 * first purchase too (Batislam, Denizel and Filiztekin, Int. J. of Research in Marketing 24, 2007),
 * which is the same with one chance to stop more.
 *
 * @param r shape of the rates
 * @param alpha their scale, in units of time
 * @param a stopping
 * @param b going on
 * @param modified MBG/NBD
 */
public record BetaGeometric(double r, double alpha, double a, double b, boolean modified)
    implements PurchaseModel {

  /** Near here expectations are 0/0; they are smooth, so a step aside changes nothing one sees. */
  private static final double POLE = 1e-6;

  @Override
  public String name() {
    return modified ? "mbgnbd" : "bgnbd";
  }

  @Override
  public List<String> parameterNames() {
    return List.of("r", "alpha", "a", "b");
  }

  @Override
  public double[] parameters() {
    return new double[] {r, alpha, a, b};
  }

  @Override
  public BetaGeometric with(double[] p) {
    return new BetaGeometric(p[0], p[1], p[2], p[3], modified);
  }

  /** Chances to stop before the first purchase that counts. */
  private int before() {
    return modified ? 1 : 0;
  }

  private boolean mayHaveStopped(double x) {
    return modified || x > 0;
  }

  @Override
  public double logLikelihood(double x, double last, double age) {
    double chances = x + before();
    double common =
        logRising(r, x) + r * Math.log(alpha) + logRising(b, chances) - logRising(a + b, chances);
    double alive = -(r + x) * Math.log(alpha + age);
    return common + (mayHaveStopped(x) ? logAdd(alive, stopped(x, last)) : alive);
  }

  /** Logarithm of having stopped after the latest purchase, on the scale of being alive. */
  private double stopped(double x, double last) {
    return Math.log(a) - Math.log(b + x + before() - 1) - (r + x) * Math.log(alpha + last);
  }

  @Override
  public double alive(double x, double last, double age) {
    return mayHaveStopped(x)
        ? 1 / (1 + Math.exp(stopped(x, last) + (r + x) * Math.log(alpha + age)))
        : 1;
  }

  @Override
  public double expected(double time) {
    double starting = modified ? b / (a + b) : 1;
    return starting * whileAlive(r, alpha, a, b + before(), time);
  }

  @Override
  public double expected(double time, double x, double last, double age) {
    double goingOn = b + x + before();
    return alive(x, last, age) * whileAlive(r + x, alpha + age, a, goingOn, time);
  }

  /**
   * Expected purchases of one who is alive, with the rate Gamma(shape, scale) and stopping Beta(a,
   * b): {@code (a+b−1)/(a−1) · (1 − (scale/(scale+t))^shape ₂F₁(shape, b; a+b−1; t/(scale+t)))}.
   */
  private static double whileAlive(double shape, double scale, double a, double b, double time) {
    if (time <= 0) {
      return 0;
    }
    double aside = Math.abs(a - 1) < POLE ? 1 + POLE : a;
    if (Math.abs(aside + b - 1) < POLE) {
      aside += 2 * POLE;
    }
    double c = aside + b - 1;
    double spread =
        Special.hypergeometric(
            shape, b, c, time / (scale + time), -shape * Math.log1p(time / scale));
    return c / (aside - 1) * (1 - spread);
  }

  /**
   * Chance of exactly {@code n} purchases of a new customer within {@code time} (equation 8 of the
   * paper).
   */
  public double probability(int n, double time) {
    double p = time / (alpha + time);
    double exactly =
        Math.exp(
            logRising(r, n)
                - Special.logGamma(n + 1.0)
                + r * Math.log1p(-p)
                + n * Math.log(p)
                + logBeta(a, b + n + before())
                - logBeta(a, b));
    if (!mayHaveStopped(n)) {
      return exactly;
    }
    double term = Math.exp(r * Math.log1p(-p));
    double fewer = 0;
    for (int j = 0; j < n; j++) {
      fewer += term;
      term *= (r + j) / (j + 1) * p;
    }
    return exactly + Math.exp(logBeta(a + 1, b + n + before() - 1) - logBeta(a, b)) * (1 - fewer);
  }

  /**
   * Fits by maximum likelihood.
   *
   * @param check called between steps; throws when nobody waits any longer
   */
  public static Fit<BetaGeometric> fit(Histories histories, boolean modified, Runnable check) {
    double unit = Math.max(histories.longest(), Double.MIN_NORMAL) / 10;
    var scaled = histories.in(unit);
    return Fit.of(
        (at, gradient) -> meanNegative(scaled, modified, at, gradient),
        List.of(
            new double[] {0.3, 1, 0.8, 2.5},
            new double[] {1, 3, 0.2, 2},
            new double[] {0.1, 0.3, 2, 5},
            new double[] {3, 10, 0.5, 0.5}),
        histories.total(),
        p -> new BetaGeometric(p[0], p[1] * unit, p[2], p[3], modified),
        model -> model.logLikelihood(histories),
        check);
  }

  private static double meanNegative(
      Histories histories, boolean modified, double[] at, double[] gradient) {
    double r = Math.exp(at[0]);
    double alpha = Math.exp(at[1]);
    double a = Math.exp(at[2]);
    double b = Math.exp(at[3]);
    int before = modified ? 1 : 0;
    double seen = Double.NaN;
    var common = new double[4];
    double sum = 0;
    double dr = 0;
    double dAlpha = 0;
    double da = 0;
    double db = 0;
    for (int i = 0; i < histories.size(); i++) {
      double x = histories.x(i);
      if (x != seen) {
        // sorted by x: what depends on x alone is worked out once
        seen = x;
        double chances = x + before;
        common[0] = logRising(r, x) + logRising(b, chances) - logRising(a + b, chances);
        common[1] = x == 0 ? 0 : Digamma.value(r + x) - Digamma.value(r);
        common[2] = chances == 0 ? 0 : Digamma.value(a + b) - Digamma.value(a + b + chances);
        common[3] = chances == 0 ? 0 : Digamma.value(b + chances) - Digamma.value(b);
      }
      double logAge = Math.log(alpha + histories.age(i));
      double alive = -(r + x) * logAge;
      double share = 0;
      double logLast = 0;
      double either = alive;
      double odds = b + x + before - 1;
      if (modified || x > 0) {
        logLast = Math.log(alpha + histories.last(i));
        double stopped = Math.log(a / odds) - (r + x) * logLast;
        either = logAdd(alive, stopped);
        share = Math.exp(stopped - either);
      }
      double w = histories.weight(i);
      sum += w * (common[0] + r * at[1] + either);
      dr += w * (common[1] + at[1] - (1 - share) * logAge - share * logLast);
      dAlpha +=
          w
              * (r / alpha
                  - (r + x)
                      * ((1 - share) / (alpha + histories.age(i))
                          + (share == 0 ? 0 : share / (alpha + histories.last(i)))));
      da += w * (common[2] + share / a);
      db += w * (common[2] + common[3] - (share == 0 ? 0 : share / odds));
    }
    double n = -histories.total();
    gradient[0] = dr * r / n;
    gradient[1] = dAlpha * alpha / n;
    gradient[2] = da * a / n;
    gradient[3] = db * b / n;
    return sum / n;
  }
}
