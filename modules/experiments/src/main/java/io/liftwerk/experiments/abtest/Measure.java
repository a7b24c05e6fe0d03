package io.liftwerk.experiments.abtest;

/**
 * A figure of one arm with its uncertainty. {@code variance() / n()} is the variance of {@code
 * value()}.
 */
public sealed interface Measure {

  /** Number of persons, or of clusters where those were randomised. */
  long n();

  /** The figure; adjusted where there is a covariate. */
  double value();

  /** The figure as it was seen, without adjustment. */
  default double plain() {
    return value();
  }

  /** Variance per person. */
  double variance();

  /** Whether nothing can be said, as nothing varies. */
  default boolean still() {
    return !(variance() > 0);
  }

  /**
   * The mean of a column.
   *
   * @param moments one column
   */
  record Mean(Moments moments) implements Measure {
    @Override
    public long n() {
      return moments.n();
    }

    @Override
    public double value() {
      return moments.mean()[0];
    }

    @Override
    public double variance() {
      return moments.covariance(0, 0);
    }
  }

  /**
   * A rate with the variance p (1 − p).
   *
   * @param n how many
   * @param sum how many of them did
   */
  record Rate(long n, double sum) implements Measure {
    @Override
    public double value() {
      return n == 0 ? 0 : sum / n;
    }

    @Override
    public double variance() {
      return value() * (1 - value());
    }
  }

  /**
   * A ratio of two means by the delta method (Deng, Knoblich and Lu 2018).
   *
   * @param moments numerator and denominator
   */
  record Ratio(Moments moments) implements Measure {
    @Override
    public long n() {
      return moments.n();
    }

    @Override
    public double value() {
      double below = moments.mean()[1];
      return below == 0 ? 0 : moments.mean()[0] / below;
    }

    @Override
    public double variance() {
      double below = moments.mean()[1];
      if (below == 0 || moments.n() <= 1) {
        return 0;
      }
      double ratio = value();
      return (moments.covariance(0, 0)
              - 2 * ratio * moments.covariance(0, 1)
              + ratio * ratio * moments.covariance(1, 1))
          / (below * below);
    }
  }

  /**
   * A mean adjusted by a covariate of the time before: ȳ − θ x̄ (CUPED, Deng, Xu, Kohavi and Walker
   * 2013).
   *
   * @param moments outcome and covariate
   * @param theta slope over both arms, see {@link #theta(Moments, Moments)}
   */
  record Adjusted(Moments moments, double theta) implements Measure {
    @Override
    public long n() {
      return moments.n();
    }

    @Override
    public double value() {
      return moments.mean()[0] - theta * moments.mean()[1];
    }

    @Override
    public double plain() {
      return moments.mean()[0];
    }

    @Override
    public double variance() {
      return moments.covariance(0, 0)
          + theta * theta * moments.covariance(1, 1)
          - 2 * theta * moments.covariance(0, 1);
    }

    /** The slope of the outcome on the covariate, both arms taken as one group. */
    public static double theta(Moments control, Moments treated) {
      Moments both = control.plus(treated);
      double spread = both.covariance(1, 1);
      return spread == 0 || both.covariance(0, 0) == 0 ? 0 : both.covariance(0, 1) / spread;
    }
  }

  /**
   * A ratio adjusted by the same ratio of the time before.
   *
   * @param moments numerator, denominator, and both of the time before
   * @param theta see {@link #theta(Moments, Moments)}
   */
  record AdjustedRatio(Moments moments, double theta) implements Measure {
    @Override
    public long n() {
      return moments.n();
    }

    @Override
    public double value() {
      return plain() - theta * before();
    }

    @Override
    public double plain() {
      return moments.mean()[1] == 0 ? 0 : moments.mean()[0] / moments.mean()[1];
    }

    private double before() {
      return moments.mean()[3] == 0 ? 0 : moments.mean()[2] / moments.mean()[3];
    }

    @Override
    public double variance() {
      double[] slope = slope();
      return Matrix.form(slope, moments.covariances(), slope);
    }

    /** Derivatives of {@link #value} by the four means. */
    double[] slope() {
      double d = moments.mean()[1];
      double e = moments.mean()[3];
      if (d == 0 || e == 0) {
        return new double[4];
      }
      return new double[] {1 / d, -plain() / d, -theta / e, theta * before() / e};
    }

    /** The theta with the smallest variance of the difference, both arms weighing alike. */
    public static double theta(Moments control, Moments treated) {
      double spread = 0;
      double common = 0;
      for (Moments one : new Moments[] {control, treated}) {
        double[] slope = new AdjustedRatio(one, 1).slope();
        double[][] covariances = one.covariances();
        double[] now = {slope[0], slope[1], 0, 0};
        double[] before = {0, 0, slope[2], slope[3]};
        spread += Matrix.form(before, covariances, before);
        common += Matrix.form(before, covariances, now);
      }
      return spread == 0 ? 0 : -common / spread;
    }
  }

  /**
   * A quantile, its variance from the distance of two order statistics (Deng, Knoblich and Lu 2018,
   * section 4).
   *
   * @param n values
   * @param level 0.5 for the median
   * @param value the quantile
   * @param low quantile at {@link #bounds}' lower level
   * @param high quantile at its upper level
   * @param inflation by which clusters widen the variance; 1 without
   */
  record Quantile(long n, double level, double value, double low, double high, double inflation)
      implements Measure {
    private static final double Z = Probability.z(0.025);

    /** The levels of the two order statistics, within 0 and 1. */
    public static double[] bounds(long n, double level) {
      double half = Z * Math.sqrt(level * (1 - level) / Math.max(1, n));
      return new double[] {Math.max(0, level - half), Math.min(1, level + half)};
    }

    @Override
    public double variance() {
      if (n <= 1) {
        return 0;
      }
      double deviation = (high - low) / (2 * Z);
      double variance = (n - 1) * deviation * deviation * inflation;
      // many equal values leave no distance between the two; none is not certainty
      return n < 100 ? variance : Math.max(variance, 1e-5);
    }

    @Override
    public boolean still() {
      double least = Z * Z * Math.max(level / (1 - level), (1 - level) / level);
      return n <= least || (n < 1000 && !(variance() > 0));
    }
  }
}
