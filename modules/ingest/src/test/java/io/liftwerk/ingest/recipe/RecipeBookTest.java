package io.liftwerk.ingest.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeBookTest {
  private static final String MINE =
      """
      id: till-receipts
      title: {en: Till receipts, de: Kassenbons}
      recognise:
        required: [total]
      columns:
        total: {role: revenue, names: [Bonsumme]}
      """;

  @TempDir Path folder;

  @Test
  void everyShippedFileIsInTheIndex() throws IOException {
    Path sources =
        Path.of(
            System.getProperty("liftwerk.root"),
            "modules/ingest/src/main/resources/io/liftwerk/ingest/recipes");
    try (Stream<Path> files = Files.list(sources);
        InputStream index =
            RecipeBook.class.getResourceAsStream("/io/liftwerk/ingest/recipes/index.txt")) {
      Set<String> there =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(".yml"))
              .collect(Collectors.toSet());
      assertEquals(
          there,
          Set.of(new String(index.readAllBytes(), StandardCharsets.UTF_8).strip().split("\n")));
      assertEquals(
          there,
          RecipeBook.shipped().all().stream()
              .map(r -> r.id() + ".yml")
              .collect(Collectors.toSet()));
    }
  }

  @Test
  void everyShippedRecipeHasBothTitles() {
    for (Recipe recipe : RecipeBook.shipped().all()) {
      assertEquals(Set.of("en", "de"), recipe.title().keySet(), recipe.id());
    }
  }

  @Test
  void theUsersRecipesGoBefore() throws IOException {
    Files.writeString(folder.resolve("mine.yml"), MINE);
    RecipeBook book = RecipeBook.with(folder);
    assertTrue(book.isOwn("till-receipts"));
    assertEquals(List.of(), book.problems());
    var evidence =
        new Evidence(Recipe.Format.TABLE, "x.csv", List.of("Datum", " bonsumme\u00A0"), List.of());
    Match match = book.matches(evidence).getFirst();
    assertEquals("till-receipts", match.recipe().id());
    assertEquals(0.75, match.confidence());
    assertEquals("1 of 2 columns are those of this export.", match.because());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: A b|it has no id in small letters, digits and hyphens",
        "id: x|it requires no column, so that every table would fit",
        "{id: x, recognise: {required: [a]}}|it speaks of a column 'a' that it does not describe",
        "id: [|line 1",
        "{id: x, colums: {}}|colums",
        "{id: x, columns: {a: {role: cots}}}|cots",
        "{id: x, footer: ['(']}|Unclosed group"
      })
  void aBrokenRecipeIsNamedAndLeftOut(String yaml, String said) throws IOException {
    Files.writeString(folder.resolve("bad.yaml"), yaml);
    RecipeBook book = RecipeBook.with(folder);
    assertEquals(RecipeBook.shipped().all().size(), book.all().size());
    assertEquals(1, book.problems().size());
    assertTrue(book.problems().getFirst().startsWith("The recipe bad.yaml cannot be used: "));
    assertTrue(book.problems().getFirst().contains(said), book.problems().getFirst());
  }

  @Test
  void aReportIsKnownByTheLineAboveItsHeader() {
    var names = List.of("Suchbegriff", "Kampagne", "Klicks", "Kosten", "Eigene Spalte");
    Match bare =
        RecipeBook.shipped()
            .matches(new Evidence(Recipe.Format.TABLE, "bericht.csv", names, List.of()))
            .getFirst();
    Match titled =
        RecipeBook.shipped()
            .matches(
                new Evidence(
                    Recipe.Format.TABLE,
                    "bericht.csv",
                    names,
                    List.of("Bericht zu Suchbegriffen", "1. Januar 2026 - 30. September 2026")))
            .getFirst();
    assertEquals("google-ads-search-terms", titled.recipe().id());
    assertTrue(titled.confidence() > bare.confidence());
    assertEquals(
        "4 of 5 columns are those of this export. Line 1 names it: 'Bericht zu Suchbegriffen'.",
        titled.because());
    assertEquals(Role.COST, titled.roles().get("Kosten"));
    assertEquals("Klicks", titled.column(Role.CLICKS).orElseThrow());
  }
}
