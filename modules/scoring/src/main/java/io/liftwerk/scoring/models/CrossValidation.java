package io.liftwerk.scoring.models;

import io.liftwerk.scoring.evaluation.DeLong;
import io.liftwerk.scoring.evaluation.Metrics;
import io.liftwerk.scoring.evaluation.Resampled;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Folds;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.features.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Repeated stratified cross-validation of several models on the same parts of the training part,
 * each learned again with the settings it has. Very many rows are sampled first.
 */
public final class CrossValidation {
  public static final int FOLDS = 5;
  public static final int REPEATS = 2;

  /** Rows it works on at most. */
  public static final int MOST_ROWS = 20_000;

  private final Dataset data;
  private final int[] rows;
  private final boolean[] yes;
  private final double[][] auc;
  private final double[][] loss;
  private final double[][] outOfFold;
  private final double[][] mean;

  private CrossValidation(Dataset data, int[] rows, int models) {
    this.data = data;
    this.rows = rows;
    this.yes = data.outcomes(rows);
    this.auc = new double[models][FOLDS * REPEATS];
    this.loss = new double[models][FOLDS * REPEATS];
    this.outOfFold = new double[models][rows.length];
    this.mean = new double[models][rows.length];
  }

  /**
   * @param train rows to validate on
   */
  public static CrossValidation of(
      Dataset data, int[] train, List<? extends Learner.Model> models, long seed, Work work)
      throws Exception {
    int[] rows = Split.sample(data, train, MOST_ROWS, seed + 8);
    var validation = new CrossValidation(data, rows, models.size());
    for (int repeat = 0; repeat < REPEATS; repeat++) {
      validation.repeat(repeat, models, seed, work);
    }
    return validation;
  }

  private void repeat(int repeat, List<? extends Learner.Model> models, long seed, Work work)
      throws Exception {
    int[] fold = Split.folds(yes, FOLDS, seed + 9 + repeat);
    List<Callable<double[]>> tasks = new ArrayList<>();
    for (int f = 0; f < FOLDS; f++) {
      int[] learned = Folds.notIn(rows, fold, f);
      int[] apart = Folds.in(rows, fold, f);
      for (Learner.Model model : models) {
        tasks.add(() -> model.again(data, learned, work).predictor().logOdds(data, apart, work));
      }
    }
    List<double[]> scores = work.all(tasks);
    for (int f = 0; f < FOLDS; f++) {
      boolean[] outcomes = data.outcomes(Folds.in(rows, fold, f));
      for (int m = 0; m < models.size(); m++) {
        double[] logOdds = scores.get(f * models.size() + m);
        int part = repeat * FOLDS + f;
        auc[m][part] = Metrics.auc(logOdds, outcomes);
        loss[m][part] = Metrics.logLoss(probabilities(logOdds), outcomes);
        add(logOdds, fold, f, 1.0 / REPEATS, mean[m]);
        if (repeat == 0) {
          add(logOdds, fold, f, 1, outOfFold[m]);
        }
      }
    }
  }

  private static double[] probabilities(double[] logOdds) {
    var probabilities = new double[logOdds.length];
    for (int i = 0; i < logOdds.length; i++) {
      probabilities[i] = Predictor.probability(logOdds[i]);
    }
    return probabilities;
  }

  private static void add(double[] scores, int[] fold, int f, double share, double[] into) {
    int next = 0;
    for (int i = 0; i < fold.length; i++) {
      if (fold[i] == f) {
        into[i] += share * scores[next++];
      }
    }
  }

  /** AUC of a model over the parts. */
  public Resampled auc(int model) {
    return Resampled.of(auc[model], 1.0 / (FOLDS - 1));
  }

  /** Log loss of a model over the parts, before calibration. */
  public Resampled logLoss(int model) {
    return Resampled.of(loss[model], 1.0 / (FOLDS - 1));
  }

  /**
   * DeLong's paired test of two models' out-of-fold scores, each row's mean over the repetitions:
   * by how much {@code better} is.
   */
  public DeLong.Test compare(int model, int better) {
    return DeLong.compare(mean[model], mean[better], yes);
  }

  /** AUC of the same scores of a model, by which the best is found. */
  public double pooled(int model) {
    return Metrics.auc(mean[model], yes);
  }

  /** Log-odds of each of {@link #rows} by a model that had not seen it. */
  public double[] outOfFold(int model) {
    return outOfFold[model];
  }

  /** The rows it worked on, ascending. */
  public int[] rows() {
    return rows;
  }

  /** Outcome of each of {@link #rows}. */
  public boolean[] yes() {
    return yes;
  }
}
