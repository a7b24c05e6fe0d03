package io.liftwerk.scoring.models;

import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.LinearFeatures;
import io.liftwerk.scoring.features.LinearFeatures.Coder;
import io.liftwerk.scoring.features.Work;

/**
 * Log-odds {@code bias + w·x}. A column's contribution is its part of the sum less the mean of that
 * part over the rows learned from, which is its exact Shapley value for independent columns (S.
 * Lundberg, S.-I. Lee, NIPS 2017, corollary 1).
 *
 * @param means mean part of each column over the rows learned from
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LinearModel(LinearFeatures features, double[] weights, double bias, double[] means)
    implements Predictor {

  /** With the means of the parts over {@code rows}. */
  static LinearModel of(
      LinearFeatures features, double[] weights, double bias, Dataset data, int[] rows) {
    var means = new double[features.width()];
    var model = new LinearModel(features, weights, bias, means);
    for (int row : rows) {
      for (int c = 0; c < means.length; c++) {
        means[c] += model.part(data, row, c);
      }
    }
    for (int c = 0; c < means.length; c++) {
      means[c] /= rows.length;
    }
    return model;
  }

  private double part(Dataset data, int row, int column) {
    Coder coder = features.coders().get(column);
    int slot = coder.slot(data, row);
    return slot < 0 ? 0 : weights[slot] * coder.value(data, row);
  }

  @Override
  public double[] logOdds(Dataset data, int[] rows, Work work) {
    var scores = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      if ((i & 0xfff) == 0) {
        work.check();
      }
      double sum = bias;
      for (int c = 0; c < means.length; c++) {
        sum += part(data, rows[i], c);
      }
      scores[i] = sum;
    }
    return scores;
  }

  @Override
  public double[] contributions(Dataset data, int row) {
    var parts = new double[means.length];
    for (int c = 0; c < parts.length; c++) {
      parts[c] = part(data, row, c) - means[c];
    }
    return parts;
  }

  @Override
  public double base() {
    double sum = bias;
    for (double mean : means) {
      sum += mean;
    }
    return sum;
  }

  @Override
  public long effort() {
    return 10L * means.length;
  }
}
