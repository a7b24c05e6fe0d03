package io.liftwerk.experiments.abtest;

import io.liftwerk.experiments.abtest.Measure.Adjusted;
import io.liftwerk.experiments.abtest.Measure.AdjustedRatio;

/**
 * What an arm differs by from the control, absolutely or relative to the control's plain figure.
 * Relative effects have their variance by the delta method, as GrowthBook's gbstats has it.
 *
 * @param estimate of the difference
 * @param error its standard error; 0 when nothing can be said
 * @param freedom degrees of freedom (Welch and Satterthwaite)
 * @param n persons of both arms
 */
public record Effect(double estimate, double error, double freedom, long n) {

  /** An interval; either end may be infinite. */
  public record Interval(double low, double high) {
    /** Whether it leaves 0 out. */
    public boolean excludesZero() {
      return low > 0 || high < 0;
    }
  }

  /** Treated minus control. */
  public static Effect absolute(Measure control, Measure treated) {
    return of(
        control,
        treated,
        treated.value() - control.value(),
        treated.variance() / treated.n() + control.variance() / control.n());
  }

  /** Treated minus control, as a share of the control's plain figure. */
  public static Effect relative(Measure control, Measure treated) {
    double base = control.plain();
    if (base == 0) {
      return new Effect(0, 0, 1, control.n() + treated.n());
    }
    return of(
        control,
        treated,
        (treated.value() - control.value()) / base,
        relativeVariance(control, treated, base));
  }

  private static Effect of(Measure control, Measure treated, double estimate, double variance) {
    long n = control.n() + treated.n();
    if (control.still() || treated.still() || !(variance > 0)) {
      return new Effect(0, 0, 1, n);
    }
    double a = control.variance() / control.n();
    double b = treated.variance() / treated.n();
    double freedom = (a + b) * (a + b) / (a * a / (control.n() - 1) + b * b / (treated.n() - 1));
    return new Effect(estimate, Math.sqrt(variance), freedom, n);
  }

  private static double relativeVariance(Measure control, Measure treated, double base) {
    double a = control.variance() / control.n();
    double b = treated.variance() / treated.n();
    if (control instanceof Adjusted c && treated instanceof Adjusted t) {
      // by the control's outcome −ȳ / ȳ², by its covariate θ / ȳ
      double r = t.plain() / base;
      double theta = c.theta();
      Moments m = c.moments();
      a =
          (m.covariance(0, 0) * r * r
                  - 2 * theta * m.covariance(0, 1) * r
                  + theta * theta * m.covariance(1, 1))
              / c.n();
    } else if (control instanceof AdjustedRatio c) {
      double[] slope = c.slope();
      double r = 1 + (treated.value() - control.value()) / Math.abs(base);
      double[] by = {-r * slope[0], -r * slope[1], -slope[2], -slope[3]};
      a = Matrix.form(by, c.moments().covariances(), by) / c.n();
    } else {
      double r = treated.plain() / base;
      a *= r * r;
    }
    return (a + b) / (base * base);
  }

  /** The same estimate with another standard error. */
  public Effect withError(double other) {
    return new Effect(estimate, other, freedom, n);
  }

  /** Whether there is anything to judge by. */
  public boolean known() {
    return error > 0;
  }

  /** Two-sided p of no difference by Student's t; 1 when nothing can be said. */
  public double p() {
    return known() ? Probability.twoSided(estimate / error, freedom) : 1;
  }

  /** p of no difference against a larger one in the treated arm. */
  public double pGreater() {
    return known() ? Probability.above(estimate / error, freedom) : 0.5;
  }

  /** p of no difference against a smaller one in the treated arm. */
  public double pLess() {
    return known() ? Probability.above(-estimate / error, freedom) : 0.5;
  }

  /** Interval with the chance {@code alpha} of missing the truth, half on either side. */
  public Interval interval(double alpha) {
    return known() ? around(Probability.t(alpha / 2, freedom) * error) : new Interval(0, 0);
  }

  /** The lower end alone, the whole of {@code alpha} below it. */
  public Interval atLeast(double alpha) {
    return new Interval(estimate - Probability.t(alpha, freedom) * error, Double.POSITIVE_INFINITY);
  }

  /** The upper end alone. */
  public Interval atMost(double alpha) {
    return new Interval(Double.NEGATIVE_INFINITY, estimate + Probability.t(alpha, freedom) * error);
  }

  /** The estimate plus and minus {@code half}. */
  public Interval around(double half) {
    return new Interval(estimate - half, estimate + half);
  }
}
