package io.liftwerk.scoring.models;

import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Folds;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.features.TreeFeatures;
import io.liftwerk.scoring.features.Work;
import java.util.ArrayList;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Gradient boosted trees by XGBoost, histogram method, text columns as categories. Boosting stops
 * early: the number of rounds is the one with the least cross-validated loss on inner parts of the
 * training part. The loop over rounds is ours, so that a cancelled job ends between two of them.
 *
 * @param balanced whether both outcomes weigh alike in sum
 */
public record Boosted(boolean balanced) implements Learner {
  private static final int MOST_ROUNDS = 400;
  private static final int PATIENCE = 30;
  private static final int STEP = 5;
  private static final int FOLDS = 3;
  private static final int TUNING_ROWS = 24_000;

  /** Numbers handed over in one piece: 4 bytes each here, 8 more in the library. */
  private static final int CELLS = 60_000_000;

  private static final Map<String, Object> PARAMETERS =
      Map.of(
          "eta",
          0.08,
          "max_depth",
          4,
          "min_child_weight",
          5,
          "subsample",
          0.8,
          "colsample_bytree",
          0.7,
          "lambda",
          2);

  @Override
  public String name() {
    return "boosted";
  }

  @Override
  public Fitted train(Dataset data, int[] rows, long seed, Work work) throws Exception {
    int rounds = tune(data, Split.sample(data, rows, TUNING_ROWS, seed), seed, work);
    return fit(data, rows, rounds, seed, work);
  }

  /** Rows it learns from at most. */
  public static int mostRows(Dataset data) {
    return Math.max(1_000, CELLS / Math.max(1, data.columns().size()));
  }

  /** Trains with a number of rounds known before. */
  public Fitted fit(Dataset data, int[] rows, int rounds, long seed, Work work)
      throws XGBoostError {
    int[] sample = Split.sample(data, rows, mostRows(data), seed);
    TreeFeatures features = TreeFeatures.fit(data, sample);
    DMatrix matrix = Native.training(features, data, sample, balanced);
    try {
      Booster booster = Native.booster(matrix, PARAMETERS, data.numeric(), seed);
      try {
        for (int round = 0; round < rounds; round++) {
          work.check();
          booster.update(matrix, round);
        }
        return new Fitted(
            this,
            TreeEnsemble.read(features, booster.toByteArray("json"), data.numeric()),
            rounds,
            seed);
      } finally {
        booster.dispose();
      }
    } finally {
      matrix.dispose();
    }
  }

  private int tune(Dataset data, int[] rows, long seed, Work work) throws XGBoostError {
    int[] fold = Split.folds(data.outcomes(rows), FOLDS, seed + 2);
    var races = new ArrayList<Race>();
    try {
      for (int f = 0; f < FOLDS; f++) {
        races.add(
            new Race(data, Folds.notIn(rows, fold, f), Folds.in(rows, fold, f), balanced, seed));
      }
      int best = STEP;
      double bestLoss = Double.MAX_VALUE;
      for (int rounds = STEP; rounds <= MOST_ROUNDS && rounds - best <= PATIENCE; rounds += STEP) {
        double loss = 0;
        for (Race race : races) {
          loss += race.loss(rounds, work);
        }
        if (loss < bestLoss) {
          bestLoss = loss;
          best = rounds;
        }
      }
      return best;
    } finally {
      races.forEach(Race::close);
    }
  }

  /** One fold of the search for the number of rounds. */
  private static final class Race implements AutoCloseable {
    private final DMatrix train;
    private final DMatrix apart;
    private final Dataset data;
    private final int[] others;
    private final Booster booster;
    private int done;

    Race(Dataset data, int[] rows, int[] others, boolean balanced, long seed) throws XGBoostError {
      TreeFeatures features = TreeFeatures.fit(data, rows);
      train = Native.training(features, data, rows, balanced);
      apart = Native.matrix(features, data, others);
      this.data = data;
      this.others = others;
      booster = Native.booster(train, PARAMETERS, data.numeric(), seed);
    }

    double loss(int rounds, Work work) throws XGBoostError {
      for (; done < rounds; done++) {
        work.check();
        booster.update(train, done);
      }
      return Loss.of(data, others, Native.first(booster.predict(apart)));
    }

    @Override
    public void close() {
      booster.dispose();
      train.dispose();
      apart.dispose();
    }
  }

  /** A fitted model. */
  public record Fitted(Boosted learner, TreeEnsemble predictor, int rounds, long seed)
      implements Model {

    @Override
    public Fitted again(Dataset data, int[] rows, Work work) throws XGBoostError {
      return learner.fit(data, rows, rounds, seed, work);
    }

    @Override
    public String settings() {
      return "%d rounds, depth 4".formatted(rounds);
    }
  }
}
