package io.liftwerk.scoring.lifetime;

import org.jspecify.annotations.Nullable;

/** Small symmetric matrices. */
final class Matrix {
  private Matrix() {}

  /** The inverse of a positive definite matrix by Cholesky's decomposition, null if it is none. */
  static double @Nullable [][] inverse(double[][] matrix) {
    int n = matrix.length;
    var lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        if (i != j) {
          lower[i][j] = sum / lower[j][j];
        } else if (sum > 1e-13 * Math.abs(matrix[i][i])) {
          lower[i][i] = Math.sqrt(sum);
        } else {
          return null;
        }
      }
    }
    var inverse = new double[n][n];
    for (int column = 0; column < n; column++) {
      double[] solved = new double[n];
      for (int i = 0; i < n; i++) {
        double sum = i == column ? 1 : 0;
        for (int k = 0; k < i; k++) {
          sum -= lower[i][k] * solved[k];
        }
        solved[i] = sum / lower[i][i];
      }
      for (int i = n - 1; i >= 0; i--) {
        for (int k = i + 1; k < n; k++) {
          solved[i] -= lower[k][i] * solved[k];
        }
        solved[i] /= lower[i][i];
        inverse[i][column] = solved[i];
      }
    }
    return inverse;
  }

  static double[] times(double[][] matrix, double[] vector) {
    var product = new double[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        product[i] += matrix[i][j] * vector[j];
      }
    }
    return product;
  }

  /** {@code vᵀ M v}. */
  static double quadratic(double[][] matrix, double[] vector) {
    double sum = 0;
    double[] product = times(matrix, vector);
    for (int i = 0; i < vector.length; i++) {
      sum += vector[i] * product[i];
    }
    return sum;
  }

  /**
   * The covariance of estimates by maximum likelihood: the inverse of the curvature, which is
   * measured by differences of the gradient. Null where the curvature is not positive.
   *
   * @param objective mean negative log-likelihood
   * @param count number of observations of which it is the mean
   */
  static double @Nullable [][] covariance(Objective objective, double[] at, double count) {
    int n = at.length;
    var curvature = new double[n][n];
    var above = new double[n];
    var below = new double[n];
    double[] near = at.clone();
    double step = 1e-4;
    for (int i = 0; i < n; i++) {
      near[i] = at[i] + step;
      objective.at(near, above);
      near[i] = at[i] - step;
      objective.at(near, below);
      near[i] = at[i];
      for (int j = 0; j < n; j++) {
        double part = (above[j] - below[j]) / (2 * step) * count;
        curvature[i][j] += part / 2;
        curvature[j][i] += part / 2;
      }
    }
    for (double[] row : curvature) {
      for (double part : row) {
        if (!Double.isFinite(part)) {
          return null;
        }
      }
    }
    return inverse(curvature);
  }
}
