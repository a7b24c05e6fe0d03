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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line on a German system: every line in German, JSON in English as everywhere. */
class GermanTest {
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(the|and|is|are|of|with|were|has|by|values|rows|line|loading|reading|looking"
              + "|first|not|every|undone|removed|renamed)\\b",
          Pattern.CASE_INSENSITIVE);

  @TempDir Path folder;
  private final Locale before = Locale.getDefault();

  private record Outcome(int code, String out, String err) {}

  @BeforeEach
  void german() {
    Locale.setDefault(Locale.GERMANY);
  }

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @Test
  void theSampleIsLoadedInGerman() throws IOException {
    String workspace = made();
    try (Stream<Path> files = Files.list(sample())) {
      List<String> words = new ArrayList<>(List.of("import", workspace));
      files
          .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(".csv"))
          .sorted()
          .forEach(file -> words.add(file.toString()));
      Outcome outcome = liftwerk(words.toArray(String[]::new));
      assertEquals(0, outcome.code(), outcome.err());
      assertGerman(outcome.err());
      assertTrue(outcome.out().contains("Werte passen"), outcome.out());
      for (String english :
          List.of("values fit", "because", "Whole numbers", " line ", "Text: '")) {
        assertTrue(!outcome.out().contains(english), english + " in " + outcome.out());
      }
    }
  }

  @Test
  void anOddFileIsExplainedInGerman() throws IOException {
    String workspace = made();
    Path odd =
        Files.writeString(
            folder.resolve("odd.csv"),
            """
            plz;tag;betrag;wort
            01067;01.02.2026;1.234;a
            02067;03.04.2026;2.345;b
            12067;05.06.2026;3.456;c;d
            99999;07.08.2026;4.567;
            """);
    Outcome outcome = liftwerk("import", workspace, odd.toString());
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.out().contains("1 Datensatz wurde beiseitegelegt"), outcome.out());
    assertTrue(outcome.out().contains("Zeile 4: 5 Felder statt 4"), outcome.out());
    assertTrue(outcome.out().contains("führende Null"), outcome.out());
    assertGerman(outcome.out() + outcome.err());
  }

  @Test
  void changesAndTheirUndoingAreToldInGerman() throws IOException {
    String workspace = made();
    Path file = Files.writeString(folder.resolve("leads.csv"), leads());
    assertEquals(0, liftwerk("import", workspace, file.toString()).code());
    assertEquals(
        "Rückgängig gemacht: leads in anfragen umbenannt.",
        undoneAfter(workspace, "rename", "leads", "anfragen"));
    assertEquals("Rückgängig gemacht: leads entfernt.", undoneAfter(workspace, "remove", "leads"));
    Outcome audit = liftwerk("audit", workspace, "verify");
    assertGerman(audit.out());
  }

  private static String undoneAfter(String workspace, String... words) {
    var all = new ArrayList<>(List.of("sources", workspace));
    all.addAll(List.of(words));
    assertEquals(0, liftwerk(all.toArray(String[]::new)).code());
    return liftwerk("sources", workspace, "undo").out().strip();
  }

  @Test
  void scoringIsToldInGerman() throws IOException {
    String workspace = made();
    Path file = Files.writeString(folder.resolve("leads.csv"), leads());
    assertEquals(0, liftwerk("import", workspace, file.toString()).code());
    Outcome scored = liftwerk("leads", workspace, "--table", "leads", "--target", "won");
    assertEquals(0, scored.code(), scored.err());
    assertTrue(scored.out().contains("im Durchschnitt"), scored.out());
    assertTrue(scored.out().contains("kennzeichnet den Datensatz"), scored.out());
    assertGerman(scored.err());
  }

  @Test
  void jsonStaysEnglish() throws IOException {
    String workspace = made();
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");
    Outcome outcome = liftwerk("import", workspace, empty.toString(), "--json");
    JsonNode error = Json.mapper().readTree(outcome.out()).get("error");
    assertEquals("empty.csv is empty.", error.get("message").asText());
    assertEquals("Export it again; nothing was imported.", error.get("hint").asText());
    assertTrue(outcome.err().contains("empty.csv ist leer."), outcome.err());
  }

  @Test
  void theLanguageOfTheSystemChangesNoResult() throws IOException {
    String workspace = made();
    Path file = Files.writeString(folder.resolve("leads.csv"), leads());
    assertEquals(0, liftwerk("import", workspace, file.toString()).code());
    Outcome german = liftwerk("leads", workspace, "--table", "leads", "--target", "won", "--json");
    Locale.setDefault(Locale.UK);
    Outcome english = liftwerk("runs", workspace, "rerun", "0002", "--json");
    JsonNode here = Json.mapper().readTree(german.out());
    JsonNode there = Json.mapper().readTree(english.out());
    assertTrue(there.get("identical").asBoolean(), english.out());
    assertEquals(here.get("leftOut"), there.at("/result/leftOut"));
    assertTrue(here.get("leftOut").toString().contains("1,080 different values"), german.out());
  }

  private static void assertGerman(String text) {
    List<String> english = ENGLISH.matcher(text).results().map(match -> match.group()).toList();
    assertEquals(List.of(), english, text);
  }

  private String made() {
    String workspace = folder.resolve("kunde").toString();
    assertEquals(0, liftwerk("init", workspace).code());
    return workspace;
  }

  private static Path sample() {
    return Path.of(System.getProperty("liftwerk.root"), "sample-data");
  }

  private static String leads() {
    var random = new Random(7);
    var text = new StringBuilder("id;note;budget;source;won\n");
    for (int i = 1; i <= 1200; i++) {
      int budget = random.nextInt(5000);
      String won = i % 10 == 0 ? "" : random.nextInt(6000) < budget ? "ja" : "nein";
      String source = i % 3 == 0 ? "Messe" : "Website";
      text.append("L-%d;n %d;%d;%s;%s\n".formatted(i, i, budget, source, won));
    }
    return text.toString();
  }

  private static Outcome liftwerk(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Liftwerk.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Outcome(code, out.toString(), err.toString());
  }
}
