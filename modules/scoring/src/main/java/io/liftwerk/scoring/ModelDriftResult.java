package io.liftwerk.scoring;

import io.liftwerk.warehouse.drift.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has changed since a model was trained, and whether it still keeps what it promised.
 *
 * <p>Shares are compared over the bins of the training data: numbers are cut at their tenths then,
 * levels are as they are, missing is a bin of its own. The population stability index counts an
 * empty bin as a share of 0.0001, or a millionth of the least share where that is as small. It
 * alarms from .1 and .25 on, the rule of thumb of credit scoring (N. Siddiqi, Credit Risk
 * Scorecards, 2006), and only where chance is ruled out: without any change the index has a mean of
 * about {@code (B − 1) (1/m + 1/n)} for B bins, m rows of training and n new ones (B. Yurdakul, J.
 * Naranjo, Journal of Risk Model Validation 14, 2020), so the same counts must differ by the test
 * of homogeneity at 1 %, corrected for the number of features by Holm (Scand. J. Statist. 6, 1979).
 *
 * @param model name of the model
 * @param version of it
 * @param table rows looked at
 * @param trainingRows rows that the model learned from
 * @param rows rows looked at
 * @param score drift of the calibrated probabilities
 * @param features drift of the features, the worst first
 * @param holdout what the model promised; null when it was not judged on a holdout
 * @param overall what became of all rows with an outcome; null when there is none
 * @param windows the same by month, oldest first; empty without a date or outcomes
 * @param advice what to do
 * @param suggestion the same in a sentence; nothing is trained by itself
 */
public record ModelDriftResult(
    String model,
    int version,
    String table,
    long trainingRows,
    long rows,
    FeatureDrift score,
    List<FeatureDrift> features,
    @Nullable Promise holdout,
    @Nullable Decay overall,
    List<Decay> windows,
    Advice advice,
    String suggestion) {

  /** What to do about a model. */
  public enum Advice {
    /** Nothing. */
    KEEP,
    /** Look again soon. */
    WATCH,
    /** Train it again, or see whether that makes it better. */
    RETRAIN
  }

  /**
   * How one feature, or the score, is spread now and was at training.
   *
   * @param feature as reasons name it; {@code score} for the score
   * @param source column of the table; empty for the score
   * @param verdict what it comes to
   * @param reason the verdict in a sentence
   * @param psi population stability index
   * @param expected its mean by chance alone, for as many bins and rows
   * @param p chance of counts that differ as much, corrected for the number of features
   * @param jensenShannon Jensen-Shannon distance over the same bins, 0 to √ln 2
   * @param unseen rows with a value that training had not among its levels; 0 for numbers
   * @param bins what was compared
   */
  public record FeatureDrift(
      String feature,
      String source,
      Verdict verdict,
      String reason,
      double psi,
      double expected,
      double p,
      double jensenShannon,
      long unseen,
      List<Bin> bins) {}

  /**
   * Rows put together.
   *
   * @param what {@code missing}, {@code number}, {@code level} or {@code other}
   * @param above of numbers, the border that they lie above; null for the lowest
   * @param to of numbers, the highest; null for those above all borders
   * @param level of levels, the value
   * @param before share at training
   * @param now share of the rows looked at
   */
  public record Bin(
      String what,
      @Nullable Double above,
      @Nullable Double to,
      @Nullable String level,
      double before,
      double now) {}

  /**
   * Figures on the holdout, when the model was trained.
   *
   * @param auc with its 95 % interval
   */
  public record Promise(double auc, double low, double high, @Nullable Double brier) {

    /** The figures of a version; null when it was not judged. */
    static @Nullable Promise of(Map<String, Double> metrics) {
      Double auc = metrics.get("auc");
      return auc == null
          ? null
          : new Promise(
              auc,
              metrics.getOrDefault("aucLow", auc),
              metrics.getOrDefault("aucHigh", auc),
              metrics.get("brier"));
    }
  }

  /**
   * What became of some rows.
   *
   * @param window month such as {@code 2026-03}; {@code all} for all rows
   * @param rows with an outcome
   * @param positives of these, with a yes
   * @param auc with DeLong's 95 % interval; null where one of the outcomes is too rare to tell
   * @param brier mean squared error of the probabilities, with its 95 % interval
   * @param predicted mean probability
   * @param observed share of yes
   * @param ranksWorse whether the AUC is lower than on the holdout, by at least .02 and not by
   *     chance
   * @param offScale whether predicted and observed share lie apart, by at least .02 and not by
   *     chance
   */
  public record Decay(
      String window,
      long rows,
      long positives,
      @Nullable Double auc,
      @Nullable Double aucLow,
      @Nullable Double aucHigh,
      double brier,
      double brierLow,
      double brierHigh,
      double predicted,
      double observed,
      boolean ranksWorse,
      boolean offScale) {}
}
