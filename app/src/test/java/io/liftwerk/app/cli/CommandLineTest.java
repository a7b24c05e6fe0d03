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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a script sees it: exit codes, one JSON document, one sentence. */
class CommandLineTest {
  @TempDir Path folder;
  private Path workspace;

  private record Outcome(int code, String out, String err) {
    JsonNode json() throws IOException {
      return Json.mapper().readTree(out);
    }
  }

  @BeforeEach
  void makeWorkspace() {
    workspace = folder.resolve("client.liftwerk");
    assertEquals(0, liftwerk("init", workspace.toString()).code());
  }

  @Test
  void importsRanksAndExports() throws IOException {
    JsonNode imported = succeed("import", workspace, leads(), "--as", "leads");
    assertEquals("leads", imported.at("/tables/0/name").asText());
    assertEquals(400, imported.at("/tables/0/rows").asInt());
    assertEquals(0, imported.at("/tables/0/rejects").asInt());
    assertEquals("leads.csv", imported.at("/tables/0/file").asText());
    assertEquals("decimal", imported.at("/tables/0/columns/1/type").asText());
    assertFalse(imported.at("/tables/0/columns/1/reason").asText().isBlank());

    JsonNode scored =
        succeed(
            "leads",
            workspace,
            "--table",
            "leads",
            "--target",
            "won",
            "--positive",
            "ja",
            "--id",
            "id");
    assertEquals(360, scored.get("rows").asInt());
    assertEquals(40, scored.get("openRows").asInt());
    assertEquals(
        List.of("heuristic", "logistic", "forest", "boosted"),
        scored.get("models").findValuesAsText("name"));
    assertTrue(scored.at("/models/1/auc").asDouble() > 0.6);
    for (String field : List.of("averagePrecision", "logLoss", "brier", "ks", "lift10")) {
      assertTrue(scored.at("/models/0/" + field).isNumber(), field);
    }
    assertTrue(scored.get("warnings").isArray());

    Path list = folder.resolve("list.csv");
    JsonNode exported = succeed("export", workspace, "table", "gold.lead_scores", list);
    assertEquals(400, exported.get("rows").asInt());
    try (Stream<String> lines = Files.lines(list)) {
      assertEquals(401, lines.count());
    }
  }

  @Test
  void repeatsARunWithIdenticalFigures() throws IOException {
    succeed("import", workspace, leads(), "--as", "leads");
    JsonNode first =
        succeed("leads", workspace, "--table", "leads", "--target", "won", "--seed", "3");
    JsonNode again = succeed("runs", workspace, "rerun", first.get("run").asText());
    assertTrue(again.get("identical").asBoolean(), again.toPrettyString());
    JsonNode listed = succeed("runs", workspace, "list");
    assertEquals(3, listed.get("runs").size());
    assertEquals("done", listed.at("/runs/0/status").asText().toLowerCase(java.util.Locale.ROOT));
    assertEquals("leads", succeed("runs", workspace, "show", "2").get("job").asText());
  }

  @Test
  void rerunsNextMonthsTable() throws IOException {
    succeed("import", workspace, leads(), "--as", "january");
    succeed("import", workspace, leadsOf(8, "next.csv"), "--as", "february");
    JsonNode first = succeed("leads", workspace, "--table", "january", "--target", "won");
    JsonNode again =
        succeed("runs", workspace, "rerun", first.get("run").asText(), "--on", "february");
    assertFalse(again.get("identical").asBoolean());
    assertEquals("bronze.february", again.at("/result/table").asText());
  }

  @Test
  void takesBackAnImport() throws IOException {
    succeed("import", workspace, leads(), "--as", "leads");
    succeed("sources", workspace, "rename", "leads", "enquiries");
    assertEquals("enquiries", sourceNames().getFirst());
    succeed("sources", workspace, "undo");
    assertEquals("leads", sourceNames().getFirst());
    succeed("sources", workspace, "remove", "leads");
    assertEquals(List.of(), sourceNames());
    succeed("sources", workspace, "undo");
    assertEquals(List.of("leads"), sourceNames());
  }

  @Test
  void verifiesTheAuditTrail() throws IOException {
    succeed("import", workspace, leads(), "--as", "leads");
    JsonNode whole = succeed("audit", workspace, "verify");
    assertTrue(whole.get("ok").asBoolean());
    Path trail = workspace.resolve("audit.jsonl");
    Files.writeString(trail, Files.readString(trail).replaceFirst("import", "export"));
    Outcome tampered = liftwerk("audit", workspace.toString(), "verify", "--json");
    assertEquals(1, tampered.code());
    assertFalse(tampered.json().get("ok").asBoolean());
  }

