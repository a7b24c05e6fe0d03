package io.liftwerk.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DbtExportTest {
  @TempDir Path folder;
  private Workspace workspace;
  private Path dbt;

  @BeforeEach
  void open() throws Exception {
    workspace = Workspace.create(folder.resolve("shop"));
    dbt = folder.resolve("dbt");
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE bronze.orders AS SELECT 1 AS id");
    }
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  @Test
  void writesShippedGeneratedAndOwnModelsWithProfileAndSources() throws Exception {
    Path models = Files.createDirectories(workspace.folder().resolve("models/gold"));
    Files.writeString(models.resolve("mine.sql"), "select * from {{ source('bronze', 'orders') }}");
    Files.writeString(models.resolve("kpi_daily.sql"), "select 1 as replaced");
    Files.writeString(
        models.resolve("schema.yml"),
        "version: 2\nmodels:\n  - name: kpi_daily\n    description: Mine.\n");
    Files.writeString(workspace.folder().resolve("dbt_project.yml"), "vars: {as_of: 2026-09-30}\n");
    Run<DbtExportResult> run = export();

    assertTrue(Files.exists(dbt.resolve("models/staging/stg_ads.sql")));
    assertEquals(
        "select 1 as replaced", Files.readString(dbt.resolve("models/gold/kpi_daily.sql")));
    assertTrue(Files.exists(dbt.resolve("macros/consent.sql")));
    JsonNode settings = yaml("dbt_project.yml");
    assertEquals("2026-09-30", settings.at("/vars/as_of").asText());
    assertEquals(3, settings.at("/vars/churn_gap_factor").asInt());
    JsonNode duckdb =
        yaml("profiles.yml").at("/" + settings.get("profile").asText() + "/outputs/duckdb");
    assertEquals("duckdb", duckdb.get("type").asText());
    assertTrue(duckdb.get("path").asText().contains("warehouse.duckdb"));
    JsonNode sources = yaml("models/liftwerk_sources.yml").get("sources");
    assertEquals("bronze", sources.at("/0/name").asText());
    assertEquals("orders", sources.at("/0/tables/0/name").asText());
    assertTrue(sources.at("/1/tables").findValuesAsText("name").contains("consent_verdicts"));
    assertEquals(countFiles(), run.result().files());
  }

  /** dbt refuses a project that describes a model twice. */
  @Test
  void noModelIsDescribedTwice() throws Exception {
    Path models = Files.createDirectories(workspace.folder().resolve("models/gold"));
    Files.writeString(
        models.resolve("schema.yml"),
        "version: 2\nmodels:\n  - name: kpi_daily\n    description: Mine.\n");
    export();
    var names = new TreeSet<String>();
    int described = 0;
    try (Stream<Path> files = Files.walk(dbt.resolve("models"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".yml")).toList()) {
        for (JsonNode model : new YAMLMapper().readTree(Files.readString(file)).path("models")) {
          names.add(model.get("name").asText());
          described++;
        }
      }
    }
    assertTrue(names.contains("kpi_daily"));
    assertTrue(names.contains("kpi_channel"), "the shipped descriptions are there too");
    assertEquals(names.size(), described);
  }

  @Test
  void aFolderThatHoldsSomethingIsLeftAlone() throws Exception {
    Files.createDirectories(dbt);
    Files.writeString(dbt.resolve("mine.txt"), "mine");
    WorkbenchException refused = assertThrows(WorkbenchException.class, this::export);
    assertEquals("export-target", refused.code());
    assertEquals(1, countFiles());
    dbt = folder.resolve("missing/dbt");
    assertEquals("export-target", assertThrows(WorkbenchException.class, this::export).code());
    assertFalse(Files.exists(folder.resolve("missing")));
  }

  private Run<DbtExportResult> export() {
    return new JobRunner(workspace, Runnable::run)
        .run(new DbtExport(new DbtExportRequest(dbt.toString())));
  }

  private JsonNode yaml(String file) throws IOException {
    return new YAMLMapper().readTree(Files.readString(dbt.resolve(file)));
  }

  private int countFiles() throws IOException {
    try (Stream<Path> files = Files.walk(dbt)) {
      return (int) files.filter(Files::isRegularFile).count();
    }
  }
}
