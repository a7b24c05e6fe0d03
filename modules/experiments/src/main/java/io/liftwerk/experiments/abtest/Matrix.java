package io.liftwerk.experiments.abtest;

import org.jspecify.annotations.Nullable;

/** The little linear algebra that formulas of up to eight unknowns need. */
final class Matrix {
  private Matrix() {}

  /** aᵀ M b. */
  static double form(double[] a, double[][] m, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        sum += a[i] * m[i][j] * b[j];
      }
    }
    return sum;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double[] times(double[][] m, double[] x) {
    var y = new double[m.length];
    for (int i = 0; i < m.length; i++) {
      y[i] = dot(m[i], x);
    }
    return y;
  }

  /**
   * The inverse of a symmetric positive definite matrix, scaled to a unit diagonal first so that
   * columns of very different size do not spoil it; null when it is singular.
   */
  static double @Nullable [][] inverse(double[][] m) {
    int k = m.length;
    var scale = new double[k];
    for (int i = 0; i < k; i++) {
      if (!(m[i][i] > 0)) {
        return null;
      }
      scale[i] = 1 / Math.sqrt(m[i][i]);
    }
    var a = new double[k][2 * k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        a[i][j] = m[i][j] * scale[i] * scale[j];
      }
      a[i][k + i] = 1;
    }
    for (int c = 0; c < k; c++) {
      int pivot = c;
      for (int r = c + 1; r < k; r++) {
        pivot = Math.abs(a[r][c]) > Math.abs(a[pivot][c]) ? r : pivot;
      }
      if (Math.abs(a[pivot][c]) < 1e-13) {
        return null;
      }
      double[] row = a[pivot];
      a[pivot] = a[c];
      a[c] = row;
      double by = row[c];
      for (int j = 0; j < 2 * k; j++) {
        row[j] /= by;
      }
      for (int r = 0; r < k; r++) {
        double factor = a[r][c];
        if (r != c && factor != 0) {
          for (int j = 0; j < 2 * k; j++) {
            a[r][j] -= factor * row[j];
          }
        }
      }
    }
    var inverse = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        inverse[i][j] = a[i][k + j] * scale[i] * scale[j];
      }
    }
    return inverse;
  }
}
