package io.liftwerk.warehouse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model and what became of it in a build.
 *
 * @param model its name
 * @param schema where its table lies
 * @param table what the table is called there; mostly as the model
 * @param materialization {@code view}, {@code table} or {@code incremental}; empty where it is not
 *     known
 * @param status what became of it
 * @param rows of the table that stands now; null for views, which are counted only when read, and
 *     where nothing stands
 * @param seconds that building it took; 0 when it was not built
 * @param code of the reason, empty when there is none
 * @param reason why it was not built: one or two sentences, empty when there is none
 * @param hint what to do about it; may be empty
 * @param because the model that could not be built, when that is the reason
 * @param run the run that built what stands now; null when nothing does
 * @param builtAt when that was
 * @param inputs hash of all that its rows depend on: its SQL, that of all it stands on, and the
 *     data of the sources; empty when it is not known
 */
public record BuiltModel(
    String model,
    String schema,
    String table,
    String materialization,
    BuildStatus status,
    @Nullable Long rows,
    double seconds,
    String code,
    String reason,
    String hint,
    @Nullable String because,
    @Nullable String run,
    @Nullable Instant builtAt,
    String inputs) {

  /** Whether a result of an earlier state of data or SQL stands in its place. */
  public boolean standsOlder() {
    return run != null
        && (status == BuildStatus.FAILED
            || status == BuildStatus.SKIPPED
            || status == BuildStatus.OLDER);
  }
}
