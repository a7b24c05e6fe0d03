package io.liftwerk.experiments;

import io.liftwerk.experiments.abtest.Measure;
import io.liftwerk.experiments.abtest.Measure.Adjusted;
import io.liftwerk.experiments.abtest.Measure.AdjustedRatio;
import io.liftwerk.experiments.abtest.Measure.Mean;
import io.liftwerk.experiments.abtest.Measure.Ratio;
import io.liftwerk.experiments.abtest.Moments;

/** What is made of a metric's columns. */
enum AbShape {
  /** One column. */
  MEAN,
  /** Outcome and covariate. */
  ADJUSTED,
  /** Numerator and denominator. */
  RATIO,
  /** Numerator, denominator, and the same of the covariate. */
  ADJUSTED_RATIO,
  /** Numerator, denominator, and a covariate that is no ratio. */
  RATIO_BESIDE_MEAN;

  boolean adjusted() {
    return this != MEAN && this != RATIO;
  }

  boolean ratio() {
    return this != MEAN && this != ADJUSTED;
  }

  /** The same without its covariate. */
  AbShape plain() {
    return ratio() ? RATIO : MEAN;
  }

  /** The moments of {@link #plain}. */
  Moments plain(Moments moments) {
    return ratio() ? moments.columns(0, 1) : moments.columns(0);
  }

  /** Figures of control and treated, adjusted by one slope. */
  Measure[] measures(Moments control, Moments treated) {
    return switch (this) {
      case MEAN -> new Measure[] {new Mean(control), new Mean(treated)};
      case RATIO -> new Measure[] {new Ratio(control), new Ratio(treated)};
      case ADJUSTED -> {
        double theta = Adjusted.theta(control, treated);
        yield new Measure[] {new Adjusted(control, theta), new Adjusted(treated, theta)};
      }
      case ADJUSTED_RATIO -> adjusted(control, treated);
      case RATIO_BESIDE_MEAN -> adjusted(overOne(control), overOne(treated));
    };
  }

  private static Measure[] adjusted(Moments control, Moments treated) {
    double theta = AdjustedRatio.theta(control, treated);
    return new Measure[] {new AdjustedRatio(control, theta), new AdjustedRatio(treated, theta)};
  }

  /** A mean is a ratio to a column of ones. */
  private static Moments overOne(Moments moments) {
    double[] m = moments.mean();
    double[][] p = moments.products();
    return new Moments(
        moments.n(),
        new double[] {m[0], m[1], m[2], 1},
        new double[][] {
          {p[0][0], p[0][1], p[0][2], 0},
          {p[1][0], p[1][1], p[1][2], 0},
          {p[2][0], p[2][1], p[2][2], 0},
          {0, 0, 0, 0}
        });
  }
}
