package io.liftwerk.warehouse;

import java.util.List;

/**
 * What to build.
 *
 * @param select names of models, such as {@code kpi_daily} or {@code gold.kpi_daily}; they are
 *     built with all they stand on. Empty for everything
 * @param fullRefresh whether what has not changed is built anew too, and incremental models from
 *     their beginning
 */
public record BuildRequest(List<String> select, boolean fullRefresh) {

  @SuppressWarnings("NullAway") // may be missing in a record
  public BuildRequest {
    select = select == null ? List.of() : List.copyOf(select);
  }

  /** Everything that has changed. */
  public static BuildRequest everything() {
    return new BuildRequest(List.of(), false);
  }
}
