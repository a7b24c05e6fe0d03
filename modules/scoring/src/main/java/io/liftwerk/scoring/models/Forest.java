package io.liftwerk.scoring.models;

import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.features.TreeFeatures;
import io.liftwerk.scoring.features.Work;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Random forest by XGBoost: one round of parallel trees, each on its own draw of the rows, each
 * split on its own draw of the columns; the log-odds are their mean. Nothing is tuned. It learns
 * from a stratified sample of very many rows, because the round cannot be interrupted.
 *
 * @param balanced whether both outcomes weigh alike in sum
 */
public record Forest(boolean balanced) implements Learner {
  static final int TREES = 120;
  private static final int DEPTH = 9;

  /** Rows it learns from at most. */
  public static final int MOST_ROWS = 50_000;

  @Override
  public String name() {
    return "forest";
  }

  @Override
  public Fitted train(Dataset data, int[] rows, long seed, Work work) throws XGBoostError {
    work.check();
    int[] sample = Split.sample(data, rows, mostRows(data), seed);
    TreeFeatures features = TreeFeatures.fit(data, sample);
    DMatrix matrix = Native.training(features, data, sample, balanced);
    try {
      Map<String, Object> parameters = parameters(features.width(), data.numeric());
      Booster booster = Native.booster(matrix, parameters, data.numeric(), seed);
      try {
        booster.update(matrix, 0);
        return new Fitted(
            this, TreeEnsemble.read(features, booster.toByteArray("json"), data.numeric()), seed);
      } finally {
        booster.dispose();
      }
    } finally {
      matrix.dispose();
    }
  }

  static int mostRows(Dataset data) {
    return Math.clamp(1_500_000L / Math.max(1, data.columns().size()), 5_000, MOST_ROWS);
  }

  private static Map<String, Object> parameters(int width, boolean numeric) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("num_parallel_tree", TREES);
    parameters.put("eta", 1);
    parameters.put("max_depth", DEPTH);
    // in rows for a number, in p(1 − p) of them for a yes
    parameters.put("min_child_weight", numeric ? 5 : 1);
    parameters.put("subsample", 0.632);
    parameters.put("colsample_bynode", Math.min(1, 1.3 / Math.sqrt(width)));
    parameters.put("lambda", 1);
    return parameters;
  }

  /** A fitted forest. */
  public record Fitted(Forest learner, TreeEnsemble predictor, long seed) implements Model {

    @Override
    public Fitted again(Dataset data, int[] rows, Work work) throws XGBoostError {
      return learner.train(data, rows, seed, work);
    }

    @Override
    public String settings() {
      return "%d trees, depth %d".formatted(TREES, DEPTH);
    }
  }
}
