package io.liftwerk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemsTest {
  private static String stem(Language language, String word) {
    return Stems.of(language).stem(Words.fold(word));
  }

  @ParameterizedTest
  @CsvSource({
    "Schuh,Schuhe", "Schuhe,Schuhen", "Treppe,Treppen", "Haus,Häuser", "Rucksack,Rucksäcke",
    "günstig,günstigsten", "Angebot,Angebote", "Set,Sets", "Mütze,Mützen", "Fahrrad,Fahrräder",
    "groß,großer", "Jacke,Jacken", "Vergleich,Vergleiche", "Preis,Preise"
  })
  void germanFormsCountTogether(String one, String other) {
    assertEquals(stem(Language.GERMAN, one), stem(Language.GERMAN, other));
  }

  @ParameterizedTest
  @CsvSource({
    "boot,boots",
    "shoe,shoes",
    "price,prices",
    "jacket,jackets",
    "battery,batteries",
    "dress,dresses",
    "hike,hiking",
    "class,classes"
  })
  void englishFormsCountTogether(String one, String other) {
    assertEquals(stem(Language.ENGLISH, one), stem(Language.ENGLISH, other));
  }

  @ParameterizedTest
  @CsvSource({
    "marketing,market",
    "news,new",
    "booking,book",
    "university,universe",
    "shorts,short",
    "organic,organization",
    "glasses,glass",
    "business,busy"
  })
  void differentIntentsStayApart(String one, String other) {
    assertNotEquals(stem(Language.ENGLISH, one), stem(Language.ENGLISH, other));
  }

  @ParameterizedTest
  @CsvSource({"Fenster,fenst", "Preis,preis", "Angebot,angebot", "Zelt,zelt", "Kleidung,kleidung"})
  void germanWordsKeepWhatIsNoEnding(String word, String stem) {
    assertEquals(stem, stem(Language.GERMAN, word));
  }

  @Test
  void wordsOfOtherLanguagesAreTheirOwnStems() {
    assertEquals("ботинки", stem(Language.OTHER, "ботинки"));
  }

  /** Lucene's stemmers keep state; ours are shared. */
  @Test
  void severalThreadsStemAtOnce() {
    List<String> words =
        List.of("schuhe", "fenster", "rucksacke", "gunstigsten", "boots", "hiking");
    List<String> alone =
        words.stream()
            .map(word -> stem(Language.GERMAN, word) + stem(Language.ENGLISH, word))
            .toList();
    boolean same =
        IntStream.range(0, 60_000)
            .parallel()
            .allMatch(
                i -> {
                  String word = words.get(i % words.size());
                  return alone
                      .get(i % words.size())
                      .equals(stem(Language.GERMAN, word) + stem(Language.ENGLISH, word));
                });
    assertTrue(same);
  }

  @Test
  void stopWordsAreFolded() {
    assertTrue(StopWords.of(Language.GERMAN).contains("fur"));
    assertTrue(StopWords.of(Language.GERMAN).contains(Words.fold("Über")));
    assertTrue(StopWords.of(Language.ENGLISH).contains("the"));
    assertTrue(StopWords.of(Language.ENGLISH).contains(Words.fold("don’t")));
    assertFalse(StopWords.of(Language.GERMAN).contains("schuhe"));
    assertFalse(StopWords.of(Language.OTHER).contains("the"));
  }
}
