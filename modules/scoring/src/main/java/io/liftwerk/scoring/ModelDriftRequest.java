package io.liftwerk.scoring;

import io.liftwerk.workspace.JobCatalog;
import org.jspecify.annotations.Nullable;

/**
 * Hold new data and what became of it against what a model was trained with.
 *
 * @param model name of the model
 * @param version null for the champion; a run records which that was
 * @param table rows to look at, with the model's columns
 * @param outcomes table with the outcomes of these rows; null when {@code table} has them itself,
 *     or there are none yet
 * @param id column that identifies a record in both tables; null for the model's own. Only needed
 *     with {@code outcomes}
 * @param date column of {@code table} by whose months outcomes are looked at; null for all at once
 */
public record ModelDriftRequest(
    String model,
    @Nullable Integer version,
    String table,
    @Nullable String outcomes,
    @Nullable String id,
    @Nullable String date)
    implements JobCatalog.OnTable<ModelDriftRequest> {

  @Override
  public ModelDriftRequest onTable(String other) {
    return new ModelDriftRequest(model, version, other, outcomes, id, date);
  }
}
