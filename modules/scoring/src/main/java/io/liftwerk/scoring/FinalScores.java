package io.liftwerk.scoring;

import io.liftwerk.scoring.ScoringDetails.Reason;
import io.liftwerk.scoring.evaluation.Calibration;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Folds;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.scoring.models.Learner;
import io.liftwerk.scoring.models.Predictor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * The scores of all rows. Open rows are scored by the chosen model learned again, with the same
 * settings, from all rows with an outcome; those rows themselves out of fold, so that an outcome
 * never helped its own score. Both are calibrated by the out-of-fold scores.
 */
final class FinalScores {
  private static final int FOLDS = 5;

  /** Rows that one out-of-fold model learns from at most. */
  static final int FOLD_ROWS = 300_000;

  /** Rows that the calibration learns from at most. */
  private static final int CALIBRATION_ROWS = 200_000;

  private final Dataset data;
  private final List<Predictor> predictors;
  private final byte[] by;
  private final double[] logOdds;
  private final Calibration calibration;

  /**
   * @param predictors out of fold, and last the one learned from all
   * @param by place in {@code predictors} of the one that scored a row
   */
  private FinalScores(
      Dataset data,
      List<Predictor> predictors,
      byte[] by,
      double[] logOdds,
      Calibration calibration) {
    this.data = data;
    this.predictors = predictors;
    this.by = by;
    this.logOdds = logOdds;
    this.calibration = calibration;
  }

  static FinalScores of(
      Dataset data, Learner.Model model, Calibration.Kind calibration, long seed, Work work)
      throws Exception {
    int[] labelled = data.labelled();
    int[] fold = Split.folds(data.outcomes(labelled), FOLDS, seed + 5);
    var by = new byte[data.rows()];
    java.util.Arrays.fill(by, (byte) FOLDS);
    List<Callable<Predictor>> tasks = new ArrayList<>();
    for (int f = 0; f < FOLDS; f++) {
      int[] learned = Split.sample(data, Folds.notIn(labelled, fold, f), FOLD_ROWS, seed);
      tasks.add(() -> model.again(data, learned, work).predictor());
      for (int row : Folds.in(labelled, fold, f)) {
        by[row] = (byte) f;
      }
    }
    tasks.add(() -> model.again(data, labelled, work).predictor());
    List<Predictor> predictors = work.all(tasks);
    var logOdds = new double[data.rows()];
    List<Callable<Boolean>> scoring = new ArrayList<>();
    for (int p = 0; p <= FOLDS; p++) {
      int place = p;
      scoring.add(
          () -> {
            int[] mine = IntStream.range(0, by.length).filter(row -> by[row] == place).toArray();
            double[] scores = predictors.get(place).logOdds(data, mine, work);
            for (int i = 0; i < mine.length; i++) {
              logOdds[mine[i]] = scores[i];
            }
            return true;
          });
    }
    work.all(scoring);
    int[] some = Split.sample(data, labelled, CALIBRATION_ROWS, seed + 15);
    double[] outOfFold = IntStream.of(some).mapToDouble(row -> logOdds[row]).toArray();
    return new FinalScores(
        data,
        predictors,
        by,
        logOdds,
        Calibration.fit(calibration, outOfFold, data.outcomes(some)));
  }

  /** The predictor learned from all rows with an outcome. */
  Predictor predictor() {
    return predictors.getLast();
  }

  Calibration calibration() {
    return calibration;
  }

  /** Calibrated probability of every row. */
  double[] probabilities() {
    return calibration.probabilities(logOdds);
  }

  /** What moved a row's score most, see {@link Reasons#strongest}. */
  List<Reason> reasons(int row) {
    return Reasons.strongest(data, row, predictors.get(by[row]).contributions(data, row));
  }

  /** Steps that explaining one row takes, roughly. */
  long effort() {
    return predictor().effort();
  }
}
