package io.liftwerk.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} as a script sees it. */
class CheckCommandTest {
  private static final Locale BEFORE = Locale.getDefault();

  @TempDir Path folder;
  private Path workspace;

  private record Outcome(int code, String out, String err) {
    JsonNode json() throws IOException {
      return Json.mapper().readTree(out);
    }
  }

  @BeforeEach
  void makeWorkspace() throws Exception {
    Locale.setDefault(Locale.ENGLISH);
    workspace = folder.resolve("client.liftwerk");
    assertEquals(0, liftwerk("init", workspace.toString()).code());
    Path gold = Files.createDirectories(workspace.resolve("models/gold"));
    Files.writeString(gold.resolve("answers.sql"), "select 1 as id, 'yes' as state");
    Files.writeString(
        gold.resolve("answers.yml"),
        """
        version: 2
        models:
          - name: answers
            columns:
              - name: id
                data_tests: [unique]
              - name: state
                data_tests:
                  - accepted_values:
                      arguments: {values: ["yes", "no"]}
                      config: {severity: warn}
        """);
    sql(
        "CREATE TABLE gold.answers AS SELECT 1 AS id, 'yes' AS state",
        "INSERT INTO gold.answers VALUES (2, 'perhaps')");
  }

  @AfterEach
  void asBefore() {
    Locale.setDefault(BEFORE);
  }

  private void sql(String... statements) throws SQLException {
    try (Workspace open = Workspace.open(workspace);
        Connection connection = open.connect();
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  private Outcome liftwerk(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Liftwerk.execute(new PrintWriter(out), new PrintWriter(err), args);
    return new Outcome(code, out.toString(), err.toString());
  }

  private Outcome check(String... more) {
    var args = new ArrayList<String>();
    args.add("check");
    args.add(workspace.toString());
    args.addAll(List.of("--select", "answers"));
    args.addAll(List.of(more));
    return liftwerk(args.toArray(String[]::new));
  }

  @Test
  void aWarningEndsWithZeroAndIsTold() throws Exception {
    Outcome text = check();
    assertEquals(0, text.code(), text.err());
    assertTrue(
        text.out().contains("warn  answers.state.accepted_values: 'state' is one of 'yes', 'no'."),
        text.out());
    assertTrue(
        text.out().contains("  1 of 2 rows; they lie in failures.answers__state__accepted_values"),
        text.out());
    assertTrue(
        text.out().contains("2 tests: 1 passed, 1 warned, 0 failed, 0 could not run"), text.out());
    JsonNode json = check("--json").json();
    assertEquals("warn", json.at("/tests/1/status").asText());
    assertEquals(1, json.at("/tests/1/history").size());
    assertFalse(json.has("error"));
    Path list = folder.resolve("rows.csv");
    assertEquals(
        0,
        liftwerk(
                "export",
                workspace.toString(),
                "table",
                "failures.answers__state__accepted_values",
                list.toString())
            .code());
    assertTrue(Files.readString(list).contains("perhaps"));
  }

  @Test
  void aFailureEndsWithOneAndItsResultsAreKept() throws Exception {
    sql("INSERT INTO gold.answers VALUES (2, 'no')");
    Outcome failed = check("--json");
    assertEquals(1, failed.code());
    assertEquals("tests-failed", failed.json().at("/error/code").asText());
    assertEquals("fail", failed.json().at("/tests/0/status").asText());
    assertTrue(failed.err().contains("The test answers.id.unique did not pass."), failed.err());
    JsonNode again = check("--json").json();
    assertEquals("fail", again.at("/tests/0/history/0/status").asText());
    String run = again.get("run").asText();
    JsonNode rerun = liftwerk("runs", workspace.toString(), "rerun", run, "--json").json();
    assertTrue(rerun.get("identical").asBoolean(), rerun.toPrettyString());
  }

  @Test
  void whatCannotBeCheckedIsOneSentence() throws Exception {
    Outcome unknown = liftwerk("check", workspace.toString(), "--select", "anwsers", "--json");
    assertEquals(1, unknown.code());
    assertEquals("model-unknown", unknown.json().at("/error/code").asText());
    assertTrue(unknown.err().contains("Did you mean 'answers'?"), unknown.err());
    sql("DROP TABLE gold.answers");
    assertEquals("nothing-built", check("--json").json().at("/error/code").asText());
  }

  @Test
  void germanReadersAreToldInGerman() {
    Locale.setDefault(Locale.GERMANY);
    Outcome text = check();
    assertTrue(
        text.out()
            .contains(
                "Warnung  answers.state.accepted_values: „state“ ist einer der Werte „yes“,"
                    + " „no“."),
        text.out());
    Outcome help = liftwerk("check", "--help");
    assertTrue(help.out().contains("Schweregrad"), help.out());
  }
}
