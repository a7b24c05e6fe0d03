package io.liftwerk.scoring.models;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Work;

/**
 * What was learned: a function of a row, an immutable value that JSON carries without loss. It
 * refers to columns by their place in the data.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Rules.class, name = "rules"),
  @JsonSubTypes.Type(value = LinearModel.class, name = "linear"),
  @JsonSubTypes.Type(value = TreeEnsemble.class, name = "trees")
})
public sealed interface Predictor permits Rules, LinearModel, TreeEnsemble {

  /** Log-odds of a yes of each of {@code rows}, in their order, before any calibration. */
  double[] logOdds(Dataset data, int[] rows, Work work);

  /**
   * What each column of the data adds to the log-odds of one row, in the data's order; with {@link
   * #base()} they add up to {@link #logOdds}.
   */
  double[] contributions(Dataset data, int row);

  /** Log-odds of a row of which nothing is known. */
  double base();

  /** Steps that explaining one row takes, roughly. */
  long effort();

  /** Probability of a yes, {@code 1 / (1 + exp(−log-odds))}. */
  default double[] probabilities(Dataset data, int[] rows, Work work) {
    double[] scores = logOdds(data, rows, work);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = probability(scores[i]);
    }
    return scores;
  }

  static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  static double logOdds(double probability) {
    return Math.log(probability / (1 - probability));
  }
}
