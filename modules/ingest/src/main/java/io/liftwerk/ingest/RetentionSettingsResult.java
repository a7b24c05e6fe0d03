package io.liftwerk.ingest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was changed of how long rows are kept.
 *
 * @param table its name in bronze
 * @param before days until now; null for ever
 * @param after days from now on; null for ever
 * @param periods days of every source that has a period, by its name in bronze
 */
public record RetentionSettingsResult(
    String table, @Nullable Integer before, @Nullable Integer after, Map<String, Integer> periods) {
  public RetentionSettingsResult {
    periods = Collections.unmodifiableMap(new LinkedHashMap<>(periods));
  }
}
