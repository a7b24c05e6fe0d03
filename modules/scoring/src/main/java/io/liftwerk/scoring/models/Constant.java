package io.liftwerk.scoring.models;

import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.LinearFeatures;
import io.liftwerk.scoring.features.Work;
import java.util.List;

/**
 * The mean of the rows, whoever a row is: where all have the same outcome, nothing else is to be
 * learned. A chance is drawn from 0 and 1 by half a row.
 */
public record Constant() implements Learner {
  @Override
  public String name() {
    return "constant";
  }

  @Override
  public Fitted train(Dataset data, int[] rows, long seed, Work work) {
    double sum = 0;
    double weights = 0;
    for (int row : rows) {
      sum += data.weight(row) * data.label(row);
      weights += data.weight(row);
    }
    double value =
        data.numeric()
            ? weights > 0 ? sum / weights : 0
            : Predictor.logOdds((sum + 0.5) / (weights + 1));
    var features = new LinearFeatures(List.of(), 0);
    return new Fitted(this, new LinearModel(features, new double[0], value, new double[0]));
  }

  /** A fitted model. */
  public record Fitted(Constant learner, LinearModel predictor) implements Model {
    @Override
    public Fitted again(Dataset data, int[] rows, Work work) {
      return learner.train(data, rows, 0, work);
    }

    @Override
    public String settings() {
      return "mean";
    }
  }
}
