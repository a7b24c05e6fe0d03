package io.liftwerk.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan on the command line: what a person writes, what a script reads. */
class PlanCommandTest {
  @TempDir Path folder;
  private final Locale before = Locale.getDefault();
  private String workspace = "";

  private record Outcome(int code, String out, String err) {
    JsonNode json() throws IOException {
      return Json.mapper().readTree(out);
    }
  }

  private static Outcome liftwerk(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Liftwerk.execute(new PrintWriter(out), new PrintWriter(err), args);
    return new Outcome(code, out.toString(), err.toString());
  }

  @BeforeEach
  void begin() {
    Locale.setDefault(Locale.UK);
    workspace = folder.resolve("client").toString();
    assertEquals(0, liftwerk("init", workspace).code());
  }

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @Test
  void theEmptyPlanSaysWhatToDo() throws IOException {
    Outcome plan = liftwerk("plan", workspace);
    assertEquals(0, plan.code(), plan.err());
    assertTrue(plan.out().contains("1. Problem and KPI (problem) - nothing yet"));
    assertTrue(plan.out().contains("10. Next steps (next)"), plan.out());
    assertTrue(plan.out().contains("- Nothing yet: load the client's exports"), plan.out());
    JsonNode steps = liftwerk("plan", workspace, "--json").json().get("steps");
    assertEquals(10, steps.size());
    assertEquals("NOTHING", steps.get(3).get("state").asText());
    assertEquals("MISSING", steps.get(3).at("/evidence/0/standing").asText());
    assertEquals("leads", steps.get(3).at("/evidence/0/page").asText());
  }

  @Test
  void notesAreWrittenShownAndTakenBack() throws IOException {
    Outcome set = liftwerk("plan", workspace, "set", "baseline", "Rules of 2025.", "--done");
    assertEquals(0, set.code(), set.err());
    assertTrue(set.out().contains("> Rules of 2025."), set.out());
    assertTrue(set.out().contains("without evidence"), set.out());
    JsonNode shown = liftwerk("plan", workspace, "show", "4", "--json").json();
    assertEquals("Rules of 2025.", shown.get("note").asText());
    assertEquals("DONE", shown.get("state").asText());
    assertEquals(0, liftwerk("plan", workspace, "set", "4", "--open").code());
    assertEquals(
        "NOTHING", liftwerk("plan", workspace, "show", "4", "--json").json().get("state").asText());
    assertEquals(0, liftwerk("plan", workspace, "undo").code());
    assertEquals(
        "DONE", liftwerk("plan", workspace, "--json").json().at("/steps/3/state").asText());
    assertEquals(0, liftwerk("plan", workspace, "undo").code());
    assertEquals(0, liftwerk("plan", workspace, "undo").code());
    Outcome none = liftwerk("plan", workspace, "undo", "--json");
    assertEquals(1, none.code());
    assertEquals("plan-unchanged", none.json().at("/error/code").asText());
  }

  @Test
  void whatCannotBeDoneIsOneSentence() throws IOException {
    assertEquals("step-unknown", error("set", "eleven", "x"));
    assertEquals("plan-nothing", error("set", "data"));
    assertEquals("plan-nothing", error("set", "data", "--done", "--open"));
    assertEquals("personal-text", error("set", "data", "Ask +49 30 1234567 or a@example.com"));
    assertFalse(Files.exists(Path.of(workspace + ".liftwerk", "plan.json")));
    Files.writeString(Path.of(workspace + ".liftwerk", "plan.json"), "no plan");
    assertEquals("plan-damaged", error("show"));
  }

  private String error(String... words) throws IOException {
    var all = new java.util.ArrayList<>(java.util.List.of("plan", workspace));
    all.addAll(java.util.List.of(words));
    all.add("--json");
    Outcome outcome = liftwerk(all.toArray(String[]::new));
    assertEquals(1, outcome.code(), outcome.out());
    assertFalse(outcome.err().contains("Exception"), outcome.err());
    return outcome.json().at("/error/code").asText();
  }

  @Test
  void theFirstStepsOfWorkAreTheirEvidence() throws IOException {
    var rows = new StringBuilder("lead;visits;won\n");
    for (int i = 0; i < 40; i++) {
      rows.append("L").append(i).append(';').append(i % 7).append(";yes\n");
    }
    Path file = Files.writeString(folder.resolve("leads.csv"), rows);
    assertEquals(0, liftwerk("import", workspace, file.toString()).code());
    JsonNode data = liftwerk("plan", workspace, "show", "data", "--json").json();
    assertEquals("EVIDENCE", data.get("state").asText());
    assertEquals("0001", data.at("/evidence/0/run").asText());
    assertEquals(
        "Sources loaded: 1, with rows: 40; records set aside: 0.",
        data.at("/evidence/0/sentence").asText());
  }

  @Test
  void onAGermanSystemItSpeaksGerman() {
    Locale.setDefault(Locale.GERMANY);
    Outcome plan = liftwerk("plan", workspace);
    assertTrue(plan.out().contains("Problem und Kennzahl"), plan.out());
    assertTrue(plan.out().contains("Erledigt, wenn: "), plan.out());
    for (String english : java.util.List.of(" the ", " and ", "Nothing", "Done", " of ")) {
      assertFalse(plan.out().contains(english), english + " in " + plan.out());
    }
  }
}
