package io.liftwerk.keywords.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.MatchType;
import io.liftwerk.keywords.mapping.Rivalry.Reason;
import io.liftwerk.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutingTest {

  private static Figures figures(long clicks, String cost, String conversions) {
    return new Figures(
        clicks * 10, clicks, new BigDecimal(cost), new BigDecimal(conversions), BigDecimal.ZERO);
  }

  private static SearchRow row(
      String term,
      @Nullable String adGroup,
      @Nullable String keyword,
      @Nullable MatchType match,
      Figures figures) {
    return new SearchRow(
        Channel.GOOGLE, term, Words.of(term), "Campaign", adGroup, keyword, match, figures);
  }

  private static Routing routing(List<SearchRow> rows) {
    var routing = new Routing();
    rows.forEach(routing::add);
    return routing;
  }

  private static Rivalry only(SearchRow... rows) {
    List<Rivalry> rivalries = routing(List.of(rows)).rivalries();
    assertEquals(1, rivalries.size());
    return rivalries.getFirst();
  }

  @Test
  void anExactKeywordOfTheTermWins() {
    Rivalry found =
        only(
            row("Regenjacke", "Outdoor", "jacke", MatchType.BROAD, figures(90, "75.10", "3")),
            row("regenjacke", "Regen", "[regenjacke]", MatchType.EXACT, figures(10, "25.00", "0")),
            row("regenjacke", "Outdoor", "regenjacken", MatchType.EXACT, figures(0, "0.20", "0")));

    assertEquals("Regenjacke", found.term());
    assertEquals("Regen", found.places().getFirst().best().adGroup());
    assertEquals(Reason.EXACT_KEYWORD, found.reason());
    assertEquals(new BigDecimal("75.30"), found.outside().cost());
    assertEquals(75.30 / 100.30, found.outsideShare(), 1e-12);
    assertEquals(MatchType.EXACT, found.places().get(1).best().match());
  }

  @Test
  void thenTheNarrowerMatchThenWhatItBrought() {
    Figures some = figures(10, "10", "1");
    assertEquals(
        Reason.NARROWER_MATCH,
        only(
                row("zelt", "A", "zelt", MatchType.BROAD, figures(99, "9", "9")),
                row("zelt", "B", "zelt", MatchType.PHRASE, some))
            .reason());
    Rivalry conversions =
        only(
            row("zelt", "A", null, null, some),
            row("zelt", "B", null, null, figures(1, "50", "2")));
    assertEquals(Reason.MORE_CONVERSIONS, conversions.reason());
    assertEquals("B", conversions.places().getFirst().best().adGroup());
    assertEquals(
        Reason.LESS_COST,
        only(
                row("zelt", "A", null, null, some),
                row("zelt", "B", null, null, figures(5, "9", "1.0")))
            .reason());
    assertEquals(
        Reason.MORE_CLICKS,
        only(
                row("zelt", "A", null, null, figures(2, "1", "0")),
                row("zelt", "B", null, null, figures(3, "9", "0")))
            .reason());
    Rivalry none = only(row("zelt", "B", null, null, some), row("zelt", "A", null, null, some));
    assertEquals(Reason.NONE, none.reason());
    assertEquals("A", none.places().getFirst().best().adGroup());
  }

  @Test
  void onlySeveralAdGroupsOfOneChannelAreRivals() {
    Figures some = figures(1, "1", "0");
    SearchRow microsoft =
        new SearchRow(Channel.MICROSOFT, "zelt", Words.of("zelt"), "Other", "B", null, null, some);
    Routing routing =
        routing(
            List.of(
                row("zelt", "A", "zelt", MatchType.EXACT, some),
                row("zelt", "A", "zelte", MatchType.BROAD, some),
                microsoft));

    assertTrue(routing.rivalries().isEmpty());
    assertEquals(2, routing.routes().size());
    assertEquals(2, routing.routes().getFirst().routes().size());
    assertEquals(new BigDecimal("2"), routing.routes().getFirst().figures().cost());
  }

  @Test
  void withoutCostTheShareIsOfClicks() {
    Rivalry found =
        only(
            row("zelt", null, null, null, figures(30, "0", "0")),
            row("zelt", "B", null, null, figures(10, "0", "0")));
    assertEquals(0.25, found.outsideShare());
    assertEquals(
        0,
        only(row("a", "A", null, null, Figures.NONE), row("a", "B", null, null, Figures.NONE))
            .outsideShare());
  }

  @Test
  void sumsAreExactInAnyOrder() {
    var random = new Random(4);
    for (int trial = 0; trial < 20; trial++) {
      List<SearchRow> rows = new ArrayList<>();
      BigDecimal cost = BigDecimal.ZERO;
      for (int i = 0; i < 200; i++) {
        MatchType match = random.nextInt(4) == 0 ? null : MatchType.values()[random.nextInt(3)];
        Figures figures =
            figures(
                random.nextInt(50),
                random.nextInt(9_999) + ".0" + random.nextInt(10),
                "0." + random.nextInt(9));
        cost = cost.add(figures.cost());
        String term =
            random.nextBoolean() ? "Zelt " + random.nextInt(9) : "zelt " + random.nextInt(9);
        rows.add(
            row(
                term,
                "G" + random.nextInt(3),
                random.nextBoolean() ? term : "zelt",
                match,
                figures));
      }
      Routing expected = routing(rows);
      Collections.shuffle(rows, random);
      Routing shuffled = routing(rows);

      assertEquals(expected.routes(), shuffled.routes());
      assertEquals(expected.rivalries(), shuffled.rivalries());
      assertEquals(
          0,
          cost.compareTo(
              expected.routes().stream()
                  .map(t -> t.figures().cost())
                  .reduce(BigDecimal.ZERO, BigDecimal::add)));
      for (Rivalry rivalry : expected.rivalries()) {
        assertTrue(rivalry.outsideShare() >= 0 && rivalry.outsideShare() <= 1);
        assertTrue(rivalry.places().size() > 1);
      }
    }
  }
}
