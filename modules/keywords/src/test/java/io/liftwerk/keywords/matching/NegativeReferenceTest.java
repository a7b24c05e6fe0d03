package io.liftwerk.keywords.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.Limits;
import io.liftwerk.keywords.account.MatchType;
import io.liftwerk.keywords.account.Notation;
import io.liftwerk.testsupport.SharedData;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What channels and a peer say of negatives and of the signs of match types. */
@Tag("reference")
class NegativeReferenceTest {

  private static List<JsonNode> cases(String group) throws IOException {
    JsonNode all =
        Json.mapper()
            .readTree(Files.readString(SharedData.file("reference/keywords_site.json")))
            .get("cases");
    var found = new ArrayList<JsonNode>();
    all.forEach(
        one -> {
          if (one.get("group").asText().equals(group)) {
            found.add(one);
          }
        });
    assertTrue(!found.isEmpty(), group);
    return found;
  }

  @Test
  void negativesKeepAwayWhatGoogleSays() throws IOException {
    int judged = 0;
    for (JsonNode one : cases("negmatch")) {
      JsonNode input = one.get("input");
      if (input.isObject()) {
        judged++;
        Channel channel = Channel.valueOf(input.get("channel").asText().toUpperCase(Locale.ROOT));
        MatchType match =
            MatchType.valueOf(input.get("match_type").asText().toUpperCase(Locale.ROOT));
        boolean blocked =
            NegativeMatcher.of(channel, input.get("negative").asText(), match)
                .blocks(input.get("query").asText());
        assertEquals(one.get("expected").asBoolean(), blocked, one.get("id").asText());
      }
    }
    assertTrue(judged > 10);
  }

  @Test
  void limitsAreTheChannels() throws IOException {
    JsonNode said = cases("negmatch").getLast().get("expected");
    Limits microsoft = Channel.MICROSOFT.limits();
    JsonNode theirs = said.get("microsoft");
    assertEquals(theirs.get("max_chars").asInt(), microsoft.characters());
    assertEquals(theirs.get("max_per_list").asInt(), microsoft.perList());
    assertEquals(theirs.get("max_lists_per_account").asInt(), microsoft.lists());
    assertEquals(theirs.get("max_per_campaign_or_adgroup").asInt(), microsoft.perCampaign());
    assertEquals(theirs.get("max_per_campaign_or_adgroup").asInt(), microsoft.perAdGroup());
    assertEquals(theirs.get("types").size(), microsoft.matches().size());
    Limits amazon = Channel.AMAZON.limits();
    assertEquals(said.at("/amazon/max_words_phrase").asInt(), amazon.words(MatchType.PHRASE));
    assertEquals(said.at("/amazon/max_words_exact").asInt(), amazon.words(MatchType.EXACT));
    assertEquals(said.at("/amazon/max_chars").asInt(), amazon.characters());
    assertEquals(said.at("/google/max_per_list").asInt(), Channel.GOOGLE.limits().perList());
    assertEquals(said.at("/google/types").size(), Channel.GOOGLE.limits().matches().size());
  }

  @Test
  void matchTypesAreWrittenAsEditorsWantThem() throws IOException {
    for (JsonNode one : cases("matchtype")) {
      UnaryOperator<String> writing =
          switch (one.get("name").asText()) {
            case "kw_broad" -> text -> Notation.keyword(text, MatchType.BROAD);
            case "kw_exact" -> text -> Notation.keyword(text, MatchType.EXACT);
            case "kw_phrase" -> text -> Notation.keyword(text, MatchType.PHRASE);
            case "kw_modified" -> Notation::modified;
            case "kw_neg_broad" -> text -> Notation.negative(text, MatchType.BROAD);
            case "kw_neg_exact" -> text -> Notation.negative(text, MatchType.EXACT);
            case "kw_neg_phrase" -> text -> Notation.negative(text, MatchType.PHRASE);
            default -> throw new AssertionError(one.get("name"));
          };
      for (int i = 0; i < one.get("input").size(); i++) {
        assertEquals(
            one.get("expected").get(i).asText(),
            writing.apply(Notation.bare(one.get("input").get(i).asText())),
            one.get("id").asText());
      }
    }
  }
}
