package io.liftwerk.scoring.models;

import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.TreeFeatures;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * What XGBoost is handed and hands back. One thread a booster: the same sums in the same order on
 * every machine. Whoever makes a matrix or a booster disposes of it.
 */
final class Native {
  private Native() {}

  static Booster booster(DMatrix matrix, Map<String, Object> settings, boolean numeric, long seed)
      throws XGBoostError {
    Map<String, Object> parameters = new HashMap<>(settings);
    parameters.put("objective", numeric ? "reg:squarederror" : "binary:logistic");
    parameters.put("tree_method", "hist");
    parameters.put("nthread", 1);
    parameters.put("seed", (int) (seed ^ (seed >>> 32)) & 0x7fffffff);
    parameters.put("verbosity", 0);
    return XGBoost.train(matrix, parameters, 0, Map.of(), null, null);
  }

  static DMatrix training(TreeFeatures features, Dataset data, int[] rows, boolean balanced)
      throws XGBoostError {
    DMatrix matrix = matrix(features, data, rows);
    double[] weights = Learner.weights(data, rows, balanced);
    var label = new float[rows.length];
    var weight = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      label[i] = data.label(rows[i]);
      weight[i] = (float) weights[data.yes(rows[i]) ? 0 : 1] * data.weight(rows[i]);
    }
    matrix.setLabel(label);
    if (balanced || data.weighted()) {
      matrix.setWeight(weight);
    }
    return matrix;
  }

  static DMatrix matrix(TreeFeatures features, Dataset data, int[] rows) throws XGBoostError {
    int width = features.width();
    var values = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      features.encode(data, rows[i], values, i * width);
    }
    var matrix = new DMatrix(values, rows.length, width, Float.NaN);
    matrix.setFeatureTypes(features.types());
    return matrix;
  }

  static double[] first(float[][] predictions) {
    var score = new double[predictions.length];
    for (int i = 0; i < score.length; i++) {
      score[i] = predictions[i][0];
    }
    return score;
  }
}
