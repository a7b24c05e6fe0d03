package io.liftwerk.scoring;

import io.liftwerk.workspace.JobCatalog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to score.
 *
 * @param table table or view, {@code bronze.leads} or {@code leads}
 * @param target column with the yes/no outcome; rows where it is empty are still open
 * @param positive the value that counts as yes; null to decide it
 * @param id column that identifies a record; null to decide it
 * @param exclude columns not to learn from
 * @param split column with the values {@code train} and {@code test}; null for a seeded 70/30 split
 * @param seed seed of the split and of every stochastic step
 * @param options what else is asked
 * @param model what the trained model is called; null to decide it
 */
public record LeadScoringRequest(
    String table,
    String target,
    @Nullable String positive,
    @Nullable String id,
    List<String> exclude,
    @Nullable String split,
    long seed,
    ScoringOptions options,
    @Nullable ModelLabel model)
    implements JobCatalog.OnTable<LeadScoringRequest> {

  public LeadScoringRequest {
    // runs of earlier versions did not record them
    options = options == null ? ScoringOptions.PLAIN : options;
  }

  /** The model gets a name of purpose and table. */
  public LeadScoringRequest(
      String table,
      String target,
      @Nullable String positive,
      @Nullable String id,
      List<String> exclude,
      @Nullable String split,
      long seed,
      ScoringOptions options) {
    this(table, target, positive, id, exclude, split, seed, options, null);
  }

  /** Leads, and nothing else asked. */
  public LeadScoringRequest(
      String table,
      String target,
      @Nullable String positive,
      @Nullable String id,
      List<String> exclude,
      @Nullable String split,
      long seed) {
    this(table, target, positive, id, exclude, split, seed, ScoringOptions.PLAIN, null);
  }

  @Override
  public LeadScoringRequest onTable(String other) {
    return new LeadScoringRequest(
        other, target, positive, id, exclude, split, seed, options, model);
  }
}
