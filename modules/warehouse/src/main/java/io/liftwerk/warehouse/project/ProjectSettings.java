package io.liftwerk.warehouse.project;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.workspace.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the {@code dbt_project.yml} files set.
 *
 * @param vars values for {@code var()}, texts, numbers, booleans, lists and maps
 * @param folders what each file says under {@code models} for the folders of its project, the later
 *     file last
 */
record ProjectSettings(Map<String, Object> vars, List<JsonNode> folders) {

  /** Without any file. */
  static ProjectSettings none() {
    return new ProjectSettings(Map.of(), List.of());
  }

  /** These settings, and those of {@code file}, which go before. */
  ProjectSettings with(ModelFile file) {
    JsonNode tree = Yaml.read(file);
    JsonNode given = object(file, tree, "vars");
    var all = new LinkedHashMap<>(vars);
    String project = tree.path("name").asText("");
    given
        .properties()
        .forEach(
            entry -> {
              // variables may stand below the project's name
              if (entry.getKey().equals(project) && entry.getValue().isObject()) {
                put(all, entry.getValue(), "");
              } else {
                put(all, entry.getKey(), entry.getValue());
              }
            });
    JsonNode models = object(file, tree, "models");
    var places = new ArrayList<>(folders);
    places.add(models);
    places.add(models.path(project));
    return new ProjectSettings(all, places);
  }

  private static JsonNode object(ModelFile file, JsonNode tree, String field) {
    JsonNode given = tree.path(field);
    if (!given.isObject() && !given.isMissingNode() && !given.isNull()) {
      throw Yaml.misshapen(file, "What stands under '" + field + "' are no names with values.");
    }
    return given;
  }

  /** What is set for a model by the folders it stands in, the innermost last. */
  Map<String, Object> of(ModelFile model) {
    var values = new LinkedHashMap<String, Object>();
    String[] parts = model.path().replaceFirst("^models/", "").split("/", -1);
    for (JsonNode project : folders) {
      JsonNode place = project;
      put(values, place, "+");
      for (int i = 0; i < parts.length - 1; i++) {
        place = place.path(parts[i]);
        put(values, place, "+");
        put(values, plain(place), "");
      }
    }
    return values;
  }

  /** Settings of a folder may lack the plus sign where nothing else can be meant. */
  private static JsonNode plain(JsonNode folder) {
    var settings = Json.mapper().createObjectNode();
    for (String name : List.of("materialized", "schema", "enabled")) {
      if (folder.path(name).isValueNode()) {
        settings.set(name, folder.path(name));
      }
    }
    return settings;
  }

  /** Those fields of {@code node} whose names start with {@code sign}, without it. */
  private static void put(Map<String, Object> values, JsonNode node, String sign) {
    node.properties()
        .forEach(
            entry -> {
              if (entry.getKey().startsWith(sign)) {
                put(values, entry.getKey().substring(sign.length()), entry.getValue());
              }
            });
  }

  private static void put(Map<String, Object> values, String name, JsonNode node) {
    Object value = Json.mapper().convertValue(node, Object.class);
    if (value != null) {
      values.put(name, value);
    }
  }
}
