package io.liftwerk.keywords.editors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.liftwerk.keywords.account.Account;
import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.LiveKeyword;
import io.liftwerk.keywords.account.MatchType;
import io.liftwerk.keywords.account.Negative;
import io.liftwerk.keywords.account.SharedList;
import io.liftwerk.keywords.negatives.ChannelFit;
import io.liftwerk.keywords.negatives.Fitted;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An export and then its undo leave an account as it was, whatever stood in it. */
class UndoTest {
  private static final List<String> WORDS =
      List.of("gratis", "jobs", "a, b", "\"holz\"", "-treppe", "=1+1", "café", "h&m");

  private static Negative negative(Random random, Channel channel) {
    String text = WORDS.get(random.nextInt(8)) + " " + WORDS.get(random.nextInt(8));
    MatchType match = MatchType.values()[random.nextInt(3)];
    return switch (random.nextInt(3)) {
      case 0 -> Negative.inList(channel, "List, " + random.nextInt(2), text, match);
      case 1 -> Negative.inCampaign(channel, "- Brand " + random.nextInt(3), text, match);
      default -> Negative.inAdGroup(channel, "- Brand " + random.nextInt(3), "A\"1", text, match);
    };
  }

  private static List<Negative> some(Random random, Channel channel) {
    var some = new ArrayList<Negative>();
    for (int i = random.nextInt(25); i > 0; i--) {
      some.add(negative(random, channel));
    }
    return some;
  }

  private static List<LiveKeyword> keywords(Random random, Channel channel) {
    Map<String, LiveKeyword> some = new LinkedHashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      String text = "kaufen " + random.nextInt(5);
      some.put(text, new LiveKeyword(channel, "- Brand 0", "A\"1", text, MatchType.EXACT));
    }
    return List.copyOf(some.values());
  }

  /** An account as the channel would hold it: made by the same rules from random wishes. */
  private static Account before(Random random, Channel channel) {
    List<SharedList> lists = new ArrayList<>();
    for (int i = 0; i < 2 && channel != Channel.AMAZON; i++) {
      if (random.nextBoolean()) {
        lists.add(new SharedList(channel, "List, " + i, List.of("- Brand " + i)));
      }
    }
    var names = lists.stream().map(SharedList::name).toList();
    List<Negative> wanted =
        some(random, channel).stream()
            .filter(n -> n.list() == null || names.contains(n.list()))
            .toList();
    Fitted fitted = ChannelFit.fit(channel, wanted, lists, Account.UNKNOWN, null);
    return new Account(keywords(random, channel), fitted.negatives(), lists);
  }

  private static AccountIds ids(Channel channel, ModelAccount model) {
    if (channel == Channel.GOOGLE) {
      return AccountIds.UNKNOWN;
    }
    Map<String, String> lists = new HashMap<>();
    model.lists.keySet().forEach(name -> lists.put(name, model.id(name)));
    return channel == Channel.MICROSOFT
        ? new AccountIds(null, Map.of(), Map.of(), lists)
        : new AccountIds(
            null,
            Map.of("- Brand 0", "10", "- Brand 1", "11", "- Brand 2", "12"),
            Map.of(
                List.of("- Brand 0", "A\"1"), "20",
                List.of("- Brand 1", "A\"1"), "21",
                List.of("- Brand 2", "A\"1"), "22"),
            lists);
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void restoresTheAccount(Channel channel) throws IOException {
    int changed = 0;
    for (int seed = 0; seed < 150; seed++) {
      var random = new Random(seed);
      Account before = before(random, channel);
      var model = new ModelAccount(channel, before);
      String was = model.state();

      List<Negative> wanted = new ArrayList<>(some(random, channel));
      wanted.addAll(before.negatives().stream().filter(n -> random.nextBoolean()).toList());
      List<SharedList> lists =
          List.of(
              new SharedList(channel, "List, 0", List.of("- Brand 0", "- Brand 1")),
              new SharedList(channel, "List, 1", List.of("- Brand 2")));
      Fitted fitted = ChannelFit.fit(channel, wanted, lists, before, null);
      Changes changes = Changes.of(fitted, keywords(random, channel), before);
      var export = new StringBuilder();
      var undo = new StringBuilder();
      EditorFormat format = EditorFormat.of(channel);
      var written = new EditorExport(format, ids(channel, model)).write(changes, export, undo);
      assertEquals(0, written.leftOut(), () -> written.notes().toString());

      String given = model.apply(export.toString());
      fitted.negatives().forEach(n -> assertEquals(true, model.negatives.contains(n), "" + n));
      if (!changes.isEmpty()) {
        changed++;
        assertNotEquals(was, model.state());
      }
      String back = undo.toString();
      if (channel != Channel.GOOGLE) {
        if (!changes.negatives().isEmpty()) {
          String then = model.state();
          if (channel == Channel.AMAZON) {
            model.apply(back);
            assertEquals(then, model.state(), "refused without identifiers");
          }
        }
        var completed = new StringBuilder();
        UndoIds.Completed done =
            UndoIds.complete(format, new StringReader(back), new StringReader(given), completed);
        assertEquals(0, done.missing());
        back = completed.toString();
      }
      model.apply(back);
      assertEquals(was, model.state(), channel + " seed " + seed);
    }
    assertEquals(true, changed > 100);
  }

  @Test
  void microsoftIsNeverToldToDeleteEverything() throws IOException {
    var undo = new StringBuilder();
    var negative = Negative.inCampaign(Channel.MICROSOFT, "C", "gratis", MatchType.PHRASE);
    var changes =
        new Changes(Channel.MICROSOFT, List.of(negative), List.of(), List.of(), List.of());
    new EditorExport(EditorFormat.MICROSOFT, AccountIds.UNKNOWN)
        .write(changes, new StringBuilder(), undo);
    Csv.Table table = Csv.read(new StringReader(undo.toString()));
    assertEquals("Deleted", table.rows().get(1).get(1));
    assertEquals("see:liftwerk-1", table.rows().get(1).get(2));
    assertFalse(undo.toString().contains("Deleted,,"));
  }
}
