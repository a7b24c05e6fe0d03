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
import org.junit.jupiter.api.io.TempDir;

/** The policy and what it lets through, on the command line. */
class ConsentCommandTest {
  @TempDir Path folder;
  private Path workspace;

  private record Outcome(int code, String out, String err) {
    JsonNode json() throws IOException {
      return Json.mapper().readTree(out);
    }
  }

  @BeforeEach
  void makeWorkspace() throws IOException {
    workspace = folder.resolve("client.liftwerk");
    Path leads = folder.resolve("leads.csv");
    Files.writeString(leads, "id;wert\n1;x\n2;y\n");
    liftwerk("init", workspace);
    assertEquals(0, liftwerk("import", workspace, leads).code());
  }

  private static Outcome liftwerk(Object... words) {
    String[] args = Stream.of(words).map(Object::toString).toArray(String[]::new);
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Liftwerk.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Outcome(code, out.toString(), err.toString());
  }

  private void stage() throws SQLException {
    try (Workspace open = Workspace.open(workspace);
        Connection connection = open.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA staging");
      statement.execute(
          """
          CREATE TABLE staging.stg_consent_signals AS
          SELECT 'leads' AS source_relation, i AS source_row, 'p' || i AS person_id,
                 CASE WHEN i < 3 THEN 'consent=ja' ELSE 'consent=nein' END AS consent_signal,
                 NULL::TIMESTAMP AS consent_at
          FROM range(5) r(i)
          """);
    }
  }

  @Test
  void aBasisIsAskedForAndThenCounts() throws Exception {
    stage();
    Outcome before = liftwerk("consent", workspace);
    assertEquals(0, before.code(), before.err());
    assertTrue(before.out().contains("5 held back"), before.out());
    assertTrue(before.out().contains("[basis-unstated]"), before.out());
    assertTrue(before.out().contains("On what does the personal data in 'leads' rest?"));
    Outcome stated = liftwerk("config", workspace, "basis", "leads", "consent");
    assertEquals("'leads' rests on each person's consent.", stated.out().strip());
    JsonNode after = liftwerk("consent", workspace, "--json").json();
    assertEquals(3, after.at("/total/0/covered").asInt());
    assertEquals("analytics", after.at("/total/0/use").asText());
    assertEquals("consent-refused", after.at("/sources/0/uses/2/heldBack/0/reason").asText());
    assertEquals("consent", after.at("/sources/0/basis").asText());
    assertEquals(2, after.at("/refusals/1/persons").asInt());
    assertEquals(0, after.at("/questions").size());
    Outcome again = liftwerk("runs", workspace, "rerun", after.path("run").asText());
    assertEquals(0, again.code(), again.err());
    assertTrue(again.out().contains("identical"), again.out());
  }

  @Test
  void settingsAreListedAndChanged() throws Exception {
    Outcome set =
        liftwerk("config", workspace, "set", "consent.activation.vendor", "755", "--json");
    assertEquals("755", set.json().path("after").asText());
    JsonNode list = liftwerk("config", workspace, "list", "--json").json();
    assertTrue(list.path("settings").findValuesAsText("key").contains("consent.tcf.oldest_policy"));
    assertTrue(liftwerk("config", workspace).out().contains("consent.activation.vendor"));
    Outcome noted =
        liftwerk(
            "config", workspace, "basis", "leads", "other", "--note", "contract with the client");
    assertEquals(0, noted.code(), noted.err());
    assertTrue(
        liftwerk("config", workspace).out().contains("contract with the client"), noted.out());
  }

  @Test
  void whatCannotBeIsOneSentence() {
    Outcome unbuilt = liftwerk("consent", workspace);
    assertEquals(1, unbuilt.code());
    assertTrue(unbuilt.err().contains("[consent-not-built]"), unbuilt.err());
    Outcome value = liftwerk("config", workspace, "set", "consent.analytics.purposes", "99");
    assertEquals(1, value.code());
    assertTrue(
        value
            .err()
            .contains(
                "consent.analytics.purposes cannot be '99': 'purposes' must be a whole number from"
                    + " 1 to 24, not '99'."),
        value.err());
    Outcome basis = liftwerk("config", workspace, "basis", "leads", "other");
    assertEquals(1, basis.code());
    assertTrue(basis.err().contains("[consent-note]"), basis.err());
  }
}
