package io.liftwerk.experiments.abtest;

import io.liftwerk.experiments.abtest.Effect.Interval;

/**
 * p-values and intervals that hold at every look, however often one looks: asymptotic confidence
 * sequences (Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas 2021, arXiv 2103.06476v7, equations 9,
 * 155 and 161). They are narrowest at about {@code tuning} persons.
 */
public final class AlwaysValid {
  /** Persons at which the interval is to be narrowest when nothing is planned. */
  public static final double TUNING = 5000;

  private static final double SMALLEST = 1e-5;
  private static final double LARGEST = 0.4999;

  private AlwaysValid() {}

  /** ρ of equation 161. */
  static double rho(double alpha, double tuning) {
    double l = -2 * Math.log(alpha);
    return Math.sqrt((l + Math.log(l + 1)) / tuning);
  }

  /**
   * Half the width of the interval.
   *
   * @param effect estimate, standard error and persons so far
   */
  public static double halfWidth(Effect effect, double alpha, double tuning) {
    double rho = rho(alpha, tuning);
    double grown = effect.n() * rho * rho + 1;
    return effect.error() * Math.sqrt(2 * grown * Math.log(Math.sqrt(grown) / alpha) / (grown - 1));
  }

  /** The confidence sequence at this look. */
  public static Interval interval(Effect effect, double alpha, double tuning) {
    return effect.known() ? effect.around(halfWidth(effect, alpha, tuning)) : new Interval(0, 0);
  }

  /** Two-sided p that may be looked at any time. */
  public static double p(Effect effect, double alpha, double tuning) {
    if (!effect.known()) {
      return 1;
    }
    double rho = rho(alpha, tuning);
    double grown = effect.n() * rho * rho + 1;
    double z = effect.estimate() / effect.error();
    return Math.min(1, Math.sqrt(grown) * Math.exp(-z * z / 2 * (grown - 1) / grown));
  }

  private static double oneSidedHalfWidth(Effect effect, double alpha, double tuning) {
    double rho = rho(2 * alpha, tuning);
    double grown = effect.n() * rho * rho + 1;
    double inside = Math.log(1 + Math.sqrt(grown) / (2 * alpha));
    return effect.error() * Math.sqrt(2 * grown / (grown - 1) * inside);
  }

  /** The lower end alone. */
  public static Interval atLeast(Effect effect, double alpha, double tuning) {
    return new Interval(
        effect.estimate() - oneSidedHalfWidth(effect, alpha, tuning), Double.POSITIVE_INFINITY);
  }

  /** The upper end alone. */
  public static Interval atMost(Effect effect, double alpha, double tuning) {
    return new Interval(
        Double.NEGATIVE_INFINITY, effect.estimate() + oneSidedHalfWidth(effect, alpha, tuning));
  }

  /**
   * p of no difference against a larger ({@code sign} 1) or a smaller one (−1), between 0.00001 and
   * 0.4999.
   */
  public static double oneSided(Effect effect, double alpha, double tuning, int sign) {
    double z = sign * effect.estimate() / effect.error();
    if (!(z > 0)) {
      return LARGEST;
    }
    double rho = rho(2 * alpha, tuning);
    double grown = effect.n() * rho * rho + 1;
    double p = Math.sqrt(grown) / 2 / Math.expm1(z * z / 2 * (grown - 1) / grown);
    return Math.clamp(p, SMALLEST, LARGEST);
  }
}
