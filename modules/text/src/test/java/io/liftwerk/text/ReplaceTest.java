package io.liftwerk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Properties that hold for any text, tried on texts made of identifiers, words and noise. */
class ReplaceTest {
  private static final PersonalData DATA = PersonalData.standard();

  private static final List<String> IDENTIFIERS =
      List.of(
          "anna.berger@example.com",
          "j.müller@bücher.example",
          "anna (at) example.com",
          "+49 89 99998295",
          "030 / 23125-131",
          "0043 1 23125014",
          "DE89 3704 0044 0532 0130 00",
          "AT611904300234573201",
          "192.0.2.17",
          "2001:db8::8a2e:370:7334",
          "4111 1111 1111 1111");

  private static final List<String> AROUND =
      List.of(
          "Hallo ",
          "Frau ",
          "Herr Quenzl ",
          "Anna Berger ",
          "Bestellung 4711 ",
          "am 01.02.2026 ",
          "\n",
          "Viele Grüße\n",
          "(",
          ")",
          "\"",
          "<",
          "> ",
          ", ",
          ". ",
          "; ",
          " – ",
          "49,90 € ",
          "Peter ",
          "und ",
          "Mein Name ist ",
          "Ansprechpartner: ",
          "Tel. ",
          "IBAN ",
          "von Wien ",
          "e-mail: ",
          "@ ",
          "+ ",
          ":: ",
          "%40 ",
          "\uD83D\uDE00 ",
          "Müller, ",
          "Karl-Heinz ",
          "van ",
          "x ",
          "🏔",
          "\u00A0",
          "'",
          "https://a.example/?e=");

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(9);
    for (int i = 0; i < pieces; i++) {
      boolean identifier = random.nextInt(3) == 0;
      List<String> from = identifier ? IDENTIFIERS : AROUND;
      text.append(from.get(random.nextInt(from.size())));
      text.append(identifier || random.nextInt(3) == 0 ? " " : "");
    }
    return text.toString();
  }

  @Test
  void spansAreInOrderAndDoNotOverlap() {
    Random random = new Random(1);
    for (int i = 0; i < 4_000; i++) {
      String text = text(random);
      int end = 0;
      for (Span span : DATA.find(text)) {
        assertTrue(span.start() >= end, () -> "overlap in: " + text);
        assertTrue(span.end() <= text.length(), () -> "too long in: " + text);
        assertFalse(span.value().isBlank(), () -> "no value in: " + text);
        end = span.end();
      }
    }
  }

  @Test
  void whatIsFoundIsGoneAndTheRestStays() {
    Random random = new Random(2);
    for (int i = 0; i < 4_000; i++) {
      String text = text(random);
      List<String> kept = new ArrayList<>();
      int done = 0;
      for (Span span : DATA.find(text)) {
        kept.add(text.substring(done, span.start()));
        done = span.end();
      }
      kept.add(text.substring(done));
      assertEquals(String.join("\u0001", kept), DATA.replace(text, span -> "\u0001"));
    }
  }

  @Test
  void aPseudonymIsNoIdentifier() {
    Random random = new Random(3);
    String letters = "abcdefghijklmnopqrstuvwxyz234567";
    EnumSet<PersonalKind> checked = EnumSet.complementOf(EnumSet.of(PersonalKind.NAME));
    PersonalData withoutNames = DATA.only(checked);
    for (int i = 0; i < 4_000; i++) {
      String text = text(random);
      StringBuilder pseudonym = new StringBuilder("[em_");
      for (int k = 0; k < 26; k++) {
        pseudonym.append(letters.charAt(random.nextInt(letters.length())));
      }
      String replaced = DATA.replace(text, span -> pseudonym + "]");
      assertEquals(List.of(), DATA.find(pseudonym + "]"), pseudonym::toString);
      for (Span span : withoutNames.find(text)) {
        String identifier = text.substring(span.start(), span.end());
        assertFalse(replaced.contains(identifier), () -> identifier + " is left in: " + replaced);
      }
    }
  }

  @Test
  void anIdentifierIsFoundWhateverOrdinaryWordsStandAroundIt() {
    List<String> before = List.of("", "Bitte an ", "(", "siehe: ", "„", "Kontakt ", "\n");
    List<String> after = List.of("", " bitte", ")", ". Danke", ", bitte", "“", "\n", "!");
    for (String identifier : IDENTIFIERS) {
      for (String left : before) {
        for (String right : after) {
          String text = left + identifier + right;
          List<Span> spans = DATA.find(text);
          assertEquals(1, spans.size(), () -> text + " gives " + spans);
          assertEquals(
              identifier, text.substring(spans.getFirst().start(), spans.getFirst().end()));
        }
      }
    }
  }

  @Test
  void onlyTheKindsAskedForAreFound() {
    String text = "Frau Berger, anna@example.com, 030 23125131";
    PersonalData mail = DATA.only(EnumSet.of(PersonalKind.EMAIL));
    assertEquals("Frau Berger, *, 030 23125131", mail.replace(text, span -> "*"));
    PersonalData known = DATA.known(List.of("Berger")).only(EnumSet.of(PersonalKind.EMAIL));
    assertEquals("Frau Berger, *, 030 23125131", known.replace(text, span -> "*"));
    assertEquals("Frau *, *, *", DATA.replace(text, span -> "*"));
  }

  @Test
  void lessCertainFindingsAreLeftOut() {
    String text = "DE | Suche | Anna";
    assertEquals(List.of(), DATA.find(text));
    assertEquals(1, DATA.atLeast(0.4).find(text).size());
  }
}
