package io.liftwerk.warehouse.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model as a {@code schema.yml} describes it.
 *
 * @param name name of the model
 * @param path the file that describes it
 * @param description for people; may be empty
 * @param owner who answers for it, from {@code meta.owner} or {@code owner}; null when nobody is
 *     named
 * @param columns its columns, as far as they are described
 * @param tests tests of the table as a whole, as they were parsed; see {@link ColumnDescription}
 * @param config what stands under {@code config}; a {@code config()} in the model goes before it
 */
public record ModelDescription(
    String name,
    String path,
    String description,
    @Nullable String owner,
    List<ColumnDescription> columns,
    List<JsonNode> tests,
    @Nullable JsonNode config) {

  public ModelDescription {
    columns = List.copyOf(columns);
    tests = List.copyOf(tests);
  }
}
