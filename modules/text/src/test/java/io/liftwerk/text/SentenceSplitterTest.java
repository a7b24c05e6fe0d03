package io.liftwerk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {
  private static List<String> german(String text) {
    return SentenceSplitter.of(Language.GERMAN).split(text).stream()
        .map(SentenceSplitter.Sentence::text)
        .toList();
  }

  private static List<String> english(String text) {
    return SentenceSplitter.of(Language.ENGLISH).split(text).stream()
        .map(SentenceSplitter.Sentence::text)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Manche Sets, z. B. das von Kaltfels, wiegen 410 g.",
        "Manche Sets, z.B. Komplettsets, wiegen mehr.",
        "Die Norm Nr. 958 gilt seit dem 3. Oktober 2017 überall.",
        "Am 1. 10. 2026 öffnet der Laden um 9.30 Uhr.",
        "Er wurde im 2. Lauf der 3. Sieger.",
        "Das Seil hat 9,8 mm, das sind ca. 64 Gramm je Meter.",
        "Dr. A. Huber und Prof. Meier, Version 2.1, siehe www.nordwand.example.",
        "„Wie lange hält das?“ fragte sie.",
        "1. Öffnen Sie den Verschluss",
        "Preise inkl. MwSt. und zzgl. Versand."
      })
  void oneGermanSentenceStaysOne(String sentence) {
    assertEquals(List.of(sentence), german(sentence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mr. Smith paid $3.50 for No. 7 in Vol. 2, e.g. the U.S. edition.",
        "J. R. Miller wrote it at 9 a.m. on Monday.",
        "\"Does it fit?\" she asked.",
        "Visit example.com or call."
      })
  void oneEnglishSentenceStaysOne(String sentence) {
    assertEquals(List.of(sentence), english(sentence));
  }

  @Test
  void sentencesAreCutWhereTheyEnd() {
    assertEquals(
        List.of("Das ist so.", "Warum?", "Weil es regnet …", "Und dann: nichts!"),
        german("Das ist so. Warum? Weil es regnet … Und dann: nichts!"));
    assertEquals(
        List.of("Es hält bis zu zehn Jahre usw.", "Die Norm sagt es."),
        german("Es hält bis zu zehn Jahre usw. Die Norm sagt es."));
    assertEquals(
        List.of("Es gilt seit 2017.", "Ältere Sets nicht."),
        german("Es gilt seit 2017. Ältere Sets nicht."));
    assertEquals(List.of("Diese Art.", "Jene Art nicht."), german("Diese Art. Jene Art nicht."));
    assertEquals(
        List.of("Überschrift", "Satz eins.", "Satz zwei."),
        german("Überschrift\nSatz eins. Satz zwei."));
    assertEquals(List.of("I think so.", "You do not."), english("I think so. You do not."));
    assertEquals(List.of("It has 12.", "That is enough."), english("It has 12. That is enough."));
  }

  @Test
  void placesAreThoseOfTheText() {
    String text = "  Eins.  Zwei!\n\n Drei ";
    for (SentenceSplitter.Sentence one : SentenceSplitter.of(Language.GERMAN).split(text)) {
      assertEquals(one.text(), text.substring(one.start(), one.end()));
    }
    assertEquals(3, german(text).size());
    assertTrue(german(" \n ").isEmpty());
    assertEquals(List.of("👟🥾", "登山靴。"), german("👟🥾\n登山靴。"));
  }
}
