package io.liftwerk.experiments.abtest;

/**
 * What a unit would have done without treatment, as a weighted mean of units without it (Abadie,
 * Diamond and Hainmueller 2010): weights of at least 0 that add up to 1 and follow the unit most
 * closely before.
 *
 * @param weights of the donors
 * @param expected the weighted mean of the donors, every day
 * @param errorBefore root mean squared difference before the treatment
 * @param errorAfter the same afterwards
 * @param effect mean difference a day afterwards
 */
public record SyntheticControl(
    double[] weights, double[] expected, double errorBefore, double errorAfter, double effect) {
  private static final int STEPS = 3000;

  /**
   * @param unit its value every day
   * @param donors theirs, a row each, at least one
   * @param before number of days before the treatment
   */
  public static SyntheticControl of(double[] unit, double[][] donors, int before) {
    double[] weights = weights(unit, donors, before);
    var expected = new double[unit.length];
    for (int d = 0; d < donors.length; d++) {
      for (int t = 0; t < unit.length; t++) {
        expected[t] += weights[d] * donors[d][t];
      }
    }
    double squaresBefore = 0;
    double squaresAfter = 0;
    double sum = 0;
    for (int t = 0; t < unit.length; t++) {
      double off = unit[t] - expected[t];
      if (t < before) {
        squaresBefore += off * off;
      } else {
        squaresAfter += off * off;
        sum += off;
      }
    }
    int after = unit.length - before;
    return new SyntheticControl(
        weights,
        expected,
        Math.sqrt(squaresBefore / before),
        Math.sqrt(squaresAfter / after),
        sum / after);
  }

  /** How much worse the fit became; large where something happened. */
  public double ratio() {
    return errorAfter / Math.max(errorBefore, 1e-12);
  }

  /** Least squares over the simplex by Frank and Wolfe's method with exact steps. */
  private static double[] weights(double[] unit, double[][] donors, int before) {
    int n = donors.length;
    var weights = new double[n];
    java.util.Arrays.fill(weights, 1.0 / n);
    var fitted = new double[before];
    for (double[] donor : donors) {
      for (int t = 0; t < before; t++) {
        fitted[t] += donor[t] / n;
      }
    }
    for (int step = 0; step < STEPS; step++) {
      int best = 0;
      int worst = -1;
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int d = 0; d < n; d++) {
        double slope = 0;
        for (int t = 0; t < before; t++) {
          slope += donors[d][t] * (fitted[t] - unit[t]);
        }
        if (slope < least) {
          least = slope;
          best = d;
        }
        if (weights[d] > 0 && slope > most) {
          most = slope;
          worst = d;
        }
      }
      if (worst < 0 || best == worst || most - least <= 1e-12 * Math.abs(most)) {
        break;
      }
      // weight goes from the donor that hurts most to the one that helps most
      double square = 0;
      for (int t = 0; t < before; t++) {
        double apart = donors[best][t] - donors[worst][t];
        square += apart * apart;
      }
      double move = square > 0 ? Math.min(weights[worst], (most - least) / square) : 0;
      if (!(move > 0)) {
        break;
      }
      weights[best] += move;
      weights[worst] = move == weights[worst] ? 0 : weights[worst] - move;
      for (int t = 0; t < before; t++) {
        fitted[t] += move * (donors[best][t] - donors[worst][t]);
      }
    }
    return weights;
  }
}
