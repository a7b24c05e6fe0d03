package io.liftwerk.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ranked list of leads and what the ranking is worth.
 *
 * @param table table the rows came from, qualified
 * @param target column with the outcome
 * @param positive the value that counts as yes
 * @param id column that identifies a record; null when the row number does
 * @param rows rows with a known outcome
 * @param openRows rows whose outcome is still open; scored by the chosen model
 * @param trainRows rows it learned from
 * @param holdoutRows rows it was judged on
 * @param positives rows with a yes among those with a known outcome
 * @param seed seed of the split and of every stochastic step
 * @param splitBy {@code seed}, or the name of the user's split or date column
 * @param features columns learned from
 * @param leftOut columns not learned from, with the reason
 * @param rules the heuristic in words, one rule each, strongest first
 * @param models heuristic, logistic, forest and boosted, in this order, judged on the holdout
 * @param chosen name of the simplest model not significantly worse than the best in
 *     cross-validation of the training part
 * @param comparisons paired tests of every model against the best, on the holdout
 * @param warnings leakage and the like
 * @param best the first leads of the ranked list: open ones first
 * @param scoresTable qualified name of the table with all scores
 * @param files files written, relative to the workspace
 * @param details what stands behind the figures; null in results of earlier versions
 * @param registered the version of a model that it became; null in results of earlier versions
 */
public record LeadScoringResult(
    String table,
    String target,
    String positive,
    @Nullable String id,
    long rows,
    long openRows,
    long trainRows,
    long holdoutRows,
    long positives,
    long seed,
    String splitBy,
    List<String> features,
    List<LeftOut> leftOut,
    List<String> rules,
    List<ModelEvaluation> models,
    String chosen,
    List<Comparison> comparisons,
    List<ScoringWarning> warnings,
    List<RankedLead> best,
    String scoresTable,
    List<String> files,
    @Nullable ScoringDetails details,
    @Nullable RegisteredModel registered) {

  /** Of a model that was not registered. */
  public LeadScoringResult(
      String table,
      String target,
      String positive,
      @Nullable String id,
      long rows,
      long openRows,
      long trainRows,
      long holdoutRows,
      long positives,
      long seed,
      String splitBy,
      List<String> features,
      List<LeftOut> leftOut,
      List<String> rules,
      List<ModelEvaluation> models,
      String chosen,
      List<Comparison> comparisons,
      List<ScoringWarning> warnings,
      List<RankedLead> best,
      String scoresTable,
      List<String> files,
      @Nullable ScoringDetails details) {
    this(
        table,
        target,
        positive,
        id,
        rows,
        openRows,
        trainRows,
        holdoutRows,
        positives,
        seed,
        splitBy,
        features,
        leftOut,
        rules,
        models,
        chosen,
        comparisons,
        warnings,
        best,
        scoresTable,
        files,
        details,
        null);
  }

  /** A column not learned from, and why in a few words. */
  public record LeftOut(String column, String reason) {}

  /**
   * DeLong's paired test of two AUCs on the same rows: out-of-fold scores of the training part, or
   * those of the holdout.
   *
   * @param model the simpler or worse model
   * @param against the model with the highest AUC
   * @param difference AUC of {@code against} minus AUC of {@code model}
   * @param p two-sided p-value
   */
  public record Comparison(String model, String against, double difference, double p) {}

  /**
   * @param rank 1 is best
   * @param id value of the id column, or the row number
   * @param score probability of yes, 0 to 1
   * @param open whether the outcome is still open
   * @param reasons what moved its score most, strongest first
   */
  public record RankedLead(
      long rank, String id, double score, boolean open, List<ScoringDetails.Reason> reasons) {

    public RankedLead {
      // results of earlier versions have none
      reasons = reasons == null ? List.of() : reasons;
    }

    /** Without reasons. */
    public RankedLead(long rank, String id, double score, boolean open) {
      this(rank, id, score, open, List.of());
    }
  }

  /** The evaluation of the chosen model. */
  public ModelEvaluation chosenModel() {
    return models.stream().filter(model -> model.name().equals(chosen)).findFirst().orElseThrow();
  }
}
