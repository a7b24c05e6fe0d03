package io.liftwerk.scoring.models;

import io.liftwerk.scoring.evaluation.Metrics;
import io.liftwerk.scoring.features.Dataset;

/** How far predictions of held-out rows are off: what settings are chosen by. */
final class Loss {
  private static final double LEAST = 1e-15;

  private Loss() {}

  /**
   * Mean log loss of probabilities, mean squared error of numbers, each row by its weight.
   *
   * @param predicted probability of a yes, or the number, of each of {@code rows}
   */
  static double of(Dataset data, int[] rows, double[] predicted) {
    if (!data.numeric() && !data.weighted()) {
      return Metrics.logLoss(predicted, data.outcomes(rows));
    }
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < rows.length; i++) {
      double weight = data.weight(rows[i]);
      sum += weight * loss(data, rows[i], predicted[i]);
      weights += weight;
    }
    return sum / weights;
  }

  private static double loss(Dataset data, int row, double predicted) {
    if (data.numeric()) {
      double error = data.label(row) - predicted;
      return error * error;
    }
    double chance = data.yes(row) ? predicted : 1 - predicted;
    return -Math.log(Math.max(LEAST, chance));
  }
}
