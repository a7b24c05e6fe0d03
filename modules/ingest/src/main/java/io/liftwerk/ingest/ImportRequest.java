package io.liftwerk.ingest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to import.
 *
 * @param files absolute paths
 * @param as name of the table, only with one file; null to derive it from the file's name
 * @param sheets sheets of a workbook to load; empty for all that have rows
 * @param decisions columns whose reading the user has decided, by column name; the rest is decided
 *     from the values
 */
public record ImportRequest(
    List<String> files,
    @Nullable String as,
    List<String> sheets,
    Map<String, ColumnDecision> decisions) {

  /** Imports {@code files} with everything decided from their contents. */
  public static ImportRequest of(List<String> files) {
    return new ImportRequest(files, null, List.of(), Map.of());
  }
}
