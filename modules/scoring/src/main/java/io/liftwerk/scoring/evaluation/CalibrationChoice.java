package io.liftwerk.scoring.evaluation;

import io.liftwerk.scoring.evaluation.Calibration.Kind;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which calibration serves a model: of none, Platt's and isotonic the one with the least log loss,
 * each learned on a part of the out-of-fold predictions and judged on the others. A simpler one is
 * kept unless another is better by more than a thousandth.
 *
 * @param kind the choice
 * @param logLoss per kind
 */
public record CalibrationChoice(Kind kind, Map<Kind, Double> logLoss) {
  private static final int PARTS = 5;
  private static final double WORTH = 0.001;

  /**
   * @param logOdds out-of-fold predictions
   * @param part part of each, below {@link #PARTS}
   */
  public static CalibrationChoice of(double[] logOdds, boolean[] yes, int[] part) {
    var losses = new EnumMap<Kind, Double>(Kind.class);
    for (Kind kind : Kind.values()) {
      var calibrated = new double[logOdds.length];
      for (int p = 0; p < PARTS; p++) {
        Calibration calibration = Calibration.fit(kind, pick(logOdds, part, p), pick(yes, part, p));
        for (int i = 0; i < calibrated.length; i++) {
          if (part[i] == p) {
            calibrated[i] = calibration.probability(logOdds[i]);
          }
        }
      }
      losses.put(kind, Metrics.logLoss(calibrated, yes));
    }
    Kind best = Kind.NONE;
    for (Kind kind : Kind.values()) {
      if (losses.getOrDefault(kind, 0.0) < losses.getOrDefault(best, 0.0) * (1 - WORTH)) {
        best = kind;
      }
    }
    return new CalibrationChoice(best, losses);
  }

  /** The values of all parts but {@code without}. */
  private static double[] pick(double[] values, int[] part, int without) {
    var picked = new double[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (part[i] != without) {
        picked[count++] = values[i];
      }
    }
    return java.util.Arrays.copyOf(picked, count);
  }

  private static boolean[] pick(boolean[] values, int[] part, int without) {
    var picked = new boolean[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (part[i] != without) {
        picked[count++] = values[i];
      }
    }
    return java.util.Arrays.copyOf(picked, count);
  }
}
