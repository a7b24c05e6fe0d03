package io.liftwerk.keywords.matching;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.MatchType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegativeMatcherTest {

  @ParameterizedTest
  @CsvSource({
    "GOOGLE, BROAD, treppe gebraucht, Gebraucht kaufen TREPPE, true",
    "GOOGLE, BROAD, treppe gebraucht, treppe kaufen, false",
    "GOOGLE, PHRASE, treppe gebraucht, eine treppe gebraucht kaufen, true",
    "GOOGLE, PHRASE, treppe gebraucht, treppe sehr gebraucht, false",
    "GOOGLE, PHRASE, bar, barhocker, false",
    "GOOGLE, EXACT, treppe gebraucht, treppe gebraucht kaufen, false",
    "GOOGLE, EXACT, fifth ave., Fifth Ave, true",
    "GOOGLE, BROAD, cafe, sidewalk café, false",
    "GOOGLE, BROAD, straße, strasse, false",
    "GOOGLE, BROAD, socks & shoes, socks shoes, false",
    "GOOGLE, BROAD, h, h&m gutschein, false",
    "GOOGLE, PHRASE, was kostet, was kostet?, true",
    "GOOGLE, BROAD, !!!, was ist los !!!, false",
    "GOOGLE, EXACT, 계단 난간, 계단 난간, true",
    "GOOGLE, PHRASE, 🔥, preis 🔥 heute, true",
    "MICROSOFT, PHRASE, women's shoes, wide women’s shoes, true",
    "MICROSOFT, PHRASE, women's shoes, women's wide shoes, false",
    "MICROSOFT, EXACT, women's shoes, wide women's shoes, false",
    "MICROSOFT, BROAD, shoes women, women shoes, false",
    "MICROSOFT, PHRASE, shoe, red shoes, false",
    "AMAZON, PHRASE, running shoe, red running shoes, true",
    "AMAZON, EXACT, berries box, berry boxes, true",
    "AMAZON, PHRASE, glass, glasses, true",
    "AMAZON, PHRASE, bus, bu, false",
    "AMAZON, PHRASE, schuh, schuhe, false",
  })
  void keepsAwayWhatItsChannelSays(
      Channel channel, MatchType match, String negative, String search, boolean blocked) {
    assertEquals(blocked, NegativeMatcher.of(channel, negative, match).blocks(search));
    int[] found = new SearchIndex(channel, List.of("-", search)).blockedBy(negative, match);
    assertArrayEquals(blocked ? new int[] {1} : new int[0], found);
  }

  @Test
  void googleLooksAtSixteenWords() {
    String fifteen = "a b c d e f g h i j k l m n o ";
    for (MatchType match : List.of(MatchType.BROAD, MatchType.PHRASE)) {
      NegativeMatcher discount = NegativeMatcher.of(Channel.GOOGLE, "discount", match);
      assertEquals(true, discount.blocks(fifteen + "discount"));
      assertEquals(false, discount.blocks(fifteen + "p discount"));
    }
    assertEquals(
        true,
        NegativeMatcher.of(Channel.MICROSOFT, "discount", MatchType.PHRASE)
            .blocks(fifteen + "p discount"));
  }

  @Test
  void theIndexFindsWhatTheMatcherDoes() {
    var random = new Random(7);
    for (Channel channel : Channel.values()) {
      List<String> searches =
          IntStream.range(0, 300).mapToObj(i -> words(random, 1 + random.nextInt(20))).toList();
      var index = new SearchIndex(channel, searches);
      for (int n = 0; n < 200; n++) {
        String negative = words(random, 1 + random.nextInt(3));
        for (MatchType match : MatchType.values()) {
          NegativeMatcher matcher = NegativeMatcher.of(channel, negative, match);
          int[] wanted =
              IntStream.range(0, searches.size())
                  .filter(i -> matcher.blocks(searches.get(i)))
                  .toArray();
          assertArrayEquals(wanted, index.blockedBy(negative, match), negative + " " + match);
        }
      }
    }
  }

  private static String words(Random random, int count) {
    var words = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      words.add(
          List.of("treppe", "Treppe", "shoes", "shoe", "a.b", "&", "x-y").get(random.nextInt(7)));
    }
    return String.join(" ", words);
  }
}
