package io.liftwerk.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Lineage, drift and events on the command line. */
@Timeout(120)
class LineageCommandTest {
  @TempDir Path folder;
  private Path workspace;

  private record Outcome(int code, String out, String err) {
    JsonNode json() throws IOException {
      return Json.mapper().readTree(out);
    }
  }

  private static Outcome liftwerk(Object... words) {
    String[] args = Stream.of(words).map(Object::toString).toArray(String[]::new);
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Liftwerk.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Outcome(code, out.toString(), err.toString());
  }

  @BeforeEach
  void makeWorkspace() throws IOException, SQLException {
    workspace = folder.resolve("client.liftwerk");
    assertEquals(0, liftwerk("init", workspace).code());
    Path file =
        Files.writeString(
            folder.resolve("costs.csv"),
            "day,cost\n2026-09-01,10.50\n2026-09-01,4.50\n2026-09-02,7.25\n");
    assertEquals(0, liftwerk("import", workspace, file).code());
    try (Workspace open = Workspace.open(workspace);
        Connection connection = open.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE VIEW gold.kpi AS SELECT day AS date_day, sum(cost) / 2 AS half FROM bronze.costs"
              + " WHERE cost > 0 GROUP BY 1");
    }
  }

  @Test
  void theTreeGoesFromTheFigureToTheFile() throws IOException {
    Outcome tree = liftwerk("lineage", workspace, "gold.kpi.half");
    assertEquals(0, tree.code(), tree.err());
    String[] lines = tree.out().split("\n");
    assertEquals("gold.kpi.half", lines[0]);
    assertEquals("└─ bronze.costs.cost  [aggregated]  (sum(\"cost\") / 2)", lines[1]);
    assertTrue(lines[2].contains("file costs.csv, sha256 "), tree.out());
    assertTrue(tree.out().contains("gold.kpi  [filtered by]  bronze.costs.cost"), tree.out());
    JsonNode graph = liftwerk("lineage", workspace, "gold.kpi.half", "--json").json();
    assertEquals("gold.kpi.half", graph.path("target").asText());
    assertEquals("AGGREGATION", graph.at("/edges/0/how").asText());
  }

  @Test
  void theRowsBehindARow() throws IOException {
    Outcome rows = liftwerk("lineage", workspace, "gold.kpi", "--row", "date_day=2026-09-01");
    assertEquals(0, rows.code(), rows.err());
    assertTrue(rows.out().startsWith("bronze.costs: exactly these rows"), rows.out());
    JsonNode document =
        liftwerk("lineage", workspace, "gold.kpi", "--row", "date_day=2026-09-01", "--json").json();
    assertTrue(
        document.at("/sources/0/query").asText().startsWith("SELECT * FROM \"bronze\".\"costs\""),
        document.toString());
    assertEquals(2, liftwerk("lineage", workspace, "gold.kpi", "--row", "2026-09-01").code());
    assertEquals(1, liftwerk("lineage", workspace, "gold.kpi.nothing").code());
  }

  @Test
  void eventsAreWrittenToAFile() throws IOException {
    Path file = folder.resolve("events.jsonl");
    Outcome outcome = liftwerk("export", workspace, "openlineage", file, "--json");
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(1, outcome.json().path("loads").asInt());
    assertEquals(2, Files.readAllLines(file).size());
    for (String line : Files.readAllLines(file)) {
      assertEquals("load.costs", Json.mapper().readTree(line).at("/job/name").asText());
    }
  }

  @Test
  void periodsAreCompared() throws IOException {
    Outcome outcome =
        liftwerk(
            "drift",
            workspace,
            "bronze.costs",
            "--date",
            "day",
            "--from",
            "2026-09-02",
            "--to",
            "2026-09-02");
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.out().contains("too few rows"), outcome.out());
    JsonNode document =
        liftwerk("drift", workspace, "bronze.costs", "--against", "gold.kpi", "--json").json();
    assertEquals("gold.kpi", document.path("reference").asText());
    assertEquals(2, liftwerk("drift", workspace, "bronze.costs").code());
  }
}
