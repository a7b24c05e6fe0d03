package io.liftwerk.warehouse;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which days and which channel key figures are asked for.
 *
 * @param from first day, null for the first there is
 * @param to last day, null for the last there is
 * @param channel one platform or source, null for all
 */
public record KpiRequest(
    @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String channel) {

  /** All days of all channels. */
  public static final KpiRequest ALL = new KpiRequest(null, null, null);
}
