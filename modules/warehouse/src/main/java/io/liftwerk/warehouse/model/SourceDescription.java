package io.liftwerk.warehouse.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that models read and none makes, as a {@code schema.yml} describes it.
 *
 * @param source name of the source, the first argument of {@code source()}
 * @param table name of the table, the second argument
 * @param schema where it lies; the source's name when nothing else is said
 * @param identifier what it is called there; {@code table} when nothing else is said
 * @param path the file that describes it
 * @param description for people; may be empty
 * @param columns its columns, as far as they are described
 * @param tests tests of the table as a whole, as they were parsed
 * @param loadedAtField the column that says when a row came, for freshness; may be empty
 * @param freshness what stands under {@code freshness}, as it was parsed; null when nothing does
 */
public record SourceDescription(
    String source,
    String table,
    String schema,
    String identifier,
    String path,
    String description,
    List<ColumnDescription> columns,
    List<JsonNode> tests,
    String loadedAtField,
    @Nullable JsonNode freshness) {

  public SourceDescription {
    columns = List.copyOf(columns);
    tests = List.copyOf(tests);
  }
}
