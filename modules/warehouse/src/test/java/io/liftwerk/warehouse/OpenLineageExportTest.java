package io.liftwerk.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The events have the structure that the OpenLineage specification asks for. */
class OpenLineageExportTest {

  /** What the schema of each facet requires, beside what every facet must have. */
  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "SchemaDatasetFacet", List.of(),
          "ColumnLineageDatasetFacet", List.of("fields"),
          "DatasetVersionDatasetFacet", List.of("datasetVersion"),
          "OutputStatisticsOutputDatasetFacet", List.of(),
          "DataQualityAssertionsDatasetFacet", List.of("assertions"),
          "SQLJobFacet", List.of("query"),
          "JobTypeJobFacet", List.of("processingType", "integration"),
          "ParentRunFacet", List.of("run", "job"),
          "ProcessingEngineRunFacet", List.of("version"));

  /** The key under which each facet must stand. */
  private static final Map<String, String> KEYS =
      Map.of(
          "schema", "SchemaDatasetFacet",
          "columnLineage", "ColumnLineageDatasetFacet",
          "version", "DatasetVersionDatasetFacet",
          "outputStatistics", "OutputStatisticsOutputDatasetFacet",
          "dataQualityAssertions", "DataQualityAssertionsDatasetFacet",
          "sql", "SQLJobFacet",
          "jobType", "JobTypeJobFacet",
          "parent", "ParentRunFacet",
          "processing_engine", "ProcessingEngineRunFacet");

  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void open() {
    workspace = Workspace.create(folder.resolve("client"));
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private OpenLineageResult export(Path file) {
    return new JobRunner(workspace, Runnable::run)
        .run(new OpenLineageExport(new OpenLineageRequest(file.toString())))
        .result();
  }

  /** A load, two models and their tests, as builds and checks leave them. */
  private List<JsonNode> events() throws IOException, SQLException {
    Path file =
        Files.writeString(
            folder.resolve("costs.csv"), "day,cost\n2026-09-01,10.5\n2026-09-02,7.25\n");
    new JobRunner(workspace, Runnable::run)
        .run(new FileImport(ImportRequest.of(List.of(file.toString()))));
    String ads = "SELECT day AS date_day, cost AS spend FROM bronze.costs WHERE cost > 0";
    String kpi = "SELECT date_day, sum(spend) AS spend FROM silver.ads GROUP BY 1";
    sql(
        "CREATE SCHEMA IF NOT EXISTS build",
        "CREATE TABLE silver.ads AS " + ads,
        "CREATE VIEW gold.kpi AS " + kpi,
        """
        CREATE TABLE build.models (
          model TEXT, schema TEXT, name TEXT, materialized TEXT, path TEXT, definition TEXT,
          inputs TEXT, compiled TEXT, columns TEXT, reads TEXT, run TEXT, built_at TIMESTAMPTZ,
          row_count BIGINT, seconds DOUBLE, older BOOLEAN, reason TEXT)
        """,
        insert("ads", "silver", "table", ads, "2"),
        insert("kpi", "gold", "view", kpi, "NULL"),
        """
        CREATE TABLE build.test_results (
          run TEXT, test TEXT, model TEXT, column_name TEXT, name TEXT, arguments TEXT,
          severity TEXT, status TEXT, message TEXT, failing_rows BIGINT, rows_judged BIGINT,
          rows_seen BIGINT, observed DOUBLE, observed_text TEXT, failures TEXT, seconds DOUBLE,
          checked_at TIMESTAMPTZ)
        """,
        check("0005", "t1", "date_day", "not_null", "fail"),
        check("0006", "t1", "date_day", "not_null", "pass"),
        check("0006", "t2", "", "row_count", "warn"),
        check("0006", "t3", "spend", "between", "error"));
    Path out = folder.resolve("events.jsonl");
    OpenLineageResult result = export(out);
    var events = new ArrayList<JsonNode>();
    for (String line : Files.readAllLines(out)) {
      events.add(Json.mapper().readTree(line));
    }
    assertEquals(8, result.events());
    assertEquals(8, events.size());
    assertEquals(List.of(1, 2, 1), List.of(result.loads(), result.models(), result.checks()));
    return events;
  }

  private static String insert(
      String name, String schema, String kind, String compiled, String rows) {
    return "INSERT INTO build.models VALUES ('%s','%s','%s','%s','','','','%s','[]','[]','0004',TIMESTAMPTZ '2026-09-03 10:00:00+00',%s,1.5,false,'')"
        .formatted(name, schema, name, kind, compiled, rows);
  }

  private static String check(String run, String test, String column, String name, String status) {
    return "INSERT INTO build.test_results VALUES ('%s','%s','kpi','%s','%s','{}','error','%s','',0,2,2,NULL,'','',0.1,TIMESTAMPTZ '2026-09-03 1%s:00:00+00')"
        .formatted(run, test, column, name, status, run.substring(3));
  }

  @Test
  void everyEventHasTheStructureOfTheSpecification() throws Exception {
    for (JsonNode event : events()) {
      assertTrue(Set.of("START", "COMPLETE").contains(event.path("eventType").asText()));
      OffsetDateTime.parse(event.path("eventTime").asText());
      URI.create(event.path("producer").asText());
      assertTrue(
          event.path("schemaURL").asText().endsWith("/OpenLineage.json#/$defs/RunEvent"),
          event.toString());
      assertEquals(
          event.at("/run/runId").asText(),
          UUID.fromString(event.at("/run/runId").asText()).toString());
      named(event.path("job"));
      facets(event.at("/run/facets"), "RunFacet");
      facets(event.at("/job/facets"), "JobFacet");
      for (JsonNode input : event.path("inputs")) {
        named(input);
        facets(input.path("facets"), "DatasetFacet");
        facets(input.path("inputFacets"), "DatasetFacet");
      }
      for (JsonNode output : event.path("outputs")) {
        named(output);
        facets(output.path("facets"), "DatasetFacet");
        facets(output.path("outputFacets"), "OutputDatasetFacet");
      }
    }
  }

  private static void named(JsonNode node) {
    assertFalse(node.path("namespace").asText().isBlank(), node.toString());
    assertFalse(node.path("name").asText().isBlank(), node.toString());
  }

  private static void facets(JsonNode facets, String kind) {
    for (var facet : facets.properties()) {
      String name = String.valueOf(KEYS.get(facet.getKey()));
      assertTrue(name.endsWith(kind), facet.getKey() + " among " + kind);
      JsonNode value = facet.getValue();
      URI.create(value.path("_producer").asText());
      assertTrue(
          value
              .path("_schemaURL")
              .asText()
              .matches(
                  "https://openlineage\\.io/spec/facets/\\d-\\d-\\d/"
                      + name
                      + "\\.json#/\\$defs/"
                      + name),
          value.toString());
      for (String required : REQUIRED.getOrDefault(name, List.of("?"))) {
        assertTrue(value.has(required), name + " needs " + required);
      }
    }
  }

  @Test
  void everyRunBeginsAndEnds() throws Exception {
    List<JsonNode> events = events();
    for (int i = 0; i < events.size(); i += 2) {
      assertEquals("START", events.get(i).path("eventType").asText());
      assertEquals("COMPLETE", events.get(i + 1).path("eventType").asText());
      assertEquals(events.get(i).at("/run/runId"), events.get(i + 1).at("/run/runId"));
      assertEquals(events.get(i).path("job").path("name"), events.get(i + 1).at("/job/name"));
    }
    assertEquals(
        4, events.stream().map(event -> event.at("/run/runId").asText()).distinct().count());
  }

  @Test
  void columnsAreTracedAndWhatFiltersThemStandsApart() throws Exception {
    List<JsonNode> events = events();
    JsonNode ads = complete(events, "silver.ads").at("/outputs/0/facets/columnLineage");
    JsonNode spend = ads.at("/fields/spend/inputFields/0");
    assertEquals("bronze.costs", spend.path("name").asText());
    assertEquals("cost", spend.path("field").asText());
    assertEquals("DIRECT", spend.at("/transformations/0/type").asText());
    assertEquals("IDENTITY", spend.at("/transformations/0/subtype").asText());
    assertEquals("FILTER", ads.at("/dataset/0/transformations/0/subtype").asText());
    JsonNode kpi = complete(events, "gold.kpi").at("/outputs/0/facets/columnLineage");
    assertEquals(
        "AGGREGATION", kpi.at("/fields/spend/inputFields/0/transformations/0/subtype").asText());
    assertEquals("GROUP_BY", kpi.at("/dataset/0/transformations/0/subtype").asText());
    assertEquals(
        2,
        complete(events, "silver.ads")
            .at("/outputs/0/outputFacets/outputStatistics/rowCount")
            .asInt());
    assertFalse(complete(events, "gold.kpi").at("/outputs/0").has("outputFacets"));
    JsonNode load = complete(events, "load.costs");
    assertEquals("costs.csv", load.at("/inputs/0/name").asText());
    assertEquals(64, load.at("/inputs/0/facets/version/datasetVersion").asText().length());
  }

  @Test
  void theLatestResultOfEachTestIsToldThatCouldRun() throws Exception {
    JsonNode assertions =
        complete(events(), "check.gold.kpi")
            .at("/inputs/0/inputFacets/dataQualityAssertions/assertions");
    assertEquals(
        "[{\"assertion\":\"not_null\",\"success\":true,\"column\":\"date_day\"},"
            + "{\"assertion\":\"row_count\",\"success\":false}]",
        assertions.toString());
  }

  private static JsonNode complete(List<JsonNode> events, String job) {
    return events.stream()
        .filter(event -> event.at("/job/name").asText().equals(job))
        .filter(event -> event.path("eventType").asText().equals("COMPLETE"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anEmptyWorkspaceHasNothingToTell() {
    WorkbenchException refused =
        assertThrows(WorkbenchException.class, () -> export(folder.resolve("events.jsonl")));
    assertEquals("nothing-built", refused.code());
    assertFalse(Files.exists(folder.resolve("events.jsonl")));
  }
}
