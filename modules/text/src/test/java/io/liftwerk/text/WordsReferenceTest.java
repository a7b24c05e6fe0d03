package io.liftwerk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.testsupport.SharedData;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The words that advertools counts, and how often, for the cases that count single words. */
@Tag("reference")
class WordsReferenceTest {
  @Test
  void wordsOfOthers() throws IOException {
    int seen = 0;
    for (JsonNode one :
        Json.mapper()
            .readTree(SharedData.file("reference/keywords_site.json").toFile())
            .get("cases")) {
      JsonNode input = one.get("input");
      if (!one.get("group").asText().equals("ngram")
          || input.has("phrase_len")
          || input.has("regex")) {
        continue;
      }
      seen++;
      Set<String> removed = new HashSet<>();
      input.path("rm_words").forEach(word -> removed.add(word.asText()));
      StopWords stop = StopWords.of(input.has("rm_words") ? Language.OTHER : Language.ENGLISH);
      Map<String, Integer> found = new TreeMap<>();
      for (JsonNode text : input.get("text_list")) {
        for (Words.Word word : Words.of(text.asText())) {
          if (!removed.contains(word.folded()) && !stop.contains(word.folded())) {
            found.merge(word.folded(), 1, Integer::sum);
          }
        }
      }
      Map<String, Integer> expected = new TreeMap<>();
      for (JsonNode word : one.get("expected")) {
        // spellings with ß and ss are one word to us, two to the peer
        expected.merge(
            Words.fold(word.get("word").asText()), word.get("abs_freq").asInt(), Integer::sum);
      }
      assertEquals(expected, found, one.get("id").asText());
    }
    assertEquals(8, seen);
  }
}
