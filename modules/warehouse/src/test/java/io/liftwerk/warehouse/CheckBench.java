package io.liftwerk.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.liftwerk.warehouse.CheckResult.TestResult;
import io.liftwerk.warehouse.quality.ModelTests;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A workspace with tables of its own and the tests of a YAML text, through the job itself. */
final class CheckBench implements AutoCloseable {
  static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  final Workspace workspace;

  CheckBench(Path folder) throws SQLException {
    workspace = Workspace.create(folder.resolve("quality"));
    sql("CREATE SCHEMA IF NOT EXISTS gold");
  }

  void sql(String... statements) throws SQLException {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  List<String> texts(String sql) throws SQLException {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (result.next()) {
        texts.add(String.valueOf(result.getObject(1)));
      }
      return texts;
    }
  }

  /** Models of a {@code schema.yml} text, all in gold. */
  static List<ModelTests> models(String yaml) throws IOException {
    var models = new ArrayList<ModelTests>();
    for (JsonNode model : new YAMLMapper().readTree(yaml).get("models")) {
      Map<String, List<?>> columns = new LinkedHashMap<>();
      model
          .path("columns")
          .forEach(column -> columns.put(column.get("name").asText(), tests(column)));
      String name = model.get("name").asText();
      models.add(
          new ModelTests(name, new TableRef("gold", name), tests(model), columns, null, null));
    }
    return models;
  }

  private static List<?> tests(JsonNode node) {
    var tests = new ArrayList<Object>();
    for (String key : List.of("tests", "data_tests")) {
      node.path(key).forEach(test -> tests.add(Json.mapper().convertValue(test, Object.class)));
    }
    return tests;
  }

  Run<CheckResult> check(String yaml, String... select) throws IOException {
    List<ModelTests> models = models(yaml);
    return check(models, select);
  }

  Run<CheckResult> check(List<ModelTests> models, String... select) {
    var job = new QualityCheck(new CheckRequest(List.of(select), AT), context -> models);
    return new JobRunner(workspace, Runnable::run).run(job);
  }

  /** The only test of a check. */
  TestResult one(String yaml) throws IOException {
    return check(yaml).result().tests().getFirst();
  }

  @Override
  public void close() {
    workspace.close();
  }
}
