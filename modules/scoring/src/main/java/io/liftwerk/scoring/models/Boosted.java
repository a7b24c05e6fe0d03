package io.liftwerk.scoring.models;

import io.liftwerk.scoring.evaluation.Metrics;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Folds;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.features.TreeFeatures;
import io.liftwerk.scoring.features.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Gradient boosted trees by XGBoost, histogram method, text columns as categories. The number of
 * rounds is the one with the least cross-validated log loss on the training part. One thread a
 * booster: the same sums in the same order on every machine. The loop over rounds is ours, so that
 * a cancelled job ends between two of them.
 */
public final class Boosted implements Learner {
  private static final int MOST_ROUNDS = 400;
  private static final int PATIENCE = 30;
  private static final int STEP = 5;
  private static final int FOLDS = 3;
  private static final int TUNING_ROWS = 24_000;

  /** Numbers handed over in one piece: 4 bytes each here, 8 more in the library. */
  private static final int CELLS = 60_000_000;

  private static final int CHUNK_CELLS = 2_000_000;

  @Override
  public String name() {
    return "boosted";
  }

  @Override
  public Trees train(Dataset data, int[] rows, long seed, Work work) throws Exception {
    int rounds = tune(data, Split.sample(data, rows, TUNING_ROWS, seed), seed, work);
    return fit(data, rows, rounds, seed, work);
  }

  /** Rows it learns from at most. */
  public static int mostRows(Dataset data) {
    return Math.max(1_000, CELLS / Math.max(1, data.columns().size()));
  }

  /** Trains with a number of rounds known before. */
  public static Trees fit(Dataset data, int[] rows, int rounds, long seed, Work work)
      throws XGBoostError {
    int[] sample = Split.sample(data, rows, mostRows(data), seed);
    TreeFeatures features = TreeFeatures.fit(data, sample);
    DMatrix matrix = matrix(features, data, sample, true);
    try {
      Booster booster = booster(matrix, seed);
      for (int round = 0; round < rounds; round++) {
        work.check();
        booster.update(matrix, round);
      }
      return new Trees(features, booster, rounds, seed);
    } finally {
      matrix.dispose();
    }
  }

  private static int tune(Dataset data, int[] rows, long seed, Work work) throws XGBoostError {
    int[] fold = Split.folds(data.outcomes(rows), FOLDS, seed + 2);
    var races = new ArrayList<Race>();
    try {
      for (int f = 0; f < FOLDS; f++) {
        races.add(new Race(data, Folds.notIn(rows, fold, f), Folds.in(rows, fold, f), seed));
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
    private final boolean[] yes;
    private final Booster booster;
    private int done;

    Race(Dataset data, int[] rows, int[] others, long seed) throws XGBoostError {
      TreeFeatures features = TreeFeatures.fit(data, rows);
      train = matrix(features, data, rows, true);
      apart = matrix(features, data, others, false);
      yes = data.outcomes(others);
      booster = booster(train, seed);
    }

    double loss(int rounds, Work work) throws XGBoostError {
      for (; done < rounds; done++) {
        work.check();
        booster.update(train, done);
      }
      return Metrics.logLoss(first(booster.predict(apart)), yes);
    }

    @Override
    public void close() {
      booster.dispose();
      train.dispose();
      apart.dispose();
    }
  }

  private static Booster booster(DMatrix matrix, long seed) throws XGBoostError {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("objective", "binary:logistic");
    parameters.put("tree_method", "hist");
    parameters.put("eta", 0.08);
    parameters.put("max_depth", 4);
    parameters.put("min_child_weight", 5);
    parameters.put("subsample", 0.8);
    parameters.put("colsample_bytree", 0.7);
    parameters.put("lambda", 2);
    parameters.put("nthread", 1);
    parameters.put("seed", (int) (seed ^ (seed >>> 32)) & 0x7fffffff);
    parameters.put("verbosity", 0);
    return XGBoost.train(matrix, parameters, 0, Map.of(), null, null);
  }

  private static DMatrix matrix(TreeFeatures features, Dataset data, int[] rows, boolean labels)
      throws XGBoostError {
    int width = features.width();
    var values = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      features.encode(data, rows[i], values, i * width);
    }
    var matrix = new DMatrix(values, rows.length, width, Float.NaN);
    matrix.setFeatureTypes(features.types());
    if (labels) {
      var label = new float[rows.length];
      for (int i = 0; i < rows.length; i++) {
        label[i] = data.yes(rows[i]) ? 1 : 0;
      }
      matrix.setLabel(label);
    }
    return matrix;
  }

  private static double[] first(float[][] predictions) {
    var score = new double[predictions.length];
    for (int i = 0; i < score.length; i++) {
      score[i] = predictions[i][0];
    }
    return score;
  }

  /** A fitted model; holds native memory until closed. */
  public record Trees(TreeFeatures features, Booster booster, int rounds, long seed)
      implements Model {

    @Override
    public double[] score(Dataset data, int[] rows, Work work) throws XGBoostError {
      var score = new double[rows.length];
      int chunk = Math.max(1, CHUNK_CELLS / Math.max(1, features.width()));
      for (int from = 0; from < rows.length; from += chunk) {
        work.check();
        int[] part = java.util.Arrays.copyOfRange(rows, from, Math.min(rows.length, from + chunk));
        DMatrix matrix = matrix(features, data, part, false);
        try {
          System.arraycopy(first(booster.predict(matrix)), 0, score, from, part.length);
        } finally {
          matrix.dispose();
        }
      }
      return score;
    }

    @Override
    public Trees again(Dataset data, int[] rows, Work work) throws XGBoostError {
      return fit(data, rows, rounds, seed, work);
    }

    @Override
    public void close() {
      booster.dispose();
    }
  }
}
