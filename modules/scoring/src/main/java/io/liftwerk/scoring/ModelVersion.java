package io.liftwerk.scoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a model as the registry lists it.
 *
 * @param version 1, 2, 3 … within its model
 * @param created when it was trained or imported
 * @param run number of the run that made it
 * @param owner who answers for it; null for nobody
 * @param note anything worth knowing; null for nothing
 * @param file where it is kept, relative to the workspace
 * @param sha256 of that file, as it was written
 * @param modelSha256 of what scores: equal for versions that score alike to the last bit
 */
public record ModelVersion(
    String name,
    int version,
    ModelStage stage,
    Instant created,
    String run,
    @Nullable String owner,
    @Nullable String note,
    String file,
    String sha256,
    String modelSha256,
    ModelFacts facts) {

  /** {@code churn-contracts:2}. */
  public String reference() {
    return name + ":" + version;
  }
}
