package io.liftwerk.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {
  private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
  private static final Instant LATER = Instant.parse("2026-10-02T08:30:00Z");

  @TempDir Path folder;

  private Path file() {
    return folder.resolve(PlanFile.NAME);
  }

  @Test
  void nothingIsWrittenUntilSomebodyWrites() throws IOException {
    var plan = new PlanFile(folder);
    assertEquals(PlanFile.Content.EMPTY, plan.read());
    plan.note("baseline", "  ", Map.of(), NOON);
    plan.done("baseline", false, NOON);
    assertFalse(Files.exists(file()), "a change that changes nothing leaves no file");
  }

  @Test
  void whatIsWrittenIsReadAgainByAnother() {
    new PlanFile(folder).note("baseline", " Rules first. ", Map.of("de", "Erst Regeln."), NOON);
    new PlanFile(folder).done("baseline", true, LATER);
    PlanFile.Entry entry = new PlanFile(folder).read().step("baseline");
    assertEquals("Rules first.", entry.note());
    assertEquals("Erst Regeln.", entry.note(Locale.GERMANY));
    assertEquals("Rules first.", entry.note(Locale.UK));
    assertEquals(NOON, entry.notedAt());
    assertEquals(LATER, entry.doneAt());
  }

  @Test
  void aNewNoteReplacesItsTranslationsToo() {
    var plan = new PlanFile(folder);
    plan.note("model", "Old.", Map.of("de", "Alt."), NOON);
    plan.note("model", "New.", Map.of(), LATER);
    assertEquals("New.", plan.read().step("model").note(Locale.GERMANY));
  }

  @Test
  void everyChangeCanBeTakenBackTheLastFirst() {
    var plan = new PlanFile(folder);
    plan.note("problem", "First.", Map.of(), NOON);
    plan.note("problem", "Second.", Map.of(), LATER);
    plan.done("data", true, LATER);
    new PlanFile(folder).undo();
    assertEquals(null, plan.read().step("data").doneAt());
    plan.undo();
    assertEquals("First.", plan.read().step("problem").note());
    assertEquals(NOON, plan.read().step("problem").notedAt());
    plan.undo();
    assertEquals(PlanFile.Entry.NONE, plan.read().step("problem"));
    var none = assertThrows(WorkbenchException.class, plan::undo);
    assertEquals("plan-unchanged", none.code());
  }

  @Test
  void onlyTheLastFiftyChangesAreKept() {
    var plan = new PlanFile(folder);
    for (int i = 0; i < 60; i++) {
      plan.note("next", "Note " + i, Map.of(), NOON);
    }
    assertEquals(50, plan.read().changes().size());
    assertEquals("Note 9", plan.read().changes().getFirst().before().note());
  }

  @Test
  void aBrokenFileIsOneSentenceAndStaysAsItIs() throws IOException {
    for (String text : List.of("", "[]", "{\"format\":1,\"steps\":[3]}", "{", "{\"steps\":{}}")) {
      Files.writeString(file(), text);
      var plan = new PlanFile(folder);
      for (var change :
          List.<org.junit.jupiter.api.function.Executable>of(
              plan::read,
              () -> plan.note("data", "x", Map.of(), NOON),
              () -> plan.done("data", true, NOON),
              plan::undo)) {
        var broken = assertThrows(WorkbenchException.class, change, text);
        assertEquals("plan-damaged", broken.code());
        assertTrue(broken.sentence().contains("plan.json"), broken.sentence());
      }
      assertEquals(text, Files.readString(file()));
    }
    Files.write(file(), "{\"format\":1,\"steps\":{\"ü\":1}}".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(
        "plan-damaged", assertThrows(WorkbenchException.class, new PlanFile(folder)::read).code());
  }

  @Test
  void aNewerFileIsNotOverwritten() throws IOException {
    Files.writeString(file(), "{\"format\":2,\"steps\":{}}");
    var newer =
        assertThrows(
            WorkbenchException.class, () -> new PlanFile(folder).note("data", "x", Map.of(), NOON));
    assertEquals("plan-newer", newer.code());
  }

  @Test
  void aFileThatCannotBeReplacedIsAsItWas() throws IOException {
    var plan = new PlanFile(folder);
    plan.note("data", "Kept.", Map.of(), NOON);
    // a folder of the name that the new file is written under
    Files.createDirectories(folder.resolve(PlanFile.NAME + ".next").resolve("in the way"));
    var failure =
        assertThrows(WorkbenchException.class, () -> plan.note("data", "Lost.", Map.of(), LATER));
    assertEquals("plan-unwritable", failure.code());
    assertEquals("Kept.", plan.read().step("data").note());
  }

  @Test
  void nothingIsLeftBesideIt() throws IOException {
    new PlanFile(folder).note("data", "Kept.", Map.of(), NOON);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file()), files.toList());
    }
  }

  @Test
  void aNoteIsNoBook() {
    var failure =
        assertThrows(
            WorkbenchException.class,
            () -> new PlanFile(folder).note("data", "x".repeat(20_001), Map.of(), NOON));
    assertEquals("plan-note", failure.code());
    assertEquals("A note of 20,001 characters is too long.", failure.sentence());
  }
}
