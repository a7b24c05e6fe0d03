package io.liftwerk.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one model is worth on the holdout.
 *
 * @param name {@code heuristic}, {@code logistic}, {@code forest} or {@code boosted}
 * @param auc area under the ROC curve, ties counted half
 * @param aucLow lower end of DeLong's 95 % interval of the AUC
 * @param aucHigh upper end
 * @param averagePrecision sum over thresholds of (recall step × precision)
 * @param logLoss mean negative log-likelihood, natural logarithm
 * @param brier mean squared error of the probability
 * @param ks largest distance between the score distributions of yes and no
 * @param lift10 share of yes among the best 10 % over the share of yes among all
 * @param deciles best tenth first
 * @param calibration mean predicted against observed share, by tenths of the predictions
 * @param roc points of the ROC curve, thinned to at most 200, from (0, 0) to (1, 1)
 * @param trainSeconds wall-clock seconds to train on the training part
 * @param details further figures; null in results of earlier versions
 */
public record ModelEvaluation(
    String name,
    double auc,
    double aucLow,
    double aucHigh,
    double averagePrecision,
    double logLoss,
    double brier,
    double ks,
    double lift10,
    List<Decile> deciles,
    List<CalibrationBin> calibration,
    List<Point> roc,
    double trainSeconds,
    @Nullable Details details) {

  /**
   * @param gini {@code 2 · AUC − 1}
   * @param precisionRecallArea by trapezoids
   * @param calibrationError distance of prediction and outcome over ten bins of equal width,
   *     weighted by rows
   * @param largestCalibrationError the largest of these distances
   * @param accuracy of calling a yes from probability 0.5 on; so are the next two
   * @param precisionRecall points (recall, precision) by rising recall
   */
  public record Details(
      double gini,
      double precisionRecallArea,
      double calibrationError,
      double largestCalibrationError,
      double accuracy,
      double f1,
      double matthews,
      List<Point> precisionRecall) {}

  /**
   * One tenth of the holdout, by falling score.
   *
   * @param decile 1 (best) to 10
   * @param rows rows in it
   * @param positives rows with a yes
   * @param lift share of yes here over the share of yes among all
   * @param gain share of all yes found in this and the better tenths, 0 to 1
   */
  public record Decile(int decile, long rows, long positives, double lift, double gain) {}

  /**
   * @param predicted mean predicted probability of the bin
   * @param observed share of yes in the bin
   * @param rows rows in the bin
   */
  public record CalibrationBin(double predicted, double observed, long rows) {}

  /** A point of a curve, both coordinates 0 to 1. */
  public record Point(double x, double y) {}
}
