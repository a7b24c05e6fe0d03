package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.ingest.recipe.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A preview asks exactly where loading would refuse to choose. */
class OpenKindsTest {
  @TempDir Path folder;
  private Bench bench;
  private Path file;

  @BeforeEach
  void open() throws IOException {
    bench = new Bench(folder);
    file = bench.file("visits.csv", "Tag,Besuche,Ort\n2026-01-31,12,Graz\n2026-02-01,3,Linz\n");
    recipe("shop-visits", "[Tag, Day]", "[Besuche]", "[Ort]");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void recipe(String id, String day, String visits, String place) throws IOException {
    Path recipes = Files.createDirectories(Recipes.folder(bench.workspace()));
    Files.writeString(
        recipes.resolve(id + ".yml"),
        """
        id: %s
        title: {en: Visits, de: Besuche}
        recognise: {required: [day, visits]}
        columns:
          day: {role: day, names: %s}
          visits: {role: quantity, names: %s}
          place: {names: %s}
        """
            .formatted(id, day, visits, place));
  }

  private FilePreview preview() {
    return FilePreviews.of(file, Recipes.of(bench.workspace()));
  }

  private ImportRequest request() {
    return ImportRequest.of(List.of(file.toString()));
  }

  @Test
  void oneThatFitsIsTaken() {
    FilePreview preview = preview();
    assertEquals(List.of(), preview.open());
    Recipes.Fit fit = preview.taken().orElseThrow();
    assertEquals("shop-visits", fit.id());
    assertEquals(Role.DAY, fit.roles().get("Tag"));
    assertEquals(Role.QUANTITY, fit.roles().get("Besuche"));
    assertFalse(fit.roles().containsKey("Ort"), "nobody asks what it means");
    assertEquals("shop-visits", bench.result(request()).tables().getFirst().kind());
  }

  @Test
  void twoThatFitEquallyAreAQuestion() throws IOException {
    recipe("footfall", "[Tag]", "[Besuche]", "[Ort]");
    FilePreview preview = preview();
    assertEquals(
        List.of("footfall", "shop-visits"), preview.open().stream().map(Recipes.Fit::id).toList());
    assertEquals(Optional.empty(), preview.taken());
    ImportedTable open = bench.result(request()).tables().getFirst();
    assertEquals("generic", open.kind());
    assertTrue(
        open.notes().getFirst().contains("footfall and shop-visits"), open.notes().getFirst());
    assertEquals("footfall", bench.result(request().ofKind("footfall")).tables().getFirst().kind());
  }

  @Test
  void oneThatFitsBetterIsNoQuestion() throws IOException {
    recipe("footfall", "[Tag]", "[Besuche]", "[Town]");
    FilePreview preview = preview();
    assertEquals(2, preview.fits().size());
    assertEquals(List.of(), preview.open());
    assertEquals("shop-visits", preview.taken().orElseThrow().id());
    assertEquals("shop-visits", bench.result(request()).tables().getFirst().kind());
  }

  @Test
  void nothingThatFitsIsNoQuestionEither() throws IOException {
    file = bench.file("other.csv", "a,b\n1,2\n");
    assertEquals(List.of(), preview().open());
    assertEquals(Optional.empty(), preview().taken());
    assertEquals("generic", bench.result(request()).tables().getFirst().kind());
  }

  @Test
  void remarksAreTheNotesWithoutTheTotals() {
    Path report =
        bench.file(
            "terms.csv",
            "Search terms report\n\"January 1, 2026 - January 31, 2026\"\n"
                + "Search term,Campaign,Clicks,Cost\nzelt,A,3,1.50\nboot,A,4,2.25\n"
                + "Total: Search terms, --,7,9.99\n");
    ImportedTable made = bench.load(report);
    assertEquals("google-ads-search-terms", made.kind());
    SourceTable table = new BronzeTables(bench.workspace()).find("terms").orElseThrow();
    assertTrue(table.notes().stream().anyMatch(note -> note.contains("9.99")), table.toString());
    assertFalse(table.remarks().stream().anyMatch(note -> note.contains("9.99")));
    assertFalse(table.remarks().stream().anyMatch(note -> note.contains("exactly")));
    assertTrue(table.notes().containsAll(table.remarks()));
    assertFalse(table.remarks().isEmpty(), "that the header stands in line 3");
  }
}
