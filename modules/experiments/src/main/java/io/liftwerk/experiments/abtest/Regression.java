package io.liftwerk.experiments.abtest;

import org.jspecify.annotations.Nullable;

/**
 * The effect of a treatment beside a covariate by least squares, with standard errors that hold
 * when variances differ (HC2, MacKinnon and White 1985). In a regression on treatment, covariate
 * and their product (Lin 2013), the covariate is centred, so that the treatment's coefficient is
 * the mean effect.
 *
 * <p>HC2 needs every row's residual and leverage. Both are functions of treatment, covariate and
 * outcome, so a second pass over the rows adds up {@code residual² / (1 − leverage)} times products
 * of the regressors; see {@link #weight}.
 */
public final class Regression {
  private final double[][] inverse;
  private final double[] coefficients;
  private final double centre;
  private final int p;

  private Regression(double[][] inverse, double[] coefficients, double centre) {
    this.inverse = inverse;
    this.coefficients = coefficients;
    this.centre = centre;
    this.p = coefficients.length;
  }

  /**
   * @param control outcome and covariate
   * @param treated outcome and covariate
   * @param interaction whether the covariate may work differently under treatment
   * @return null when the covariate does not vary
   */
  public static @Nullable Regression of(Moments control, Moments treated, boolean interaction) {
    Moments both = control.plus(treated);
    double centre = both.mean()[1];
    int p = interaction ? 4 : 3;
    var squares = new double[p][p];
    var crossed = new double[p];
    for (int arm = 0; arm < 2; arm++) {
      Moments one = arm == 0 ? control : treated;
      double n = one.n();
      double x = one.mean()[1] - centre;
      double xx = one.products()[1][1] + n * x * x;
      double xy = one.products()[0][1] + n * x * one.mean()[0];
      // of 1, T, x − x̄, T (x − x̄): T is 0 or 1, so a regressor is its first part where T is 1
      double[][] square = {{n, n * x}, {n * x, xx}};
      double[] cross = {n * one.mean()[0], xy};
      for (int i = 0; i < p; i++) {
        for (int j = 0; j < p; j++) {
          if (arm == 1 || (i % 2 == 0 && j % 2 == 0)) {
            squares[i][j] += square[i / 2][j / 2];
          }
        }
        if (arm == 1 || i % 2 == 0) {
          crossed[i] += cross[i / 2];
        }
      }
    }
    double[][] inverse = Matrix.inverse(squares);
    return inverse == null ? null : new Regression(inverse, Matrix.times(inverse, crossed), centre);
  }

  /** The effect of the treatment. */
  public double effect() {
    return coefficients[1];
  }

  /** The covariate's mean, from which it is measured. */
  public double centre() {
    return centre;
  }

  /** The coefficients of 1, T, x − x̄ and, with interaction, T (x − x̄). */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /**
   * What a row's squared residual counts for in the variance of the effect: the square of {@code a
   * + b (x − x̄)}, divided by 1 minus its leverage {@code c + d (x − x̄) + e (x − x̄)²}.
   *
   * @param arm 0 for the control, 1 for the treated
   * @return a, b, c, d, e
   */
  public double[] weight(int arm) {
    double[] constant = sum(inverse, arm, 0);
    double[] linear = sum(inverse, arm, 2);
    double[] row = inverse[1];
    double a = row[0] + (arm == 1 ? row[1] : 0);
    double b = row[2] + (arm == 1 && p == 4 ? row[3] : 0);
    double c = constant[0] + (arm == 1 ? constant[1] : 0);
    double d = 2 * (constant[2] + (arm == 1 && p == 4 ? constant[3] : 0));
    double e = linear[2] + (arm == 1 && p == 4 ? linear[3] : 0);
    return new double[] {a, b, c, d, e};
  }

  private static double[] sum(double[][] inverse, int arm, int first) {
    double[] row = inverse[first].clone();
    if (arm == 1 && first + 1 < inverse.length) {
      for (int i = 0; i < row.length; i++) {
        row[i] += inverse[first + 1][i];
      }
    }
    return row;
  }
}