  @Test
  void saysWhatIsWrongInOneSentence() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");
    Outcome outcome = liftwerk("import", workspace.toString(), empty.toString(), "--json");
    assertEquals(1, outcome.code());
    assertTrue(outcome.json().at("/error/message").asText().contains("empty.csv"));
    assertFalse(outcome.json().at("/error/code").asText().isBlank());
    String sentence = outcome.err().lines().toList().getLast();
    assertTrue(sentence.contains("empty.csv"), sentence);
    assertFalse(outcome.err().contains("\tat "), "a stack trace is not for people");
  }

  @Test
  void excludesColumnsWhoseNameHoldsAComma() throws IOException {
    Path file = leads();
    Files.writeString(
        file, Files.readString(file).replaceFirst("budget;visits", "\"budget, netto\";visits"));
    succeed("import", workspace, file, "--as", "leads");
    for (List<String> exclude :
        List.of(
            List.of("--exclude", "\"budget, netto\",source"),
            List.of("--exclude", "source", "--exclude", "budget\\, netto"))) {
      var words = new ArrayList<Object>(List.of("leads", workspace, "--table", "leads"));
      words.addAll(List.of("--target", "won"));
      words.addAll(exclude);
      JsonNode scored = succeed(words.toArray());
      assertEquals("[\"visits\"]", scored.get("features").toString());
    }
  }

  @Test
  void aSheetIsNotAskedOfACsv() throws IOException {
    Outcome refused =
        liftwerk("import", workspace.toString(), leads().toString(), "--sheet", "Januar", "--json");
    assertEquals(1, refused.code());
    assertEquals("sheet-unknown", refused.json().at("/error/code").asText());
    assertEquals(
        "leads.csv is no workbook, so it has no sheet 'Januar'.",
        refused.json().at("/error/message").asText());
    assertEquals(List.of(), sourceNames());
  }

  @Test
  void tellsWrongUsageApart() {
    assertEquals(
        2,
        liftwerk(
                "leads",
                workspace.toString(),
                "--table",
                "t",
                "--target",
                "c",
                "--exclude",
                "\"a,b")
            .code());
    assertEquals(2, liftwerk("leads", workspace.toString()).code());
    assertEquals(2, liftwerk("import", workspace.toString()).code());
    assertEquals(2, liftwerk("frobnicate").code());
    assertEquals(2, liftwerk("audit", workspace.toString()).code());
    assertEquals(1, liftwerk("runs", workspace.toString(), "show", "9999").code());
    assertEquals(1, liftwerk("runs", folder.resolve("nowhere").toString(), "list").code());
  }

  @Test
  void refusesToMakeAWorkspaceTwice() {
    Outcome again = liftwerk("init", workspace.toString());
    assertEquals(1, again.code());
    assertTrue(again.err().contains("workspace-exists"), again.err());
  }

  private List<String> sourceNames() throws IOException {
    var names = new ArrayList<String>();
    for (JsonNode table : succeed("sources", workspace, "list").get("tables")) {
      names.add(table.get("name").asText());
    }
    return names;
  }

  private JsonNode succeed(Object... words) throws IOException {
    String[] args =
        Stream.concat(Stream.of(words).map(Object::toString), Stream.of("--json"))
            .toArray(String[]::new);
    Outcome outcome = liftwerk(args);
    assertEquals(0, outcome.code(), outcome.err());
    return outcome.json();
  }

  private static Outcome liftwerk(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Liftwerk.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Outcome(code, out.toString(), err.toString());
  }

  private Path leads() throws IOException {
    return leadsOf(7, "leads.csv");
  }

  /** 400 enquiries: larger budgets and more visits win more often; every tenth is still open. */
  private Path leadsOf(long seed, String name) throws IOException {
    var random = new Random(seed);
    var text = new StringBuilder("id;budget;visits;source;won\n");
    for (int i = 1; i <= 400; i++) {
      double budget = Math.round(random.nextDouble() * 500_000) / 100.0;
      int visits = random.nextInt(20);
      double chance = 1 / (1 + Math.exp(3 - budget / 1200 - visits / 10.0));
      String won = i % 10 == 0 ? "" : random.nextDouble() < chance ? "ja" : "nein";
      text.append("L-").append(i).append(';');
      text.append(String.format(java.util.Locale.GERMANY, "%,.2f", budget)).append(';');
      text.append(visits).append(';').append(i % 3 == 0 ? "Messe" : "Website").append(';');
      text.append(won).append('\n');
    }
    return Files.writeString(folder.resolve(name), text);
  }
}
