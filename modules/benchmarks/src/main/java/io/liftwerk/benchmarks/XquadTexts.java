package io.liftwerk.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Paragraphs and questions of XQuAD, German and English: prose as people write it.
 *
 * @param questions by language
 */
record XquadTexts(List<String> paragraphs, Map<String, List<String>> questions) {
  static final List<String> LANGUAGES = List.of("de", "en");

  private static final int CONTACT_EVERY = 5;

  /**
   * @param folder where {@code xquad.de.json} and {@code xquad.en.json} lie
   */
  static XquadTexts read(Path folder) throws IOException {
    var paragraphs = new ArrayList<String>();
    var questions = new LinkedHashMap<String, List<String>>();
    for (String language : LANGUAGES) {
      var asked = new ArrayList<String>();
      questions.put(language, asked);
      JsonNode file =
          Json.mapper().readTree(folder.resolve("xquad." + language + ".json").toFile());
      for (JsonNode article : file.path("data")) {
        for (JsonNode paragraph : article.path("paragraphs")) {
          paragraphs.add(paragraph.path("context").asText());
          paragraph.path("qas").forEach(one -> asked.add(one.path("question").asText()));
        }
      }
    }
    Collections.shuffle(paragraphs, new Random(1));
    return new XquadTexts(List.copyOf(paragraphs), questions);
  }

  /** The paragraphs, each fifth with an e-mail address and a telephone number behind it. */
  List<String> withContacts() {
    var texts = new ArrayList<String>(paragraphs);
    for (int i = 0; i < texts.size(); i += CONTACT_EVERY) {
      texts.set(
          i,
          "%s Kontakt: anna.berger%d@kaltfels.example, Tel. 089 %d."
              .formatted(texts.get(i), i, 1_000_000 + i * 37));
    }
    return List.copyOf(texts);
  }
}
