package io.liftwerk.scoring;

import io.liftwerk.scoring.models.ForeignModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a model was made of and what it was worth; never changes.
 *
 * @param purpose what a yes means
 * @param table the table it learned from; empty when others have trained it
 * @param dataHash SHA-256 of that table's columns and rows
 * @param rows rows with an outcome that it learned from
 * @param target column with the outcome
 * @param positive the value that counts as yes
 * @param id column that identifies a record; null when the row number does
 * @param features columns of the table that a table to be scored must have
 * @param learner {@code heuristic}, {@code logistic}, {@code forest}, {@code boosted}, or {@code
 *     onnx} when others have trained it
 * @param settings what it was learned with, in words; of a model of others, by which program
 * @param threshold probability from which on a record is worth a contact; null when unknown
 * @param seed seed of the training
 * @param metrics figures on the holdout, by name; empty when it was not judged here
 * @param software version of Liftwerk that made it
 */
public record ModelFacts(
    ScoringOptions.Purpose purpose,
    String table,
    String dataHash,
    long rows,
    String target,
    String positive,
    @Nullable String id,
    List<String> features,
    String learner,
    String settings,
    @Nullable Double threshold,
    long seed,
    Map<String, Double> metrics,
    String software) {

  /** Whether others have trained it: then it is not known on what, nor what it was worth. */
  public boolean foreign() {
    return learner.equals(ForeignModel.LEARNER);
  }
}
