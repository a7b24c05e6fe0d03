package io.liftwerk.warehouse.project;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.workspace.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the {@code dbt_project.yml} files set.
 *
 * @param vars values for {@code var()}, texts, numbers, booleans, lists and maps
 */
record ProjectSettings(Map<String, Object> vars) {

  /** Without any file. */
  static ProjectSettings none() {
    return new ProjectSettings(Map.of());
  }

  /** These settings, and those of {@code file}, which go before. */
  ProjectSettings with(ModelFile file) {
    JsonNode tree = Yaml.read(file);
    JsonNode given = tree.path("vars");
    if (!given.isObject() && !given.isMissingNode() && !given.isNull()) {
      throw Yaml.misshapen(file, "What stands under 'vars' are no names with values.");
    }
    var all = new LinkedHashMap<>(vars);
    String project = tree.path("name").asText("");
    given
        .properties()
        .forEach(
            entry -> {
              // variables may stand below the project's name
              if (entry.getKey().equals(project) && entry.getValue().isObject()) {
                entry.getValue().properties().forEach(own -> put(all, own));
              } else {
                put(all, entry);
              }
            });
    return new ProjectSettings(all);
  }

  private static void put(Map<String, Object> vars, Map.Entry<String, JsonNode> entry) {
    Object value = Json.mapper().convertValue(entry.getValue(), Object.class);
    if (value != null) {
      vars.put(entry.getKey(), value);
    }
  }
}
