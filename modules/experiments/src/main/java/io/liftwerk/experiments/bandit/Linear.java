package io.liftwerk.experiments.bandit;

/**
 * An arm's reward as a linear function of the context, learned by ridge regression as rewards come
 * in (Li, Chu, Langford, Schapire 2010, A contextual-bandit approach to personalized news article
 * recommendation).
 */
public final class Linear {
  private final double[][] matrix;
  private final double[] target;
  private double[][] factor;

  /**
   * @param size length of a context
   * @param penalty weight of the identity in the matrix, more than 0
   */
  public Linear(int size, double penalty) {
    matrix = new double[size][size];
    target = new double[size];
    for (int i = 0; i < size; i++) {
      matrix[i][i] = penalty;
    }
    factor = factor();
  }

  /** Takes note of {@code count} plays in a context that brought {@code sum} together. */
  public void add(double[] context, double count, double sum) {
    for (int i = 0; i < context.length; i++) {
      for (int j = 0; j < context.length; j++) {
        matrix[i][j] += count * context[i] * context[j];
      }
      target[i] += sum * context[i];
    }
    factor = factor();
  }

  /** The coefficients. */
  public double[] coefficients() {
    return back(forward(target));
  }

  /** Expected reward. */
  public double mean(double[] context) {
    double[] coefficients = coefficients();
    double sum = 0;
    for (int i = 0; i < context.length; i++) {
      sum += coefficients[i] * context[i];
    }
    return sum;
  }

  /** {@code √(xᵀ A⁻¹ x)}: how little is known of a context. */
  public double width(double[] context) {
    double squares = 0;
    for (double part : forward(context)) {
      squares += part * part;
    }
    return Math.sqrt(squares);
  }

  /** Upper bound of the expected reward: LinUCB's value of the arm. */
  public double bound(double[] context, double alpha) {
    return mean(context) + alpha * width(context);
  }

  /**
   * Coefficients drawn from their posterior, normal about the estimate with covariance {@code
   * scale² A⁻¹} (Agrawal and Goyal 2013, Thompson sampling for contextual bandits with linear
   * payoffs).
   */
  double[] drawn(double scale, Dice dice) {
    var noise = new double[target.length];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = scale * dice.normal();
    }
    double[] drawn = back(noise);
    double[] coefficients = coefficients();
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] += coefficients[i];
    }
    return drawn;
  }

  /** Cholesky's lower triangle of the matrix. */
  private double[][] factor() {
    int n = matrix.length;
    var lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
      }
    }
    return lower;
  }

  private double[] forward(double[] right) {
    double[] solved = right.clone();
    for (int i = 0; i < solved.length; i++) {
      for (int k = 0; k < i; k++) {
        solved[i] -= factor[i][k] * solved[k];
      }
      solved[i] /= factor[i][i];
    }
    return solved;
  }

  private double[] back(double[] right) {
    double[] solved = right.clone();
    for (int i = solved.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < solved.length; k++) {
        solved[i] -= factor[k][i] * solved[k];
      }
      solved[i] /= factor[i][i];
    }
    return solved;
  }
}
