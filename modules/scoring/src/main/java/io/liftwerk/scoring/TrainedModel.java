package io.liftwerk.scoring;

import io.liftwerk.scoring.features.Work;
import io.liftwerk.scoring.models.Learner;
import io.liftwerk.scoring.models.Predictor;

/**
 * What {@link Learning} learned. It predicts rows of any {@link Features} that have the columns it
 * learned from, in their order.
 */
public final class TrainedModel {
  private final Learner.Model model;
  private final boolean numeric;
  private final Work work;

  TrainedModel(Learner.Model model, boolean numeric, Work work) {
    this.model = model;
    this.numeric = numeric;
    this.work = work;
  }

  /** Chance of a 1, or the number, of each of {@code rows}, in their order; uncalibrated. */
  public double[] predict(Features features, int[] rows) {
    Predictor predictor = model.predictor();
    return numeric
        ? predictor.logOdds(features.data(), rows, work)
        : predictor.probabilities(features.data(), rows, work);
  }

  /** What it was learned with, in words: {@code L2, C = 0.1}. */
  public String settings() {
    return model.settings();
  }

  /**
   * Learns from other examples of the same kind with the settings chosen before.
   *
   * @throws Exception when the job is cancelled, or the native library fails
   */
  public TrainedModel again(Features features, Examples examples) throws Exception {
    return new TrainedModel(
        model.again(Learning.data(features, examples), examples.rows(), work), numeric, work);
  }
}
