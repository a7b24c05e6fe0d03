package io.liftwerk.scoring;

import io.liftwerk.workspace.JobCatalog;
import org.jspecify.annotations.Nullable;

/**
 * Score a table by a registered model.
 *
 * @param model name of the model
 * @param version null for the champion; a run records which that was, so that its repetition uses
 *     the same
 * @param table name in bronze, or qualified by its schema
 * @param id column that identifies a record; null for the model's own, or the row number
 */
public record BatchScoringRequest(
    String model, @Nullable Integer version, String table, @Nullable String id)
    implements JobCatalog.OnTable<BatchScoringRequest> {

  public BatchScoringRequest(ModelReference reference, String table, @Nullable String id) {
    this(reference.name(), reference.version(), table, id);
  }

  ModelReference reference() {
    return new ModelReference(model, version);
  }

  @Override
  public BatchScoringRequest onTable(String other) {
    return new BatchScoringRequest(model, version, other, id);
  }
}
