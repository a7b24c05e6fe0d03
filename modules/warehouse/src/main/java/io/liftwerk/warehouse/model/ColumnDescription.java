package io.liftwerk.warehouse.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A column as a {@code schema.yml} describes it.
 *
 * @param name its name
 * @param description for people; may be empty
 * @param tests what stands under {@code tests} and {@code data_tests}, as it was parsed: a text
 *     such as {@code not_null}, or an object whose one field is the test's name and whose value are
 *     its arguments
 */
public record ColumnDescription(String name, String description, List<JsonNode> tests) {

  public ColumnDescription {
    tests = List.copyOf(tests);
  }
}
