package io.liftwerk.keywords.negatives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.keywords.account.Account;
import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.MatchType;
import io.liftwerk.keywords.account.Negative;
import io.liftwerk.keywords.account.SharedList;
import io.liftwerk.keywords.matching.SearchIndex;
import io.liftwerk.workspace.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChannelFitTest {
  private static final Channel G = Channel.GOOGLE;

  private static Negative wanted(String text, MatchType match) {
    return Negative.inList(G, "Waste", text, match);
  }

  private static Fitted fit(Channel channel, @Nullable SearchIndex searches, Negative... wanted) {
    return ChannelFit.fit(
        channel,
        List.of(wanted),
        List.of(new SharedList(channel, "Waste", List.of("One", "Two"))),
        Account.UNKNOWN,
        searches);
  }

  private static String reason(Fitted fitted) {
    assertEquals(List.of(), fitted.negatives());
    String reason = fitted.unfit().getFirst().reason();
    assertNotEquals(reason, Sentences.in(Locale.GERMAN, reason));
    return reason;
  }

  @Test
  void aBroadOneIsAPhraseElsewhereIfItDoesTheSame() {
    var searches = new SearchIndex(G, List.of("gratis treppe holz", "treppe gratis", "jobs hier"));
    assertEquals(
        List.of(Negative.inList(Channel.MICROSOFT, "Waste", "jobs", MatchType.PHRASE)),
        fit(Channel.MICROSOFT, null, wanted("jobs", MatchType.BROAD)).negatives());
    Fitted same = fit(Channel.MICROSOFT, searches, wanted("jobs hier", MatchType.BROAD));
    assertEquals(1, same.negatives().size());
    assertEquals(1, same.notes().size());
    assertEquals(
        "Microsoft Advertising has no broad negatives, and as a phrase -gratis treppe would miss 1"
            + " of 2 searches.",
        reason(fit(Channel.MICROSOFT, searches, wanted("gratis treppe", MatchType.BROAD))));
    assertEquals(
        "Amazon Ads has no broad negatives, and a phrase would fix the order of the words of"
            + " -gratis treppe.",
        reason(fit(Channel.AMAZON, null, wanted("gratis treppe", MatchType.BROAD))));
  }

  @Test
  void whatIsTooLongIsNamedWithItsLimit() {
    assertEquals(
        "-\"a b c d e\" has 5 words, and Amazon Ads takes 4 at most.",
        reason(fit(Channel.AMAZON, null, wanted("a b c d e", MatchType.PHRASE))));
    assertEquals(
        2, fit(Channel.AMAZON, null, wanted("a b c d e", MatchType.EXACT)).negatives().size());
    String long101 = "x".repeat(101);
    assertTrue(
        reason(fit(Channel.MICROSOFT, null, wanted(long101, MatchType.EXACT)))
            .endsWith("has 101 characters, and Microsoft Advertising takes 100 at most."));
    assertTrue(
        reason(fit(G, null, wanted(String.join(" ", "ab ".repeat(11).split(" ")), MatchType.BROAD)))
            .endsWith("has 11 words, and Google Ads takes 10 at most."));
    assertEquals(
        "Google Ads compares no sign of - with searches.",
        reason(fit(G, null, wanted("!?", MatchType.BROAD))));
  }

  @Test
  void amazonHasItInEveryCampaign() {
    Fitted fitted = fit(Channel.AMAZON, null, wanted("gratis", MatchType.EXACT));
    assertEquals(
        List.of("One", "Two"), fitted.negatives().stream().map(Negative::campaign).toList());
    assertEquals(List.of(), fitted.lists());
    assertEquals(1, fitted.notes().size());
  }

  @Test
  void signsThatAChannelRefusesAreDropped() {
    assertEquals("was kostet c", ChannelText.of(G, "was kostet c++?"));
    assertEquals("HYPERLINK x", ChannelText.of(G, "=HYPERLINK(\"x\")"));
    assertEquals("cmd", ChannelText.of(Channel.AMAZON, "-@\tcmd|"));
    assertEquals("t-shirt h&m café", ChannelText.of(G, "t-shirt h&m café"));
    assertEquals("", ChannelText.of(G, "+++ --- ==="));
  }

  @Test
  void aFullListGoesOnInAnotherAndTheLastIsRefused() {
    List<Negative> wanted =
        IntStream.range(0, 100_002).mapToObj(i -> wanted("wort" + i, MatchType.EXACT)).toList();
    Account before =
        new Account(
            List.of(),
            List.of(wanted("wort0", MatchType.EXACT), wanted("anderes", MatchType.EXACT)),
            List.of(new SharedList(G, "Waste", List.of("One")), new SharedList(G, "X", List.of())));
    Fitted fitted = ChannelFit.fit(G, wanted, List.of(), before, null);
    assertEquals(1, fitted.standing());
    assertEquals(19, fitted.lists().size());
    assertEquals(List.of("One"), fitted.lists().getLast().campaigns());
    assertEquals("Waste 19", fitted.lists().getLast().name());
    assertEquals(19 * 5000 - 2, fitted.negatives().size());
    assertEquals(100_001 - (19 * 5000 - 2), fitted.unfit().size());
    assertEquals(
        "-[wort100001] finds no room: Google Ads has 20 shared lists of 5,000 negatives at most.",
        fitted.unfit().getLast().reason());

    var all = new ArrayList<>(before.negatives());
    all.addAll(fitted.negatives());
    Fitted again =
        ChannelFit.fit(G, wanted, List.of(), new Account(List.of(), all, fitted.lists()), null);
    assertEquals(List.of(), again.negatives().stream().filter(all::contains).toList());
    assertEquals(1 + 19 * 5000 - 2, again.standing());
  }

  @Test
  void aCampaignTakesTenThousand() {
    List<Negative> wanted =
        IntStream.range(0, 10_001)
            .mapToObj(i -> Negative.inCampaign(G, "One", "wort" + i, MatchType.EXACT))
            .toList();
    Fitted fitted = ChannelFit.fit(G, wanted, List.of(), Account.UNKNOWN, null);
    assertEquals(10_000, fitted.negatives().size());
    assertEquals(
        "-[wort10000] finds no room in One: Google Ads takes 10,000 negatives there at most.",
        fitted.unfit().getFirst().reason());
  }
}
