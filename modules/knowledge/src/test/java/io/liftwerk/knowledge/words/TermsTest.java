package io.liftwerk.knowledge.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TermsTest {
  private static final Map<String, Integer> WORDS =
      Map.of("klettersteig", 9, "set", 9, "regen", 4, "jacke", 6);

  @Test
  void compoundsMeetHoweverTheyAreWritten() {
    Terms german = Terms.of(Language.GERMAN, WORDS);

    assertEquals(german.parts("klettersteig-set"), german.parts("klettersteigset"));
    assertTrue(german.parts("regenjacken").contains("jack"), german.parts("regenjacken") + "");
    assertEquals(List.of("regenjack"), german.stems("regenjacken"));
  }

  @Test
  void wordsThatSayNothingHaveNoTerms() {
    Terms german = Terms.of(Language.GERMAN, WORDS);

    assertEquals(List.of(), german.stems("der"));
    assertEquals(List.of(), german.parts("der"));
    assertEquals(1, german.telling("Wie ist die Jacke?").size());
  }

  @Test
  void onlyGermanTakesWordsApart() {
    Terms english = Terms.of(Language.ENGLISH, WORDS);

    assertEquals(List.of("boot"), english.stems("boots"));
    assertTrue(!english.splits());
    assertTrue(english.stems("t-shirt").containsAll(List.of("t-shirt", "t", "shirt")));
  }

  @Test
  void aVocabularyComesBackAsItWas(@TempDir Path folder) throws Exception {
    var vocabulary = new Vocabulary();
    vocabulary.add("Die Regenjacke, die Jacke 2026");
    vocabulary.write(folder.resolve("words.txt"));

    assertEquals(Map.of("die", 2, "regenjacke", 1, "jacke", 1), vocabulary.counts());
    assertEquals(vocabulary.counts(), Vocabulary.read(folder.resolve("words.txt")));
  }
}
