package io.liftwerk.scoring.models;

import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Work;

/** A kind of model. Learns from the rows it is given and from nothing else. */
public interface Learner {

  /** {@code heuristic}, {@code logistic} or {@code boosted}. */
  String name();

  /**
   * Chooses its settings and learns, both on {@code rows}. The same rows in the same order give the
   * same model.
   *
   * @param seed seed of its stochastic steps
   */
  Model train(Dataset data, int[] rows, long seed, Work work) throws Exception;

  /** What was learned. */
  interface Model extends AutoCloseable {

    /** Probability of yes of each of {@code rows}, in their order. */
    double[] score(Dataset data, int[] rows, Work work) throws Exception;

    /** Learns again on other rows with the settings chosen before. */
    Model again(Dataset data, int[] rows, Work work) throws Exception;

    @Override
    default void close() {}
  }
}
