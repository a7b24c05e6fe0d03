package io.liftwerk.ingest.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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
    assertEquals(0.85, match.confidence());
    assertEquals("1 of the 1 columns known of this export are there.", match.because());
  }

  @Test
  void aRecipeOfTheUserReplacesTheShippedOneOfItsName() throws IOException {
    Files.writeString(
        folder.resolve("mine.yml"), MINE.replace("till-receipts", "google-ads-search-terms"));
    RecipeBook book = RecipeBook.with(folder);
    assertEquals(RecipeBook.shipped().all().size(), book.all().size());
    assertTrue(book.isOwn("google-ads-search-terms"));
    var names = List.of("Suchbegriff", "Kampagne", "Klicks", "Kosten");
    assertTrue(
        book.matches(new Evidence(Recipe.Format.TABLE, "x.csv", names, List.of())).stream()
            .noneMatch(match -> match.recipe().id().equals("google-ads-search-terms")));
  }

  @Test
  void theUsersRecipeGoesBeforeAShippedOneThatFitsAsWell() throws IOException {
    Files.writeString(
        folder.resolve("mine.yml"),
        """
        id: agency-report
        title: {en: Agency report, de: Agenturbericht}
        recognise:
          required: [campaign, clicks, cost | spend]
        columns:
          campaign: {role: campaign, text: true, names: [Campaign]}
          clicks: {role: clicks, names: [Clicks]}
          cost: {role: cost, names: [Cost]}
          spend: {names: [Spend]}
          impressions: {role: impressions, names: [Impressions]}
        """);
    var names = List.of("Campaign", "Clicks", "Impressions", "Cost");
    List<Match> matches =
        RecipeBook.with(folder)
            .matches(new Evidence(Recipe.Format.TABLE, "x.csv", names, List.of()));
    assertEquals("agency-report", matches.getFirst().recipe().id());
    assertEquals(List.of(matches.getFirst()), Verdicts.open(matches));
    assertTrue(
        matches.get(1).because().endsWith(" Better fits agency-report."), matches.get(1).because());
  }

  /** The guide for people who write a recipe: its example is right. */
  @Test
  void theReadmesRecipeKnowsTheReadmesExport() throws IOException {
    String readme = Files.readString(Path.of(System.getProperty("liftwerk.root"), "README.md"));
    Files.writeString(folder.resolve("newsletter.yml"), between(readme, "```yaml\n", "```"));
    RecipeBook book = RecipeBook.with(folder);
    assertEquals(List.of(), book.problems());

    String export = between(readme, "```text\n", "```");
    Match match = book.matches(Exports.table("Sendings (2).csv", export)).getFirst();
    assertEquals("newsletter-sendings", match.recipe().id());
    assertEquals(1, match.confidence());
    assertEquals(
        "7 of 7 columns are those of this export. Line 1 names it: 'Sendings of Nordwand'."
            + " The file's name fits.",
        match.because());
    assertEquals("Sales (EUR)", match.column(Role.REVENUE).orElseThrow());
    RecipeColumn revenue = Objects.requireNonNull(match.recipe().columns().get("revenue"));
    assertEquals("eur", revenue.within("Sales (EUR)"));
    assertTrue(match.recipe().totals().labels().getFirst().matcher("Total").matches());
  }

  private static String between(String text, String from, String to) {
    int start = text.indexOf(from) + from.length();
    return text.substring(start, text.indexOf(to, start));
  }

  @Test
  void whatAReaderHasRecognisedNeedsNoColumns() {
    Match match =
        RecipeBook.shipped()
            .told("server-log-combined", 0.97, "9,700 of 10,000 lines fit.", List.of("time", "ip"))
            .orElseThrow();
    assertEquals(0.97, match.confidence());
    assertEquals(Role.IP, match.roles().get("ip"));
    assertTrue(RecipeBook.shipped().told("xml-records", 0.5, "", List.of()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: A b|it has no id in small letters, digits and hyphens",
        "id: x|it requires no column, so that every file would fit",
        "{id: x, recognise: {required: [a]}}|it speaks of a column 'a' that it does not describe",
        "id: [|line 1",
        "{id: x, colums: {}}|colums",
        "{id: x, columns: {a: {role: cots}}}|cots",
        "{id: x, footer: ['(']}|Unclosed group",
        "{id: x, columns: {a: {names: ['~(']}}}|~(: Unclosed group",
        "{id: x, format: [table, tabel]}|tabel",
        "{id: x, recognise: {required: [a, b]}, columns: {a: {}}}|of a column 'b'"
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
