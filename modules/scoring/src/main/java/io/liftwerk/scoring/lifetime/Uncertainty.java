package io.liftwerk.scoring.lifetime;

import org.jspecify.annotations.Nullable;

/**
 * How far a figure made from estimated parameters may be off because they are estimates: by the
 * delta method, from the figure's slopes along the logarithms of the parameters.
 */
public final class Uncertainty {
  private static final double STEP = 1e-3;

  private Uncertainty() {}

  /** A figure as a function of a model's parameters. */
  @FunctionalInterface
  public interface Figure {
    double of(double[] parameters);
  }

  /**
   * @param covariance of the logarithms of {@code parameters}; null when it is not known
   * @return variance of the figure, NaN when it is not known
   */
  public static double variance(
      Figure figure, double[] parameters, double @Nullable [][] covariance) {
    if (covariance == null) {
      return Double.NaN;
    }
    var slopes = new double[parameters.length];
    for (int i = 0; i < slopes.length; i++) {
      double[] near = parameters.clone();
      near[i] = parameters[i] * Math.exp(STEP);
      double above = figure.of(near);
      near[i] = parameters[i] * Math.exp(-STEP);
      slopes[i] = (above - figure.of(near)) / (2 * STEP);
    }
    return Matrix.quadratic(covariance, slopes);
  }
}
