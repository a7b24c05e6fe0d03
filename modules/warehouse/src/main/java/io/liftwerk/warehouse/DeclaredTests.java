package io.liftwerk.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.ingest.BronzeTables;
import io.liftwerk.warehouse.model.ColumnDescription;
import io.liftwerk.warehouse.model.ModelDescription;
import io.liftwerk.warehouse.model.SourceDescription;
import io.liftwerk.warehouse.project.Project;
import io.liftwerk.warehouse.quality.ModelTests;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tests that a project's {@code schema.yml} files state, with the table that each is about. */
final class DeclaredTests {
  private DeclaredTests() {}

  /** Of the project of a workspace; models that nothing is stated of are there too. */
  static List<ModelTests> of(JobContext context) throws Exception {
    Workspace workspace = context.workspace();
    List<TableRef> bronze =
        new BronzeTables(workspace)
            .list().stream().map(table -> new TableRef("bronze", table.name())).toList();
    BuildParts parts = BuildParts.standard();
    return of(
        Project.read(
            parts.files().of(workspace), bronze, parts.computed(), context::checkCancelled));
  }

  static List<ModelTests> of(Project project) {
    var tests = new ArrayList<ModelTests>();
    project.sources().forEach(source -> tests.add(of(source)));
    Set<String> described = new HashSet<>();
    for (ModelDescription model : project.descriptions()) {
      if (!isOff(model.config())) {
        described.add(model.name());
        tests.add(of(model, project.relation(model.name()).orElse(place(model))));
      }
    }
    for (String name : project.names()) {
      if (!described.contains(name)) {
        project
            .relation(name)
            .ifPresent(
                table -> tests.add(new ModelTests(name, table, List.of(), Map.of(), null, null)));
      }
    }
    return tests;
  }

  private static boolean isOff(@Nullable JsonNode config) {
    return config != null && config.path("enabled").asText().equals("false");
  }

  /**
   * Where a model that is described and has no file would lie, by the folder it is described in.
   */
  private static TableRef place(ModelDescription model) {
    String[] folders = model.path().split("/", -1);
    return new TableRef(folders.length > 2 ? folders[1] : "gold", model.name());
  }

  private static ModelTests of(ModelDescription model, TableRef table) {
    return new ModelTests(
        model.name(), table, plain(model.tests()), columns(model.columns()), null, null);
  }

  @SuppressWarnings("unchecked") // what was parsed from YAML has texts as keys
  private static ModelTests of(SourceDescription source) {
    var table = new TableRef(source.schema(), source.identifier());
    JsonNode freshness = source.freshness();
    return new ModelTests(
        table.toString(),
        table,
        plain(source.tests()),
        columns(source.columns()),
        freshness == null || !freshness.isObject()
            ? null
            : (Map<String, ?>) Json.mapper().convertValue(freshness, Map.class),
        source.loadedAtField().isEmpty() ? null : source.loadedAtField());
  }

  private static Map<String, List<?>> columns(List<ColumnDescription> columns) {
    var tests = new LinkedHashMap<String, List<?>>();
    columns.forEach(column -> tests.put(column.name(), plain(column.tests())));
    return tests;
  }

  private static List<?> plain(List<JsonNode> tests) {
    return tests.stream().map(test -> Json.mapper().convertValue(test, Object.class)).toList();
  }
}
