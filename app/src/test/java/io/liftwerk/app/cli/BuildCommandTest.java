package io.liftwerk.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildCommandTest {
  @TempDir Path folder;
  private Path workspace;
  private Path models;

  private record Outcome(int code, String out, String err) {
    JsonNode json() throws IOException {
      return Json.mapper().readTree(out);
    }
  }

  @BeforeEach
  void makeWorkspace() throws IOException {
    workspace = folder.resolve("client.liftwerk");
    assertEquals(0, liftwerk("init", workspace.toString()).code());
    Path table = folder.resolve("things.csv");
    Files.writeString(table, "id,price\n1,2.5\n2,3.5\n");
    assertEquals(0, liftwerk("import", workspace.toString(), table.toString()).code());
    models = Files.createDirectories(workspace.resolve("models/gold"));
    Files.writeString(
        models.resolve("thing_sums.sql"),
        "{{ config(materialized='table') }}\nselect sum(price) as total\n"
            + "from {{ source('bronze', 'things') }}");
  }

  @Test
  void buildsExportsAndRepeats() throws IOException {
    Outcome built = liftwerk("build", workspace.toString(), "--json");
    assertEquals(0, built.code(), built.err());
    JsonNode sums = model(built.json(), "thing_sums");
    assertEquals("built", sums.get("status").asText());
    assertEquals("gold", sums.get("schema").asText());
    assertEquals(1, sums.get("rows").asInt());
    assertEquals("built", model(built.json(), "kpi_daily").get("status").asText());

    Outcome again = liftwerk("build", workspace.toString(), "--select", "thing_sums", "--json");
    assertEquals("unchanged", model(again.json(), "thing_sums").get("status").asText());
    Outcome anew =
        liftwerk(
            "build", workspace.toString(), "--select", "thing_sums", "--full-refresh", "--json");
    assertEquals("built", model(anew.json(), "thing_sums").get("status").asText());
    String run = anew.json().get("run").asText();
    assertEquals(0, liftwerk("runs", workspace.toString(), "rerun", run).code());

    Path file = folder.resolve("sums.csv");
    assertEquals(
        0,
        liftwerk("export", workspace.toString(), "table", "gold.thing_sums", file.toString())
            .code());
    assertTrue(Files.readString(file).contains("6"), Files.readString(file));

    Path dbt = folder.resolve("dbt");
    Outcome exported = liftwerk("export", workspace.toString(), "dbt", dbt.toString(), "--json");
    assertEquals(0, exported.code(), exported.err());
    assertTrue(Files.exists(dbt.resolve("models/gold/thing_sums.sql")));
  }

  @Test
  void aModelThatFailsIsNamedAndEndsWithOne() throws IOException {
    Files.writeString(models.resolve("bad.sql"), "select nope from {{ ref('thing_sums') }}");
    Outcome text = liftwerk("build", workspace.toString());
    assertEquals(1, text.code());
    assertTrue(text.out().contains("models/gold/bad.sql, line 1: "), text.out());
    assertTrue(text.err().contains("[build-incomplete]"), text.err());
    Outcome json = liftwerk("build", workspace.toString(), "--json");
    assertEquals("build-incomplete", json.json().at("/error/code").asText());
    assertEquals("failed", model(json.json(), "bad").get("status").asText());
    assertEquals("unchanged", model(json.json(), "thing_sums").get("status").asText());

    Files.writeString(models.resolve("bad.yml"), "models: 3\n");
    Outcome broken = liftwerk("build", workspace.toString(), "--json");
    assertEquals(1, broken.code());
    assertEquals("yaml", broken.json().at("/problems/0/code").asText());
    assertEquals("older", model(broken.json(), "thing_sums").get("status").asText());
  }

  private static JsonNode model(JsonNode result, String name) {
    for (JsonNode model : result.get("models")) {
      if (model.get("model").asText().equals(name)) {
        return model;
      }
    }
    throw new AssertionError("no model " + name);
  }

  private static Outcome liftwerk(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Liftwerk.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Outcome(code, out.toString(), err.toString());
  }
}
