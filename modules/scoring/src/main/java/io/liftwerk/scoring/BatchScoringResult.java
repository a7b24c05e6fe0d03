package io.liftwerk.scoring;

import io.liftwerk.scoring.LeadScoringResult.RankedLead;
import io.liftwerk.warehouse.drift.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table scored by a registered model.
 *
 * @param model name of the model
 * @param version that scored
 * @param purpose what a yes means
 * @param table table scored, qualified
 * @param target what is predicted
 * @param positive the value of it that counts as yes
 * @param rows rows scored
 * @param first rows that come first: those still open (or not lost yet); all where the table does
 *     not say
 * @param mean mean score of these
 * @param threshold probability from which on a record is worth a contact; null when the model has
 *     none
 * @param contacts rows among the first that reach it; null without a threshold
 * @param tenths of the first rows by falling score
 * @param warnings what a reader of the scores must know
 * @param drift whether the rows look as the training data did; null where that is not known, or the
 *     table is the one learned from
 * @param best the first rows of the ranking
 * @param scoresTable qualified name of the table with all scores
 */
public record BatchScoringResult(
    String model,
    int version,
    ScoringOptions.Purpose purpose,
    String table,
    String target,
    String positive,
    long rows,
    long first,
    double mean,
    @Nullable Double threshold,
    @Nullable Long contacts,
    List<Tenth> tenths,
    List<ScoringWarning> warnings,
    @Nullable Drift drift,
    List<RankedLead> best,
    String scoresTable) {

  /**
   * How the rows are spread beside the training data; see {@link ModelDriftResult}.
   *
   * @param score verdict on the scores
   * @param shifted features that are spread otherwise
   * @param features features compared
   * @param most the feature that is furthest off; null when none is
   * @param sentence the same in words
   */
  public record Drift(
      Verdict score, long shifted, int features, @Nullable String most, String sentence) {}

  /**
   * A tenth of the ranking.
   *
   * @param decile 1 (best) to 10
   * @param lowest score in it
   * @param mean score in it
   */
  public record Tenth(int decile, long rows, double lowest, double mean) {}
}
