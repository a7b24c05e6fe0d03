package io.liftwerk.scoring;

import io.liftwerk.scoring.LeadScoringResult.Comparison;
import io.liftwerk.scoring.ModelEvaluation.Point;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a scoring's figures.
 *
 * @param purpose what a yes means
 * @param validation every model on the training part, in the order of the models
 * @param comparisons paired tests of every model against the best there, on which the choice rests
 * @param calibrations every model's calibration, in the order of the models
 * @param profit null where no value of a win was given
 * @param importance what each column is worth to the chosen model, most first
 * @param dependence how the chance depends on the most important columns, in that order
 * @param fairness null where no column was named
 * @param learning what more records would bring
 * @param columns how each column alone ranks, and where it is filled, best first
 * @param suggestions what could be tried, one sentence each
 */
public record ScoringDetails(
    ScoringOptions.Purpose purpose,
    List<Validation> validation,
    List<Comparison> comparisons,
    List<CalibrationCheck> calibrations,
    @Nullable Profit profit,
    List<Importance> importance,
    List<Dependence> dependence,
    @Nullable Fairness fairness,
    @Nullable Learning learning,
    List<ColumnCheck> columns,
    List<String> suggestions) {

  /**
   * A model in repeated stratified cross-validation of the training part, before calibration.
   *
   * @param model name
   * @param settings chosen by the training part, in words
   * @param auc mean over the parts
   * @param aucLow lower end of the 95 % interval of the mean (Nadeau and Bengio's variance)
   * @param aucHigh upper end
   * @param logLoss mean over the parts
   * @param folds parts of one repetition
   * @param rows rows it was done on
   */
  public record Validation(
      String model,
      String settings,
      double auc,
      double aucLow,
      double aucHigh,
      double logLoss,
      int folds,
      int repeats,
      int rows) {}

  /**
   * How a model's probabilities were set right, and what that did on the holdout.
   *
   * @param kind {@code none}, {@code platt} or {@code isotonic}, by out-of-fold log loss on the
   *     training part
   * @param errorBefore calibration error on the holdout, ten bins of equal width
   * @param errorAfter the same after calibration
   * @param logLossBefore log loss on the holdout
   * @param logLossAfter the same after calibration
   */
  public record CalibrationCheck(
      String model,
      String kind,
      double errorBefore,
      double errorAfter,
      double logLossBefore,
      double logLossAfter) {}

  /**
   * Whom to contact, and what it earns. The threshold is chosen on out-of-fold predictions of the
   * training part and judged on the holdout; sums per 1,000 records are in the currency of value
   * and cost.
   *
   * @param value of a win
   * @param cost of a contact
   * @param mostShare share of the records that can be contacted at most, by the capacity
   * @param threshold lowest probability worth a contact; 1 when nobody is worth one
   * @param contacted share of the holdout that reaches it
   * @param model profit of contacting these
   * @param heuristic profit of as many contacts by the simple rules
   * @param everybody profit of contacting everybody; as many at random as can be made where the
   *     capacity does not reach
   * @param curve share contacted and profit, by the chosen model on the holdout
   * @param heuristicCurve the same by the simple rules
   * @param contacts records to contact among those still open (or not lost yet)
   * @param expected profit expected of them, by their probabilities
   */
  public record Profit(
      double value,
      double cost,
      double mostShare,
      double threshold,
      double contacted,
      double model,
      double heuristic,
      double everybody,
      List<Point> curve,
      List<Point> heuristicCurve,
      long contacts,
      double expected) {}

  /**
   * @param column of the table
   * @param auc how much AUC is lost on the holdout when the column's values are shuffled, mean over
   *     the repetitions
   * @param deviation standard deviation over the repetitions
   */
  public record Importance(String column, double auc, double deviation) {}

  /**
   * Mean chance of a yes over records of the holdout if all of them had one value (J. Friedman,
   * Annals of Statistics 29, 2001).
   *
   * @param feature column, or what was made of it
   * @param points the values, numbers rising, levels by frequency
   */
  public record Dependence(String feature, List<Value> points) {}

  /**
   * @param words {@code age = 31}
   * @param probability mean, calibrated
   */
  public record Value(String words, double probability) {}

  /**
   * The chosen model compared across the values of one column, on the holdout.
   *
   * @param threshold probability from which on a record counts as contacted
   * @param ratio lowest share contacted over the highest, of the groups large enough to tell
   * @param finding one sentence
   */
  public record Fairness(
      String column, double threshold, double ratio, String finding, List<Group> groups) {}

  /**
   * @param rows of the holdout
   * @param observed share of yes
   * @param predicted mean probability
   * @param contacted share at or above the threshold
   * @param reached share of the yes that is contacted; null without one
   * @param auc null where one outcome is missing
   */
  public record Group(
      String value,
      long rows,
      double observed,
      double predicted,
      double contacted,
      @Nullable Double reached,
      @Nullable Double auc) {}

  /**
   * Would more data help?
   *
   * @param points rows learned from and AUC on the holdout, rising
   * @param finding one sentence
   */
  public record Learning(List<Step> points, String finding) {}

  /**
   * @param rows learned from
   * @param auc on the holdout
   */
  public record Step(long rows, double auc, double aucLow, double aucHigh) {}

  /**
   * A column looked at alone.
   *
   * @param auc out-of-fold AUC of ranking by it alone
   * @param filled share of the rows with an outcome that have a value
   * @param filledYes share of the rows with a yes that have a value
   * @param filledOpen share of the open rows that have a value; null without open rows
   */
  public record ColumnCheck(
      String column, double auc, double filled, double filledYes, @Nullable Double filledOpen) {}

  /**
   * One reason for a score.
   *
   * @param words the value, {@code age = 31}
   * @param effect what it adds to the log-odds before calibration
   */
  public record Reason(String words, double effect) {}
}
