package io.liftwerk.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two versions on the same rows.
 *
 * @param table where the rows lie, qualified
 * @param basis which rows they are
 * @param rows compared on
 * @param positives rows with a yes among them
 * @param first the first version's figures
 * @param second the second one's
 * @param differences of the figures, second less first
 * @param real whether the difference in AUC is more than chance, at 5 %
 * @param sentence what it comes to
 * @param warnings what a reader of the figures must know
 */
public record ModelComparisonResult(
    String table,
    Basis basis,
    long rows,
    long positives,
    Side first,
    Side second,
    List<Difference> differences,
    boolean real,
    String sentence,
    List<ScoringWarning> warnings) {

  /** Which rows, and so which models, are compared. */
  public enum Basis {
    /**
     * Rows in neither's training part; compared are the models that learned from these parts only.
     */
    HOLDOUT,
    /** All rows with an outcome of a table; compared are the models that score. */
    TABLE
  }

  /**
   * A version and how it did.
   *
   * @param stage when it was compared
   * @param auc area under the ROC curve, with DeLong's 95 % interval
   * @param brier mean squared error of the probability
   * @param top20 share of all yes among the fifth with the highest scores
   * @param seen rows that it has probably learned from
   */
  public record Side(
      String model,
      int version,
      ModelStage stage,
      double auc,
      double aucLow,
      double aucHigh,
      double averagePrecision,
      double brier,
      double logLoss,
      double top20,
      long seen) {}

  /**
   * How far the figures lie apart.
   *
   * @param figure {@code auc}, {@code averagePrecision}, {@code brier}, {@code logLoss} or {@code
   *     top20}
   * @param difference second less first
   * @param low lower end of the 95 % interval of the paired bootstrap; null for the AUC
   * @param high upper end
   * @param p two-sided, of no difference: DeLong's of the AUC, of the others the bootstrap's
   */
  public record Difference(
      String figure, double difference, @Nullable Double low, @Nullable Double high, double p) {}
}
