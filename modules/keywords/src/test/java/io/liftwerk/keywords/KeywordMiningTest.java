package io.liftwerk.keywords;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.keywords.KeywordResult.Ngram;
import io.liftwerk.keywords.KeywordResult.Standing;
import io.liftwerk.keywords.KeywordResult.SuggestedNegative;
import io.liftwerk.keywords.KeywordReview.Decision;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeywordMiningTest {
  private static final KeywordRequest PLAIN = request(null, 3, false);

  @TempDir private Path folder;

  private static KeywordRequest request(@Nullable String table, int words, boolean clusters) {
    return new KeywordRequest(
        table,
        Map.of(),
        WordForm.WHOLE,
        words,
        null,
        null,
        null,
        null,
        null,
        null,
        KeywordRequest.LOST_CONVERSIONS,
        List.of(),
        List.of(),
        0,
        clusters,
        null);
  }

  private static Ngram ngram(KeywordResult result, String text) {
    return result.ngrams().stream()
        .filter(one -> one.ngram().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text + " is not among " + result.ngrams()));
  }

  private static Set<String> codes(KeywordResult result) {
    return result.notes().stream().map(KeywordResult.Note::code).collect(Collectors.toSet());
  }

  /** An account in which two words never convert, and the others do alike. */
  private static List<String> account() {
    var rows = new ArrayList<String>();
    var random = new Random(5);
    List<String> things = List.of("schuhe", "jacke", "rucksack", "zelt", "helm", "seil", "hose");
    List<String> wishes = List.of("kaufen", "damen", "herren", "günstig", "rot", "leicht", "42");
    for (String thing : things) {
      for (String wish : wishes) {
        int clicks = 60 + random.nextInt(60);
        rows.add(
            Terms.row(thing + " " + wish, clicks * 20, clicks, clicks + ".50", "" + clicks / 25));
      }
      for (String waste : List.of("gratis", "ausmalbild")) {
        rows.add(Terms.row(thing + " " + waste, 4_000, 150, "149.99", "0"));
      }
    }
    return rows;
  }

  @Test
  void everyMetricIsTheReportsOwn() throws Exception {
    try (var terms =
        new Terms(folder)
            .google(
                "report",
                List.of(
                    Terms.row("Größe 42 schuhe", 100, 10, "0.10", "1"),
                    Terms.row("GRÖSSE schuhe schuhe", 50, 5, "0.20", "0.5"),
                    Terms.row("null", 7, 1, "0.30", "0")))) {
      KeywordResult result = terms.mine(PLAIN);
      assertEquals(3, result.totals().rows());
      assertEquals(3, result.totals().terms());
      assertEquals(157, result.totals().impressions());
      assertEquals(new BigDecimal("0.60"), result.totals().cost());
      assertEquals(new BigDecimal("1.50"), result.totals().conversions());
      Ngram shoes = ngram(result, "schuhe");
      assertEquals(2, shoes.terms());
      assertEquals(15, shoes.clicks());
      assertEquals(new BigDecimal("0.30"), shoes.cost(), "a repeated word counts once a term");
      // spelled as in the term that cost most, matched whatever its case
      Ngram size = ngram(result, "GRÖSSE");
      assertEquals("grosse", size.folded());
      assertEquals(2, size.terms());
      assertEquals(1, ngram(result, "null").terms());
      assertEquals(List.of(1, 1), List.of(ngram(result, "schuhe schuhe").terms(), size.n()));
      assertEquals("EUR", result.currency());
    }
  }

  @Test
  void theOrderOfRowsChangesNothing() throws Exception {
    var rows = new ArrayList<>(account());
    String first;
    try (var terms = new Terms(Files.createDirectory(folder.resolve("a"))).google("r", rows)) {
      first = Json.canonical(Json.without(terms.mine(request(null, 4, true)), "id"));
    }
    Collections.shuffle(rows, new Random(11));
    try (var terms = new Terms(Files.createDirectory(folder.resolve("b"))).google("r", rows)) {
      assertEquals(first, Json.canonical(Json.without(terms.mine(request(null, 4, true)), "id")));
    }
  }

  @Test
  void unigramsOfOneWordTermsAddUpToTheTotals() throws Exception {
    var random = new Random(3);
    var rows = new ArrayList<String>();
    for (int i = 0; i < 300; i++) {
      rows.add(
          Terms.row(
              "wort" + random.nextInt(60),
              random.nextInt(500),
              random.nextInt(40),
              random.nextInt(30) + "." + (10 + random.nextInt(90)),
              "" + random.nextInt(2)));
    }
    try (var terms = new Terms(folder).google("r", rows)) {
      KeywordResult result = terms.mine(request(null, 1, false));
      assertEquals(
          result.totals().cost(),
          result.ngrams().stream().map(Ngram::cost).reduce(BigDecimal.ZERO, BigDecimal::add));
      assertEquals(
          result.totals().clicks(), result.ngrams().stream().mapToLong(Ngram::clicks).sum());
      assertEquals(
          result.totals().impressions(),
          result.ngrams().stream().mapToLong(Ngram::impressions).sum());
      assertEquals(
          0,
          Objects.requireNonNull(result.totals().conversions())
              .compareTo(
                  result.ngrams().stream()
                      .map(Ngram::conversions)
                      .reduce(BigDecimal.ZERO, BigDecimal::add)));
    }
  }

  @Test
  void wasteIsFoundAndFewClicksAreNoWaste() throws Exception {
    var rows = new ArrayList<>(account());
    rows.add(Terms.row("schuhe selten", 40, 3, "6.00", "0"));
    try (var terms = new Terms(folder).google("r", rows)) {
      KeywordResult result = terms.mine(PLAIN);
      assertEquals(Standing.WASTES, ngram(result, "gratis").standing());
      assertEquals(Standing.OPEN, ngram(result, "selten").standing());
      assertEquals(Standing.OPEN, ngram(result, "schuhe").standing());
      List<String> negatives =
          result.negatives().stream().map(SuggestedNegative::text).sorted().toList();
      assertEquals(List.of("ausmalbild", "gratis"), negatives);
      SuggestedNegative first = result.negatives().getFirst();
      assertEquals(7, first.terms());
      assertEquals(new BigDecimal("1049.93"), first.cost());
      assertTrue(first.saving().compareTo(first.cost()) < 0, first.toString());
      assertTrue(first.saving().doubleValue() > 500, first.toString());
      assertTrue(result.verdict().startsWith("2 negatives would save"), result.verdict());
    }
  }

  @Test
  void newKeywordsAreExportedWhereTheyConverted() throws Exception {
    try (var terms = new Terms(folder).google("r", account())) {
      KeywordResult result = terms.mine(PLAIN);
      assertFalse(result.keywords().isEmpty());
      KeywordExport.Result export =
          terms.run(new KeywordExport(new KeywordExport.Request("google", null, false, true)));
      assertEquals(result.keywords().size(), export.keywords());
      assertEquals(0, export.negatives());
      List<String> lines = Files.readAllLines(terms.workspace().folder().resolve(export.file()));
      assertEquals(export.keywords() + 1, lines.size());
      assertTrue(
          lines.stream().anyMatch(line -> line.contains(result.keywords().getFirst().text())),
          lines.toString());
      assertTrue(lines.stream().noneMatch(line -> line.contains("gratis")), lines.toString());
      assertEquals(
          lines.size(),
          Files.readAllLines(terms.workspace().folder().resolve(export.undo())).size());
      assertEquals(
          "nothing-to-export",
          assertThrows(
                  WorkbenchException.class,
                  () ->
                      terms.run(
                          new KeywordExport(
                              new KeywordExport.Request("amazon", null, false, true))))
              .code());
    }
  }

  @Test
  void aLiveKeywordIsNeverSilenced() throws Exception {
    var rows = new ArrayList<>(account());
    rows.add("probe gratis,Exact match,Added,Search,Shoes,[probe gratis],10,2,EUR,2.00,1");
    try (var terms = new Terms(folder).google("r", rows)) {
      KeywordResult result = terms.mine(PLAIN);
      assertFalse(
          result.negatives().stream().anyMatch(one -> one.text().equals("gratis")),
          result.negatives().toString());
      assertTrue(codes(result).contains("negatives-conflict"), result.notes().toString());
    }
  }

  @Test
  void decisionsAreRememberedAndExported() throws Exception {
    try (var terms = new Terms(folder).google("r", account())) {
      terms.mine(PLAIN);
      KeywordReview.Result review =
          terms.run(
              new KeywordReview(
                  new KeywordReview.Request(
                      List.of(
                          new Decision("gratis", "phrase", "rejected", "we give samples"),
                          new Decision("ausmalbild", "phrase", "accepted", null),
                          new Decision("leihen", "phrase", "accepted", null)))));
      assertEquals(List.of(2, 1), List.of(review.accepted(), review.rejected()));
      KeywordExport.Result soon =
          terms.run(new KeywordExport(KeywordExport.Request.negatives("google", null, false)));
      assertTrue(
          soon.notes().stream().anyMatch(note -> note.startsWith("An accepted negative is not")),
          soon.notes().toString());
      KeywordResult next = terms.mine(PLAIN);
      assertEquals(1, next.negatives().size(), next.negatives().toString());
      assertEquals("accepted", next.negatives().getFirst().decision());
      assertTrue(codes(next).contains("negatives-rejected"));
      KeywordExport.Result export =
          terms.run(new KeywordExport(KeywordExport.Request.negatives("google", null, true)));
      assertEquals(1, export.negatives());
      assertEquals(0, export.undecided());
      String written = Files.readString(terms.workspace().folder().resolve(export.file()));
      assertTrue(written.contains("ausmalbild"), written);
      assertFalse(written.contains("gratis"), written);
      assertTrue(
          Files.readString(terms.workspace().folder().resolve(export.undo())).contains("Removed"));
      assertEquals(
          "channel-unknown",
          assertThrows(
                  WorkbenchException.class,
                  () ->
                      terms.run(
                          new KeywordExport(KeywordExport.Request.negatives("x", null, false))))
              .code());
    }
  }

  /** What is asked for and decided stands in the ledger for good. */
  @Test
  void nobodyIsWrittenIntoTheLedger() {
    var decision = new Decision("anna.quenzl@example.com", "exact", "rejected", null);
    assertEquals(
        "personal-text",
        assertThrows(
                WorkbenchException.class,
                () -> new KeywordReview(new KeywordReview.Request(List.of(decision))))
            .code());
    assertEquals(
        "personal-text",
        assertThrows(
                WorkbenchException.class,
                () ->
                    new KeywordMining(
                        new KeywordRequest(
                            null,
                            Map.of(),
                            WordForm.WHOLE,
                            1,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            0.5,
                            List.of("anna.quenzl@example.com"),
                            List.of(),
                            0,
                            false,
                            null)))
            .code());
  }

  @Test
  void termsBehindAnNgramAreFound() throws Exception {
    try (var terms = new Terms(folder).google("r", account())) {
      terms.mine(PLAIN);
      List<KeywordTerms.Row> rows = KeywordTerms.behind(terms.workspace(), "0002", "gratis", 100);
      assertEquals(7, rows.size());
      assertTrue(rows.stream().allMatch(row -> row.term().endsWith(" gratis")));
      assertEquals(List.of(), KeywordTerms.behind(terms.workspace(), "0001", "gratis", 100));
    }
  }

  @Test
  void onlyOneCurrencyIsAddedUp() throws Exception {
    try (var terms =
        new Terms(folder)
            .google(
                "r",
                List.of(
                    Terms.row("schuhe", 10, 2, "5.00", "1"),
                    "jacke,Broad match,None,C,G,jacke,10,2,CHF,3.00,1"))) {
      KeywordResult result = terms.mine(PLAIN);
      assertEquals("EUR", result.currency());
      assertEquals(new BigDecimal("5.00"), result.totals().cost());
      assertTrue(codes(result).contains("currencies"));
      assertEquals(1, result.leftOut().getFirst().rows());
      assertEquals(new BigDecimal("3.00"), result.leftOut().getFirst().cost());
    }
  }

  @Test
  void whatIsNotCountedIsSaidNotGuessed() throws Exception {
    try (var terms =
        new Terms(folder)
            .file("queries.csv", "query,impressions,clicks\nrote schuhe,10,2\nschuhe,20,3\n")) {
      KeywordResult result = terms.mine(request("queries", 2, false));
      assertNull(result.totals().cost());
      assertNull(ngram(result, "schuhe").cost());
      assertEquals(5, ngram(result, "schuhe").clicks());
      assertTrue(codes(result).containsAll(Set.of("no-cost", "no-conversions")));
      assertEquals(List.of(), result.negatives());
    }
  }

  @Test
  void noConversionAtAllMakesNoLoser() throws Exception {
    try (var terms =
        new Terms(folder).google("r", List.of(Terms.row("schuhe", 9_000, 900, "900.00", "0")))) {
      KeywordResult result = terms.mine(PLAIN);
      assertEquals(Standing.OPEN, ngram(result, "schuhe").standing());
      assertEquals(List.of(), result.negatives());
      assertTrue(codes(result).contains("no-conversions"));
    }
  }

  @Test
  void termsOfAllScriptsAndLengthsAreTaken() throws Exception {
    String endless = "wort ".repeat(100).strip();
    try (var terms =
        new Terms(folder)
            .google(
                "r",
                List.of(
                    Terms.row("등산화 추천", 10, 1, "1.00", "0"),
                    Terms.row("รองเท้าเดินป่า", 10, 1, "1.00", "0"),
                    Terms.row("أحذية المشي", 10, 1, "1.00", "0"),
                    Terms.row("🏔️ schuhe", 10, 1, "1.00", "0"),
                    Terms.row("b0abcdef12", 10, 1, "1.00", "0"),
                    Terms.row(endless, 10, 1, "1.00", "1")))) {
      KeywordResult result = terms.mine(request(null, 3, true));
      assertEquals(new BigDecimal("6.00"), result.totals().cost());
      assertEquals(1, ngram(result, "등산화 추천").terms());
      assertEquals(1, ngram(result, "🏔️").terms());
      assertEquals(1, ngram(result, "wort wort wort").terms());
      assertFalse(result.ngrams().stream().anyMatch(one -> one.folded().contains("b0abc")));
      assertEquals(1, result.leftOut().getFirst().rows());
    }
  }

  @Test
  void periodsAreCompared() throws Exception {
    try (var terms =
        new Terms(folder)
            .file(
                "days.csv",
                """
                day,search term,clicks,cost
                2026-08-01,schuhe rot,5,2.50
                2026-09-01,schuhe blau,7,3.50
                2026-10-01,schuhe,1,1.00
                """)) {
      KeywordResult result =
          terms.mine(
              new KeywordRequest(
                  "days",
                  Map.of(),
                  WordForm.WHOLE,
                  1,
                  null,
                  LocalDate.of(2026, 9, 1),
                  LocalDate.of(2026, 9, 30),
                  LocalDate.of(2026, 8, 1),
                  LocalDate.of(2026, 8, 31),
                  null,
                  0.5,
                  List.of(),
                  List.of(),
                  0,
                  false,
                  null));
      Ngram shoes = ngram(result, "schuhe");
      assertEquals(new BigDecimal("3.50"), shoes.cost());
      assertEquals(new BigDecimal("2.50"), Objects.requireNonNull(shoes.before()).cost());
      assertEquals(new BigDecimal("2.50"), Objects.requireNonNull(result.before()).cost());
      assertEquals(1, result.leftOut().getFirst().rows());
    }
  }

  @Test
  void compoundsCountForTheirParts() throws Exception {
    try (var terms =
        new Terms(folder)
            .google(
                "r",
                List.of(
                    Terms.row("treppe", 10, 1, "1.00", "0"),
                    Terms.row("treppe holz", 10, 1, "1.00", "0"),
                    Terms.row("außentreppe", 10, 1, "1.00", "0"),
                    Terms.row("außen", 10, 1, "1.00", "0"),
                    Terms.row("tor", 10, 1, "1.00", "0"),
                    Terms.row("doktor", 10, 1, "1.00", "0")))) {
      KeywordResult result =
          terms.mine(
              new KeywordRequest(
                  null,
                  Map.of(),
                  WordForm.PARTS,
                  1,
                  null,
                  null,
                  null,
                  null,
                  null,
                  null,
                  0.5,
                  List.of(),
                  List.of(),
                  0,
                  false,
                  null));
      assertEquals(3, ngram(result, "treppe").terms());
      assertEquals(1, ngram(result, "tor").terms());
    }
  }

  @Test
  void whatCannotBeReadIsRefused() throws Exception {
    try (var terms = new Terms(folder)) {
      assertEquals(
          "no-search-terms",
          assertThrows(WorkbenchException.class, () -> terms.mine(PLAIN)).code());
      assertEquals(
          "table-unknown",
          assertThrows(WorkbenchException.class, () -> terms.mine(request("nothing", 3, false)))
              .code());
      terms.file("people.csv", "city,size\nBern,3\n");
      assertEquals(
          "no-terms",
          assertThrows(WorkbenchException.class, () -> terms.mine(request("people", 3, false)))
              .code());
      assertEquals(
          "words-range",
          assertThrows(WorkbenchException.class, () -> terms.mine(request(null, 9, false))).code());
      assertEquals(
          "keywords-missing",
          assertThrows(
                  WorkbenchException.class,
                  () ->
                      terms.run(
                          new KeywordExport(
                              KeywordExport.Request.negatives("google", null, false))))
              .code());
    }
  }
}
