package io.liftwerk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.testsupport.SharedData;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExtractionTest {
  private static List<JsonNode> cases(String group) throws IOException {
    List<JsonNode> cases = new ArrayList<>();
    for (JsonNode one :
        Json.mapper()
            .readTree(SharedData.file("reference/keywords_site.json").toFile())
            .get("cases")) {
      if (one.get("group").asText().equals(group)) {
        cases.add(one);
      }
    }
    return cases;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static Function<String, List<String>> by(String name) {
    return switch (name) {
      case "extract_number" -> Extraction::numbers;
      case "extract_hashtag" -> Extraction::hashtags;
      case "extract_currency" -> Extraction::currencySigns;
      case "extract_question" -> Extraction::questionMarks;
      case "extract_url" -> Extraction::urls;
      case "extract_word_not_full" ->
          text -> Extraction.words(text, List.of("rain", "snow"), false);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /**
   * The counts of the cases are left out: the peer never compared them, and they contradict its
   * list.
   */
  @Test
  @Tag("reference")
  void extractsWhatOthersDo() throws IOException {
    List<JsonNode> cases = cases("extract");
    assertEquals(7, cases.size());
    for (JsonNode one : cases) {
      if (one.get("input").isObject()) {
        String separators = String.join("", texts(one.get("input").get("number_separators")));
        assertEquals(
            texts(one.get("expected").get(0)),
            Extraction.numbers(one.get("input").get("text").asText(), separators));
        continue;
      }
      List<String> found =
          texts(one.get("input")).stream()
              .flatMap(text -> by(one.get("name").asText()).apply(text).stream())
              .toList();
      assertEquals(texts(one.get("expected").get("flat")), found, one.get("id").asText());
      JsonNode overview = one.get("expected").get("overview");
      int posts = one.get("input").size();
      assertEquals(overview.get(0).asInt(), posts);
      assertEquals(overview.get(1).asInt(), found.size());
      assertEquals(overview.get(2).asDouble(), found.size() / (double) posts, 1e-12);
      assertEquals(overview.get(3).asInt(), new HashSet<>(found).size(), one.get("id").asText());
    }
  }

  @Test
  @Tag("reference")
  void partitionsAsOthersDo() throws IOException {
    List<JsonNode> cases = cases("partition");
    assertEquals(21, cases.size());
    for (JsonNode one : cases) {
      assertEquals(
          texts(one.get("expected")),
          Extraction.partition(
              one.get("input").get("text").asText(), one.get("input").get("regex").asText()),
          one.get("id").asText());
    }
  }

  @Test
  void wholeWordsOnly() {
    assertEquals(
        List.of("schuhe"), Extraction.words("Wanderschuhe SCHUHE", List.of("schuhe"), true));
    assertEquals(List.of(), Extraction.words("Schuhe", List.of(), false));
    assertEquals(List.of("c++"), Extraction.words("C++ lernen", List.of("c++"), true));
  }

  @Test
  void addressesEndBeforeTheSentenceDoes() {
    assertEquals(
        List.of("https://a.example/b", "http://www.c.example"),
        Extraction.urls("Siehe https://a.example/b. (auch www.c.example)"));
  }

  @Test
  void separatorsAreMeantAsThemselves() {
    assertEquals(List.of("1]2^3"), Extraction.numbers("1]2^3", "]^"));
    assertEquals(List.of("1", "2"), Extraction.numbers("1.2", ""));
  }

  @Test
  void aPatternThatIsNoneIsNamed() {
    WorkbenchException e =
        assertThrows(WorkbenchException.class, () -> Extraction.partition("a", "(b"));
    assertTrue(String.valueOf(e.getMessage()).contains("'(b'"), e.getMessage());
  }
}
