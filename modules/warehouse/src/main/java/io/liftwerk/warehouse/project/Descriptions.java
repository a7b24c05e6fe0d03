package io.liftwerk.warehouse.project;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.warehouse.model.ColumnDescription;
import io.liftwerk.warehouse.model.ModelDescription;
import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.warehouse.model.SourceDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the {@code schema.yml} files say of models and sources. */
final class Descriptions {
  private final Map<String, ModelDescription> models = new LinkedHashMap<>();
  private final Map<List<String>, SourceDescription> sources = new LinkedHashMap<>();

  /** Reads a file; what it says goes before what was read earlier. */
  void add(ModelFile file) {
    JsonNode tree = Yaml.read(file);
    for (JsonNode entry : Yaml.list(file, tree, "models")) {
      ModelDescription model = model(file, entry);
      models.put(model.name(), model);
    }
    for (JsonNode source : Yaml.list(file, tree, "sources")) {
      String name = Yaml.name(file, source, "sources");
      for (JsonNode table : Yaml.list(file, source, "tables")) {
        SourceDescription described = source(file, name, source, table);
        sources.put(List.of(name, described.table()), described);
      }
    }
  }

  Map<String, ModelDescription> models() {
    return models;
  }

  List<SourceDescription> sources() {
    return List.copyOf(sources.values());
  }

  @Nullable SourceDescription source(String source, String table) {
    return sources.get(List.of(source, table));
  }

  private static ModelDescription model(ModelFile file, JsonNode entry) {
    JsonNode config = entry.path("config");
    return new ModelDescription(
        Yaml.name(file, entry, "models"),
        file.path(),
        entry.path("description").asText("").strip(),
        owner(entry),
        columns(file, entry),
        tests(file, entry),
        config.isObject() ? config : null);
  }

  private static SourceDescription source(
      ModelFile file, String name, JsonNode source, JsonNode table) {
    String tableName = Yaml.name(file, table, "tables");
    JsonNode freshness = inherited(source, table, "freshness");
    return new SourceDescription(
        name,
        tableName,
        source.path("schema").asText(name),
        table.path("identifier").asText(tableName),
        file.path(),
        table.path("description").asText("").strip(),
        columns(file, table),
        tests(file, table),
        inherited(source, table, "loaded_at_field").asText(""),
        freshness.isObject() ? freshness : null);
  }

  /** A field of a table, of its {@code config}, else of its source. */
  private static JsonNode inherited(JsonNode source, JsonNode table, String field) {
    for (JsonNode place : List.of(table, table.path("config"), source, source.path("config"))) {
      if (place.has(field)) {
        return place.path(field);
      }
    }
    return table.path(field);
  }

  private static @Nullable String owner(JsonNode entry) {
    for (JsonNode place : List.of(entry.path("meta"), entry.path("config").path("meta"), entry)) {
      JsonNode owner = place.path("owner");
      if (owner.isTextual()) {
        return owner.asText();
      }
      if (owner.path("name").isTextual()) {
        return owner.path("name").asText();
      }
    }
    return null;
  }

  private static List<ColumnDescription> columns(ModelFile file, JsonNode entry) {
    var columns = new ArrayList<ColumnDescription>();
    for (JsonNode column : Yaml.list(file, entry, "columns")) {
      columns.add(
          new ColumnDescription(
              Yaml.name(file, column, "columns"),
              column.path("description").asText("").strip(),
              tests(file, column)));
    }
    return columns;
  }

  private static List<JsonNode> tests(ModelFile file, JsonNode entry) {
    var tests = new ArrayList<JsonNode>();
    for (String field : List.of("tests", "data_tests")) {
      for (JsonNode test : Yaml.list(file, entry, field)) {
        if (!test.isTextual() && !(test.isObject() && !test.isEmpty())) {
          throw Yaml.misshapen(
              file, "A test under '" + entry.path("name").asText() + "' has no name.");
        }
        tests.add(test);
      }
    }
    return tests;
  }
}
