package io.liftwerk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  private static String cut(String text) {
    return Words.of(text).stream().map(Words.Word::text).collect(Collectors.joining("|"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          wanderschuhe damen 42;wanderschuhe|damen|42
          one-two-three one_two_three;one-two-three|one_two_three
          -20% gutschein nordwand;20|gutschein|nordwand
          =rabatt (nordwand);rabatt|nordwand
          +schuhe +"damen";schuhe|damen
          levi's o’neill 'zitat';levi's|o’neill|zitat
          h&m at&t b&b hosen&jacken;h&m|at&t|b&b|hosen|jacken
          c++ c# disney+ 18+ rtl+premium;c++|c#|disney+|18+|rtl|premium
          24/7 16:9 3,5 1.234,56 herren/damen;24/7|16:9|3,5|1.234,56|herren|damen
          booking.com z.b. ende. anfang;booking.com|z.b|ende|anfang
          größe 38½ m² 50€;größe|38½|m²|50
          2-4 personen – zelt-;2-4|personen|zelt
          __init__ a__b;init|a__b
          @nordwand.example;nordwand.example
          альпинистские ботинки;альпинистские|ботинки
          등산화 추천;등산화|추천
          أحذية المشي;أحذية|المشي
          登山靴 おすすめ レディース;登|山|靴|おすすめ|レディース
          ナイキnike靴;ナイキ|nike|靴
          🏔️ wanderschuhe;🏔️|wanderschuhe
          👩‍👩‍👧‍👦👍🏽🇩🇪🇦🇹1️⃣;👩‍👩‍👧‍👦|👍🏽|🇩🇪|🇦🇹|1️⃣
          i❤berge ✅;i|❤|berge|✅
          nordwand™ ® ©;nordwand
          हिन्दी जूते;हिन्दी|जूते
          """)
  void cutsIntoWords(String text, String words) {
    assertEquals(words, cut(text));
  }

  @Test
  void nothingHasNoWords() {
    assertEquals(List.of(), Words.of(""));
    assertEquals(List.of(), Words.of(" \t – … € % ___ +++ "));
    assertEquals(List.of(), Words.of("\uD83D"));
  }

  /** The JDK's dictionary knows "shoes" and "hiking" in Thai. */
  @Test
  void thaiIsCutWithoutBlanks() {
    List<Words.Word> words = Words.of("รองเท้าเดินป่า nike");
    assertTrue(words.size() > 2, words::toString);
    assertEquals(
        "รองเท้าเดินป่า",
        words.stream()
            .filter(word -> !word.text().equals("nike"))
            .map(Words.Word::text)
            .collect(Collectors.joining()));
  }

  @ParameterizedTest
  @CsvSource({
    "Größe,grosse",
    "GRÖSSE,grosse",
    "größe,grosse",
    "Gro\u0308ße,grosse",
    "STRAẞE,strasse",
    "ＷＡＮＤＥＲＮ,wandern",
    "ﬁlter,filter",
    "İSTANBUL,istanbul",
    "ılık,ilik",
    "ΟΔΟΣ,οδοσ",
    "οδός,οδοσ",
    "Levi’s,levis",
    "café,cafe",
    "Smørrebrød,smorrebrod",
    "Łódź,lodz",
    "Æon,aeon",
    "ё,е",
    "й,й",
    "がく,がく",
    "38½,38½",
    "Wander\u00ADschuh,wanderschuh",
    "t\u2011shirt,t-shirt",
    "m²,m2",
    "ｶﾞﾑ,ガム"
  })
  void foldsForMatching(String word, String folded) {
    assertEquals(folded, Words.fold(word));
  }

  @Test
  void foldingDoesNotAskTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.of("tr"));
      assertEquals("information", Words.fold("INFORMATION"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void spellingsThatAreNotTheSameShareALooseKey() {
    assertNotEquals(Words.fold("groesse"), Words.fold("größe"));
    assertEquals(Words.loose(Words.fold("größe")), Words.loose("groesse"));
    assertEquals(Words.loose(Words.fold("für")), Words.loose("fuer"));
    assertEquals("klettersteigset", Words.loose("klettersteig-set"));
    assertEquals("neue", Words.loose("neue"));
    assertEquals("quelle", Words.loose("quelle"));
    assertEquals("-", Words.loose("-"));
  }

  private static final String ALPHABET =
      "aZ09äÖßẞéİıς'’-_&+.,/:%€ "
          + "\t#½²™🏔️👍🏽🇩🇪👩‍💻1️⃣登あアー한الเท้हि\u0308\u0301\u00AD\u200D\u200B\uD83D﷽ǆﬃŉΐ";

  private static String random(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(16); i >= 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        case 1 -> text.append((char) random.nextInt(0x600));
        default -> text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
    }
    return text.toString();
  }

  @Test
  void foldingTwiceIsFoldingOnce() {
    Random random = new Random(7);
    for (int i = 0; i < 50_000; i++) {
      String text = random(random);
      String folded = Words.fold(text);
      assertEquals(folded, Words.fold(folded), text);
      assertEquals(Words.loose(folded), Words.loose(folded));
    }
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String folded = Words.fold(Character.toString(c));
      assertEquals(folded, Words.fold(folded), Integer.toHexString(c));
    }
  }

  @Test
  void placesReproduceTheText() {
    Random random = new Random(11);
    for (int i = 0; i < 50_000; i++) {
      String text = random(random);
      int end = 0;
      for (Words.Word word : Words.of(text)) {
        assertTrue(word.start() >= end && word.end() > word.start(), text);
        for (int j = end; j < word.start(); j++) {
          int c = text.codePointAt(j);
          assertTrue(!isPlainLetter(c), "passed over " + Character.toString(c) + " in " + text);
        }
        assertEquals(text.substring(word.start(), word.end()), word.text());
        assertEquals(Words.fold(word.text()), word.folded());
        end = word.end();
      }
    }
  }

  private static boolean isPlainLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == 'ä' || c == '登' || c == 'あ';
  }
}
