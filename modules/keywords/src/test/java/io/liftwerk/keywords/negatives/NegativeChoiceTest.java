package io.liftwerk.keywords.negatives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.keywords.account.Account;
import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.LiveKeyword;
import io.liftwerk.keywords.account.MatchType;
import io.liftwerk.keywords.account.Negative;
import io.liftwerk.keywords.account.SharedList;
import io.liftwerk.keywords.matching.Conflicts;
import io.liftwerk.keywords.matching.NegativeMatcher;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NegativeChoiceTest {
  private static final Channel G = Channel.GOOGLE;
  private static final List<String> WORDS =
      List.of("treppe", "gratis", "jobs", "geländer", "selber", "bauen", "holz");

  private static Search search(String text, String campaign, String adGroup, String cost) {
    return new Search(text, campaign, adGroup, new BigDecimal(cost), 3, BigDecimal.ZERO, 0.01);
  }

  private static String shown(Choice choice) {
    return choice.chosen().stream()
        .map(
            c ->
                c.negative().written()
                    + " "
                    + c.negative().level()
                    + " "
                    + c.negative().campaign()
                    + " "
                    + c.saving())
        .collect(Collectors.joining("; "));
  }

  @Test
  void theWiderMakesTheNarrowerSuperfluous() {
    var choice =
        new NegativeChoice(
            G,
            Account.UNKNOWN,
            List.of(
                search("treppe gratis", "S", "A", "4.10"), search("gratis holz", "S", "B", "2")),
            Risk.NO_CONVERSION,
            null);
    Choice chosen =
        choice.of(
            List.of(
                new Candidate("treppe gratis", MatchType.EXACT),
                new Candidate("gratis", MatchType.BROAD),
                new Candidate("gratis", MatchType.PHRASE)));
    assertEquals("-gratis CAMPAIGN S 6.10", shown(chosen));
    assertEquals(List.of("treppe gratis", "gratis holz"), chosen.chosen().getFirst().searches());
    assertEquals(6, chosen.clicks());
  }

  @Test
  void aConflictNarrowsThePlace() {
    Account account =
        new Account(
            List.of(new LiveKeyword(G, "S", "A", "treppe gratis", MatchType.EXACT)),
            List.of(),
            List.of());
    List<Search> searches =
        List.of(
            search("gratis holz", "S", "A", "5"),
            search("gratis holz", "S", "B", "4"),
            search("gratis holz", "T", "C", "3"));
    Choice chosen =
        new NegativeChoice(G, account, searches, Risk.NO_CONVERSION, "Shared")
            .of(List.of(new Candidate("gratis", MatchType.BROAD)));
    assertEquals("-gratis AD_GROUP S 4; -gratis CAMPAIGN T 3", shown(chosen));
    assertEquals("A", chosen.refused().getFirst().negative().adGroup());
    assertEquals(1, chosen.refused().getFirst().conflicts().size());
    Choice free =
        new NegativeChoice(G, Account.UNKNOWN, searches, Risk.NO_CONVERSION, "Shared")
            .of(List.of(new Candidate("gratis", MatchType.BROAD)));
    assertEquals("-gratis LIST null 12", shown(free));
  }

  @Test
  void whatConvertsIsKept() {
    Search converts =
        new Search("treppe holz", "S", null, BigDecimal.TEN, 9, new BigDecimal("0.50"), 0.4);
    Choice none =
        new NegativeChoice(G, Account.UNKNOWN, List.of(converts), Risk.NO_CONVERSION, null)
            .of(List.of(new Candidate("holz", MatchType.PHRASE)));
    assertEquals(List.of(), none.chosen());
    assertEquals(
        "-\"holz\" would keep away searches that brought 0.5 conversions.",
        none.refused().getFirst().reason());
    Choice some =
        new NegativeChoice(
                G,
                Account.UNKNOWN,
                List.of(converts),
                new Risk(BigDecimal.ONE, 0.3, BigDecimal.ZERO),
                null)
            .of(List.of(new Candidate("holz", MatchType.PHRASE)));
    assertEquals(
        "-\"holz\" would keep away searches that are expected to bring 0.4 conversions.",
        some.refused().getFirst().reason());
  }

  @Test
  void whatStandsAlreadySavesNothingMore() {
    Account account =
        new Account(
            List.of(),
            List.of(
                Negative.inAdGroup(G, "S", "A", "gratis", MatchType.PHRASE),
                Negative.inList(G, "L", "jobs", MatchType.BROAD)),
            List.of(new SharedList(G, "L", List.of("S"))));
    Choice chosen =
        new NegativeChoice(
                G,
                account,
                List.of(
                    search("gratis treppe", "S", "A", "5"),
                    search("gratis treppe", "S", "B", "4"),
                    search("jobs", "S", "B", "8"),
                    search("jobs", "T", "B", "2")),
                Risk.NO_CONVERSION,
                null)
            .of(
                List.of(
                    new Candidate("gratis", MatchType.BROAD),
                    new Candidate("jobs", MatchType.EXACT)));
    assertEquals("-gratis CAMPAIGN S 4; -[jobs] CAMPAIGN T 2", shown(chosen));
  }

  @Test
  void savingsAddUpWhateverIsChosen() {
    for (int seed = 0; seed < 60; seed++) {
      var random = new Random(seed);
      List<Search> searches = searches(random);
      Account account = account(random);
      List<Candidate> candidates = candidates(random);
      var risk =
          new Risk(new BigDecimal(random.nextInt(2)), 0.5 + random.nextDouble(), BigDecimal.ZERO);
      String list = random.nextBoolean() ? "Shared" : null;
      var choice = new NegativeChoice(G, account, searches, risk, list);
      Choice chosen = choice.of(candidates);

      Set<Search> blocked = new HashSet<>();
      var lists = choice.list() == null ? List.<SharedList>of() : List.of(choice.list());
      var conflicts = new Conflicts(new Account(account.keywords(), List.of(), lists));
      for (Chosen one : chosen.chosen()) {
        Set<Search> own = blockedBy(one.negative(), lists, searches, account);
        assertEquals(sum(own), one.blockedCost(), "seed " + seed);
        assertTrue(one.saving().signum() > 0);
        assertEquals(List.of(), conflicts.of(one.negative()));
        BigDecimal conversions =
            own.stream().map(Search::conversions).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertTrue(conversions.compareTo(risk.conversions()) <= 0);
        blocked.addAll(own);
      }
      assertEquals(sum(blocked), chosen.saving(), "seed " + seed);
      assertEquals(
          chosen.saving(),
          chosen.chosen().stream().map(Chosen::saving).reduce(BigDecimal.ZERO, BigDecimal::add));
      assertEquals(blocked.stream().mapToLong(Search::clicks).sum(), chosen.clicks());
      for (Chosen one : chosen.chosen()) {
        Set<Search> others = new HashSet<>();
        chosen.chosen().stream()
            .filter(other -> other != one)
            .forEach(other -> others.addAll(blockedBy(other.negative(), lists, searches, account)));
        assertTrue(sum(others).compareTo(chosen.saving()) < 0, "superfluous, seed " + seed);
      }
      Collections.shuffle(candidates, random);
      var mixed = new ArrayList<>(searches);
      Collections.shuffle(mixed, random);
      assertEquals(
          shown(chosen),
          shown(new NegativeChoice(G, account, mixed, risk, list).of(candidates)),
          "seed " + seed);
    }
  }

  private static BigDecimal sum(Set<Search> searches) {
    return searches.stream().map(Search::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Set<Search> blockedBy(
      Negative negative, List<SharedList> lists, List<Search> searches, Account account) {
    return searches.stream()
        .filter(s -> holds(negative, lists, s))
        .filter(s -> NegativeMatcher.of(negative).blocks(s.text()))
        .filter(
            s ->
                account.negatives().stream()
                    .noneMatch(
                        known ->
                            holds(known, lists, s) && NegativeMatcher.of(known).blocks(s.text())))
        .collect(Collectors.toSet());
  }

  private static boolean holds(Negative negative, List<SharedList> lists, Search search) {
    if (negative.list() != null) {
      return lists.getFirst().campaigns().contains(search.campaign());
    }
    return search.campaign().equals(negative.campaign())
        && (negative.adGroup() == null || negative.adGroup().equals(search.adGroup()));
  }

  private static List<Search> searches(Random random) {
    Set<List<String>> seen = new HashSet<>();
    var searches = new ArrayList<Search>();
    for (int i = 0; i < 80; i++) {
      String text = text(random, 1 + random.nextInt(4));
      String campaign = "K" + random.nextInt(3);
      String adGroup = "A" + random.nextInt(2);
      if (seen.add(List.of(text, campaign, adGroup))) {
        searches.add(
            new Search(
                text,
                campaign,
                adGroup,
                BigDecimal.valueOf(random.nextInt(2_000_000), 6).setScale(6),
                random.nextInt(30),
                BigDecimal.valueOf(random.nextInt(10) == 0 ? 1 : 0),
                random.nextDouble() / 10));
      }
    }
    return searches;
  }

  private static String text(Random random, int words) {
    var text = new ArrayList<String>();
    for (int i = 0; i < words; i++) {
      text.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", text);
  }

  private static List<Candidate> candidates(Random random) {
    var candidates = new ArrayList<Candidate>();
    for (int i = 0; i < 40; i++) {
      candidates.add(
          new Candidate(
              text(random, 1 + random.nextInt(3)), MatchType.values()[random.nextInt(3)]));
    }
    return candidates;
  }

  private static Account account(Random random) {
    var keywords = new ArrayList<LiveKeyword>();
    var negatives = new ArrayList<Negative>();
    for (int i = 0; i < 6; i++) {
      String campaign = "K" + random.nextInt(3);
      String adGroup = "A" + random.nextInt(2);
      MatchType match = MatchType.values()[random.nextInt(3)];
      keywords.add(new LiveKeyword(G, campaign, adGroup, text(random, 2), match));
      negatives.add(Negative.inAdGroup(G, campaign, adGroup, text(random, 2), match));
    }
    return new Account(keywords, negatives, List.of());
  }
}
