package io.liftwerk.experiments.uplift;

import io.liftwerk.scoring.Features;

/** What an uplift learner learned. */
@FunctionalInterface
public interface Scorer {
  /** What treatment is expected to add to the outcome of each of {@code rows}, in their order. */
  double[] uplift(Features features, int[] rows);
}
