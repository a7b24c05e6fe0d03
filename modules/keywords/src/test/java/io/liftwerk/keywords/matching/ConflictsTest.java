package io.liftwerk.keywords.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.liftwerk.keywords.account.Account;
import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.LiveKeyword;
import io.liftwerk.keywords.account.MatchType;
import io.liftwerk.keywords.account.Negative;
import io.liftwerk.keywords.account.SharedList;
import io.liftwerk.workspace.Sentences;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ConflictsTest {
  private static final Channel G = Channel.GOOGLE;
  private final Conflicts conflicts =
      new Conflicts(
          new Account(
              List.of(
                  new LiveKeyword(G, "Search", "A", "treppe außen", MatchType.BROAD),
                  new LiveKeyword(G, "Search", "B", "treppe außen", MatchType.EXACT),
                  new LiveKeyword(G, "Shop", "A", "geländer", MatchType.PHRASE),
                  new LiveKeyword(
                      Channel.MICROSOFT, "Search", "A", "treppe außen", MatchType.PHRASE)),
              List.of(),
              List.of(new SharedList(G, "Shop only", List.of("Shop")))));

  private String of(Negative negative) {
    return String.join(
        ", ",
        conflicts.of(negative).stream()
            .map(c -> c.keyword().campaign() + "/" + c.keyword().adGroup() + " " + c.extent())
            .toList());
  }

  @Test
  void onlyKeywordsOfItsOwnPlaceAreConcerned() {
    assertEquals(
        "Search/A WHOLE", of(Negative.inAdGroup(G, "Search", "A", "treppe", MatchType.BROAD)));
    assertEquals(
        "Search/A WHOLE, Search/B WHOLE",
        of(Negative.inCampaign(G, "Search", "treppe", MatchType.BROAD)));
    assertEquals("", of(Negative.inCampaign(G, "Shop", "treppe", MatchType.BROAD)));
    assertEquals("", of(Negative.inList(G, "Shop only", "treppe", MatchType.BROAD)));
    assertEquals("Shop/A WHOLE", of(Negative.inList(G, "Shop only", "geländer", MatchType.PHRASE)));
    assertEquals(
        "Search/A WHOLE, Search/B WHOLE", of(Negative.inList(G, "new", "treppe", MatchType.BROAD)));
    assertEquals(
        "Search/A WHOLE",
        of(Negative.inList(Channel.MICROSOFT, "new", "treppe", MatchType.PHRASE)));
  }

  @Test
  void aNarrowNegativeTakesAPartOfAWideKeyword() {
    assertEquals(
        "Search/A PART, Search/B WHOLE",
        of(Negative.inCampaign(G, "Search", "treppe außen", MatchType.EXACT)));
    assertEquals(
        "Search/A PART", of(Negative.inCampaign(G, "Search", "außen treppe", MatchType.PHRASE)));
    assertEquals(
        "Search/A PART", of(Negative.inCampaign(G, "Search", "außen treppe", MatchType.EXACT)));
    assertEquals("", of(Negative.inCampaign(G, "Search", "treppe", MatchType.EXACT)));
    assertEquals("", of(Negative.inCampaign(G, "Search", "treppe innen", MatchType.BROAD)));
    assertEquals("", of(Negative.inCampaign(G, "Search", "aussen", MatchType.BROAD)));
  }

  @Test
  void saysWhatStandsInWhoseWay() {
    String sentence =
        conflicts
            .of(Negative.inAdGroup(G, "Search", "A", "treppe", MatchType.PHRASE))
            .getFirst()
            .sentence();
    assertEquals("-\"treppe\" would silence the keyword treppe außen of Search / A.", sentence);
    assertEquals(
        "-\"treppe\" brächte das Keyword treppe außen aus Search / A zum Schweigen.",
        Sentences.in(Locale.GERMAN, sentence));
  }
}
