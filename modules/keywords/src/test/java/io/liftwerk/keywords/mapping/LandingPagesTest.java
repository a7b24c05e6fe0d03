package io.liftwerk.keywords.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.keywords.clusters.WordFeatures;
import io.liftwerk.text.Language;
import io.liftwerk.text.Stems;
import io.liftwerk.text.StopWords;
import io.liftwerk.text.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LandingPagesTest {
  private static final Map<String, List<String>> COMPOUNDS =
      Map.of(
          "kuppelzelt", List.of("kuppel", "zelt"),
          "wanderschuhe", List.of("wander", "schuhe"),
          "zeltplatz", List.of("zelt", "platz"));

  private static final WordFeatures FEATURES =
      word ->
          StopWords.of(Language.GERMAN).contains(word)
              ? List.of()
              : Stream.concat(Stream.of(word), COMPOUNDS.getOrDefault(word, List.of()).stream())
                  .map(Stems.of(Language.GERMAN)::stem)
                  .distinct()
                  .toList();

  private static final LandingPages PAGES =
      new LandingPages(
          List.of(
              page("/", "Nordwand: Ausrüstung für Berge", "Ausrüstung"),
              page("/zelte/", "Zelte | Nordwand", "Zelte für jede Jahreszeit"),
              page("/schuhe/wanderschuhe", "Wanderschuhe | Nordwand", "Wanderschuhe"),
              page("/schuhe/wanderschuhe-damen.html", "Wanderschuhe für Damen | Nordwand", "Damen"),
              page("/ratgeber/zelt-waschen", "Zelt waschen: so geht es | Nordwand", "Zelt waschen"),
              page("/b%C3%A4cken?q=100%", "Über uns | Nordwand", ""),
              page("/zelte/", "Doppelt", "Doppelt")),
          FEATURES,
          Set.of("kaufen", "waschen", "gunstig")::contains);

  private static Page page(String path, String title, String h1) {
    return new Page("https://nordwand.example" + path, title, h1, "Versand in drei Tagen");
  }

  private static String best(String term) {
    return PAGES
        .best(Words.of(term))
        .map(match -> match.page().url().replace("https://nordwand.example", ""))
        .orElse("none");
  }

  @Test
  void aTermLeadsToThePageThatNamesIt() {
    assertEquals("/zelte/", best("Zelte kaufen"));
    assertEquals("/schuhe/wanderschuhe", best("wanderschuhe"));
    assertEquals("/schuhe/wanderschuhe-damen.html", best("Wanderschuhe für Damen günstig"));
    assertEquals("/ratgeber/zelt-waschen", best("zelt waschen"));
    assertEquals("/", best("nordwand"));
  }

  @Test
  void theHeadOfACompoundLeadsThereItsFrontDoesNot() {
    assertEquals("/zelte/", best("kuppelzelt"));
    assertEquals("none", best("zeltplatz"));
    PageMatch match = PAGES.best(Words.of("kuppelzelt kaufen")).orElseThrow();
    assertTrue(match.relevance() < 1, "" + match.relevance());
    assertEquals(List.of("kuppelzelt"), match.matched());
  }

  @Test
  void belowTheThresholdThereIsNoPage() {
    for (String term :
        List.of(
            "steuerberater",
            "nordwand jobs",
            "versand",
            "",
            "등산화",
            "🏔️",
            "für",
            "kletterkurs zelt berlin")) {
      assertEquals("none", best(term), term);
    }
    assertTrue(
        PAGES.ranked(Words.of("nordwand jobs")).getFirst().relevance() < LandingPages.RELEVANT);
    var none = new LandingPages(List.of(), FEATURES, word -> false);
    assertTrue(none.best(Words.of("zelt")).isEmpty());
  }

  private static TermDemand demand(String term, long clicks, String cost) {
    return new TermDemand(
        term,
        Words.of(term),
        new Figures(clicks * 5, clicks, new BigDecimal(cost), BigDecimal.ONE, BigDecimal.TEN));
  }

  @Test
  void demandWithoutAPageIsAGap() {
    Coverage tents =
        Coverage.of(
            "zelt",
            List.of(demand("kuppelzelt", 5, "80.25"), demand("zeltplatz", 50, "19.75")),
            PAGES);
    Coverage courses =
        Coverage.of(
            "kletterkurs",
            List.of(demand("kletterkurs", 5, "10"), demand("kletterkurs zelte", 1, "5")),
            PAGES);
    Coverage taxes = Coverage.of("steuer", List.of(demand("steuerberater", 1, "200")), PAGES);

    assertEquals(0.8025, tents.share(), 1e-12);
    assertEquals("https://nordwand.example/zelte/", tents.url());
    assertEquals(List.of("zeltplatz"), tents.without());
    assertEquals(new BigDecimal("19.75"), tents.lost().cost());
    assertEquals(new BigDecimal("2"), tents.demand().conversions());
    assertNull(taxes.url());
    assertEquals(
        List.of("steuer", "kletterkurs"),
        Coverage.gaps(List.of(tents, courses, taxes)).stream().map(Coverage::topic).toList());
  }

  @Test
  void withoutCostDemandIsClicksThenImpressions() {
    assertEquals(
        0.25,
        Coverage.of("z", List.of(demand("zelt", 1, "0"), demand("steuer", 3, "0")), PAGES).share());
    Figures seen = new Figures(9, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    assertEquals(
        1,
        Coverage.of("z", List.of(new TermDemand("zelt", Words.of("zelt"), seen)), PAGES).share());
    assertEquals(0, Coverage.of("z", List.of(), PAGES).share());
  }
}
