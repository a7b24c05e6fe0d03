package io.liftwerk.scoring.evaluation;

import java.util.Arrays;

/**
 * Logistic regression without a penalty, by maximum likelihood: Newton's method with halved steps
 * where a step would lower the likelihood, started from zero. For few columns; the standard errors
 * are those of the observed information (McCullagh and Nelder, Generalized Linear Models, 1989).
 *
 * @param coefficients one a column of the design, in its order
 * @param errors their standard errors
 * @param logLikelihood natural logarithm
 * @param converged false where the outcomes can be separated, so that no finite maximum exists
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Glm(double[] coefficients, double[] errors, double logLikelihood, boolean converged) {
  private static final int MOST_STEPS = 100;
  private static final double STILL = 1e-11;

  /**
   * @param design rows × columns; a column of ones for the intercept
   * @param yes outcome per row
   */
  public static Glm fit(double[][] design, boolean[] yes) {
    int width = design[0].length;
    var beta = new double[width];
    double likelihood = logLikelihood(design, yes, beta);
    double[][] information = new double[width][width];
    boolean still = false;
    for (int step = 0; step < MOST_STEPS && !still; step++) {
      var gradient = new double[width];
      information = information(design, yes, beta, gradient);
      double[] move = solve(information, gradient);
      double share = 1;
      double[] next = moved(beta, move, share);
      double reached = logLikelihood(design, yes, next);
      while (!(reached >= likelihood - 1e-9 * Math.abs(likelihood)) && share > 1e-6) {
        share /= 2;
        next = moved(beta, move, share);
        reached = logLikelihood(design, yes, next);
      }
      still = true;
      for (int j = 0; j < width; j++) {
        still &= Math.abs(next[j] - beta[j]) <= STILL * Math.max(1, Math.abs(next[j]));
      }
      beta = next;
      likelihood = reached;
    }
    var errors = new double[width];
    for (int j = 0; j < width; j++) {
      var unit = new double[width];
      unit[j] = 1;
      errors[j] = Math.sqrt(solve(information, unit)[j]);
    }
    return new Glm(beta, errors, likelihood, still);
  }

  private static double[] moved(double[] beta, double[] move, double share) {
    double[] next = beta.clone();
    for (int j = 0; j < next.length; j++) {
      next[j] += share * move[j];
    }
    return next;
  }

  private static double dot(double[] row, double[] beta) {
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      sum += row[j] * beta[j];
    }
    return sum;
  }

  private static double logLikelihood(double[][] design, boolean[] yes, double[] beta) {
    double sum = 0;
    for (int i = 0; i < design.length; i++) {
      double z = dot(design[i], beta);
      // log(1 + e^z) without overflow
      sum += (yes[i] ? z : 0) - Math.max(z, 0) - Math.log1p(Math.exp(-Math.abs(z)));
    }
    return sum;
  }

  private static double[][] information(
      double[][] design, boolean[] yes, double[] beta, double[] gradient) {
    int width = beta.length;
    var matrix = new double[width][width];
    for (int i = 0; i < design.length; i++) {
      double[] row = design[i];
      double p = 1 / (1 + Math.exp(-dot(row, beta)));
      double weight = p * (1 - p);
      double left = (yes[i] ? 1 : 0) - p;
      for (int j = 0; j < width; j++) {
        gradient[j] += left * row[j];
        for (int k = 0; k <= j; k++) {
          matrix[j][k] += weight * row[j] * row[k];
        }
      }
    }
    for (int j = 0; j < width; j++) {
      for (int k = j + 1; k < width; k++) {
        matrix[j][k] = matrix[k][j];
      }
    }
    return matrix;
  }

  /** Gaussian elimination with pivoting; a column without information moves nothing. */
  private static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    var a = new double[n][];
    for (int i = 0; i < n; i++) {
      a[i] = Arrays.copyOf(matrix[i], n + 1);
      a[i][n] = right[i];
    }
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c + 1; r < n; r++) {
        pivot = Math.abs(a[r][c]) > Math.abs(a[pivot][c]) ? r : pivot;
      }
      double[] kept = a[c];
      a[c] = a[pivot];
      a[pivot] = kept;
      if (Math.abs(a[c][c]) < 1e-300) {
        continue;
      }
      for (int r = 0; r < n; r++) {
        if (r != c) {
          double factor = a[r][c] / a[c][c];
          for (int k = c; k <= n; k++) {
            a[r][k] -= factor * a[c][k];
          }
        }
      }
    }
    var solution = new double[n];
    for (int c = 0; c < n; c++) {
      solution[c] = Math.abs(a[c][c]) < 1e-300 ? 0 : a[c][n] / a[c][c];
    }
    return solution;
  }
}
