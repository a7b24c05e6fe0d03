package io.liftwerk.scoring.models;

import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Work;

/** A kind of model. Learns from the rows it is given and from nothing else. */
public interface Learner {

  /** {@code heuristic}, {@code logistic}, {@code forest} or {@code boosted}. */
  String name();

  /**
   * Chooses its settings and learns, both on {@code rows}. The same rows in the same order give the
   * same model.
   *
   * @param seed seed of its stochastic steps
   */
  Model train(Dataset data, int[] rows, long seed, Work work) throws Exception;

  /** What was learned, and the settings it was learned with. */
  interface Model {

    Predictor predictor();

    /** The settings in words, for a reader: {@code L2, C = 0.1}. */
    String settings();

    /** Learns again on other rows with the settings chosen before. */
    Model again(Dataset data, int[] rows, Work work) throws Exception;

    /** Probability of yes of each of {@code rows}, in their order. */
    default double[] score(Dataset data, int[] rows, Work work) {
      return predictor().probabilities(data, rows, work);
    }
  }

  /**
   * Weight of a row with a yes and of one with a no.
   *
   * @param balanced whether both outcomes weigh alike in sum; else every row counts once
   */
  static double[] weights(Dataset data, int[] rows, boolean balanced) {
    if (!balanced) {
      return new double[] {1, 1};
    }
    double yes = Math.max(1, data.positives(rows));
    double no = Math.max(1, rows.length - yes);
    return new double[] {rows.length / (2 * yes), rows.length / (2 * no)};
  }
}
