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
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models and scoring by them from the command line. */
class ModelsCommandTest {
  @TempDir Path folder;
  private String workspace = "";

  private record Outcome(int code, String out, String err) {}

  private static Outcome liftwerk(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Liftwerk.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Outcome(code, out.toString(), err.toString());
  }

  private static JsonNode json(String... args) throws IOException {
    Outcome outcome = liftwerk(args);
    assertEquals(0, outcome.code(), outcome.err());
    return Json.mapper().readTree(outcome.out());
  }

  @BeforeEach
  void importPeople() throws IOException {
    workspace = folder.resolve("client.liftwerk").toString();
    assertEquals(0, liftwerk("init", workspace).code());
    var random = new Random(8);
    var rows = new StringBuilder("nr,age,city,visits,won\n");
    for (int i = 0; i < 500; i++) {
      int age = 20 + random.nextInt(50);
      int visits = random.nextInt(9);
      String won = i % 8 == 0 ? "" : random.nextInt(70) < age / 2 + 4 * visits ? "yes" : "no";
      rows.append(
          "%d,%d,%s,%d,%s\n".formatted(1000 + i, age, i % 3 == 0 ? "Kiel" : "Ulm", visits, won));
    }
    Path file = Files.writeString(folder.resolve("people.csv"), rows);
    assertEquals(0, liftwerk("import", workspace, file.toString()).code());
  }

  private JsonNode train(String... more) throws IOException {
    return json(
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(
                    "leads", workspace, "people", "--target", "won", "--id", "nr", "--json"),
                java.util.stream.Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void aModelsWholeLife() throws IOException {
    JsonNode first = train("--owner", "Kim", "--note", "first try");
    assertEquals("leads-people", first.at("/registered/name").asText());
    assertEquals("CHAMPION", first.at("/registered/stage").asText());
    train("--exclude", "visits");
    JsonNode list = json("models", workspace, "list", "--json").get("models");
    assertEquals(2, list.size());
    assertEquals("Kim", list.get(0).get("owner").asText());
    JsonNode shown = json("models", workspace, "show", "leads-people:1", "--json");
    assertEquals("won", shown.at("/parameters/target").asText());
    assertEquals("first try", shown.get("note").asText());
    assertTrue(shown.at("/baseline/features").size() >= 3, shown::toString);

    JsonNode scored =
        json("score", workspace, "--model", "leads-people", "--table", "people", "--json");
    assertEquals(1, scored.get("version").asInt());
    assertEquals(500, scored.get("rows").asInt());
    assertEquals("gold.leads_people_scores", scored.get("scoresTable").asText());
    JsonNode again = json("runs", workspace, "rerun", scored.get("run").asText(), "--json");
    assertTrue(again.get("identical").asBoolean(), again::toString);

    JsonNode compared = json("models", workspace, "compare", "leads-people", "--json");
    assertEquals(2, compared.at("/second/version").asInt());
    assertEquals("HOLDOUT", compared.get("basis").asText());
    JsonNode promoted = json("models", workspace, "promote", "leads-people:2", "--json");
    assertEquals(2, promoted.get("champion").asInt());
    assertEquals(
        1, json("models", workspace, "rollback", "leads-people", "--json").get("champion").asInt());
    json("models", workspace, "retire", "leads-people:2", "--json");
    json("models", workspace, "retire", "leads-people:2", "--undo", "--json");
    json("models", workspace, "note", "leads-people:2", "--note", "no visits", "--json");
    JsonNode drift =
        json("models", workspace, "drift", "leads-people:2", "--table", "people", "--json");
    assertEquals(2, drift.get("version").asInt());
    assertTrue(drift.at("/overall/auc").isNumber(), drift::toString);
    JsonNode once = json("runs", workspace, "rerun", drift.get("run").asText(), "--json");
    assertTrue(once.get("identical").asBoolean(), once::toString);
    Path file = folder.resolve("model.json");
    json("models", workspace, "export", "leads-people:2", "--to", file.toString(), "--json");
    assertTrue(Files.readString(file).startsWith("{\"format\":1,"));
    Path graph = folder.resolve("model.onnx");
    json("models", workspace, "export", "leads-people:2", "--to", graph.toString(), "--json");
    JsonNode entered =
        json(
            "models",
            workspace,
            "import",
            graph.toString(),
            "--as",
            "agency",
            "--target",
            "won",
            "--positive",
            "yes",
            "--json");
    assertEquals("NONE", entered.get("stage").asText());
    JsonNode same = json("score", workspace, "--model", "agency:1", "--table", "people", "--json");
    JsonNode own =
        json("score", workspace, "--model", "leads-people:2", "--table", "people", "--json");
    assertEquals(own.get("mean").asDouble(), same.get("mean").asDouble(), 1e-6);
    Outcome told = liftwerk("models", workspace, "show", "agency:1");
    assertTrue(told.out().contains("agency:1"), told.out());
    Path mlruns = folder.resolve("mlruns");
    JsonNode run =
        json("models", workspace, "export", "leads-people:2", "--to", mlruns.toString(), "--json");
    assertTrue(Files.isRegularFile(Path.of(run.get("file").asText()).resolve("meta.yaml")));
  }

  @Test
  void tellsItInWords() throws IOException {
    train("--note", "first try");
    train("--exclude", "visits", "--value", "900", "--cost", "20");
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
      Locale before = Locale.getDefault();
      Locale.setDefault(locale);
      try {
        for (String[] words :
            new String[][] {
              {"models", workspace},
              {"models", workspace, "show", "leads-people"},
              {"models", workspace, "compare", "leads-people:1", "leads-people:2"},
              {"models", workspace, "drift", "leads-people:2", "--table", "people"},
              {"score", workspace, "--model", "leads-people:2", "--table", "people"}
            }) {
          Outcome outcome = liftwerk(words);
          assertEquals(0, outcome.code(), outcome.err());
          assertTrue(outcome.out().contains("leads-people"), outcome.out());
          assertFalse(outcome.out().contains("{"), outcome.out());
        }
      } finally {
        Locale.setDefault(before);
      }
    }
  }

  @Test
  void whatIsWrongIsSaidInOneSentence() throws IOException {
    train();
    Outcome unknown =
        liftwerk("score", workspace, "--model", "lead-people", "--table", "people", "--json");
    assertEquals(1, unknown.code());
    assertEquals(
        "Did you mean 'leads-people'?",
        Json.mapper().readTree(unknown.out()).at("/error/hint").asText());
    assertEquals(2, liftwerk("models", workspace, "note", "leads-people").code());
    assertEquals(1, liftwerk("models", workspace, "compare", "leads-people").code());
    assertEquals(
        1, liftwerk("leads", workspace, "people", "--target", "won", "--model-name", "a:b").code());
  }
}
