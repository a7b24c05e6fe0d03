package io.liftwerk.warehouse.quality;

import io.liftwerk.workspace.TableRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code schema.yml} states of one model or source table, as the YAML has it.
 *
 * @param model name of the model; of a source's table its name in full, {@code bronze.leads}
 * @param table where it lies
 * @param tests entries under {@code tests:} or {@code data_tests:}, each a name or a map
 * @param columns the same of each column, by name
 * @param freshness {@code warn_after}, {@code error_after}, {@code filter}; null when none is
 *     stated
 * @param loadedAt the column or expression that tells when a row arrived, {@code loaded_at_field}
 */
public record ModelTests(
    String model,
    TableRef table,
    List<?> tests,
    Map<String, List<?>> columns,
    @Nullable Map<String, ?> freshness,
    @Nullable String loadedAt) {}
