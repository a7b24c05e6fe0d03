package io.liftwerk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IdentifiersTest {
  private static final Identifiers ALL = Identifiers.all();

  private static String found(Identifiers identifiers, String text) {
    return identifiers.find(text).stream()
        .map(one -> one.kind() + " " + text.substring(one.start(), one.end()))
        .collect(Collectors.joining("; "));
  }

  @Test
  void theWordsAroundANumberSayWhatItIs() {
    assertEquals("", found(ALL, "Vorgang 123456601 ist erledigt"));
    assertEquals("DE_LANR 123456601", found(ALL, "LANR 123456601 ist erledigt"));
    assertEquals("DE_BSNR 021234568", found(ALL, "Betriebsstättennummer: 021234568"));
    assertEquals("DE_PASSPORT C01X00T41", found(ALL, "Reisepass C01X00T41"));
    assertEquals("DE_ID_CARD C01X00T41", found(ALL, "Personalausweis C01X00T41"));
    assertEquals("US_SSN 054286917", found(ALL, "social security number 054286917"));
  }

  @Test
  void ofTwoThatOverlapTheSurestStays() {
    String text = "Mein Konto DE89 3704 0044 0532 0130 00";
    assertEquals("IBAN DE89 3704 0044 0532 0130 00", found(ALL, text));
    List<Identifier> all = ALL.atLeast(0).find(text);
    for (int i = 1; i < all.size(); i++) {
      assertFalse(all.get(i - 1).overlaps(all.get(i)));
    }
  }

  @Test
  void onlySomeKinds() {
    String text = "Frau Quenzl, 030 23125131, quenzl@beispielhof.de";
    Identifiers mail = ALL.only(Set.of(IdentifierKind.EMAIL, IdentifierKind.CARD));
    assertEquals("EMAIL quenzl@beispielhof.de", found(mail, text));
    assertEquals("", found(mail.only(Set.of(IdentifierKind.PHONE)), text));
  }

  @Test
  void valuesAreTheSameForEveryWriting() {
    List<Identifier> twice = ALL.find("USt-IdNr. DE 136 695 976, auch de136695976");
    assertEquals(2, twice.size());
    assertEquals("DE136695976", twice.getFirst().value());
    assertEquals(twice.getFirst().value(), twice.getLast().value());
  }

  @Test
  void namesThatAreKnown() {
    String text = "die quenzl hat angerufen";
    assertEquals("", found(ALL, text));
    assertEquals("PERSON quenzl", found(ALL.known(List.of("Anna Quenzl")), text));
  }

  @Test
  void addressesAreOneInASentenceAndLinesInALettersHead() {
    assertEquals(
        "ADDRESS Hauptstraße 17a, 80331 München",
        found(ALL, "Sie wohnt in der Hauptstraße 17a, 80331 München."));
    assertEquals(
        "PERSON Anna Berger; ADDRESS Hauptstraße 17a; POSTCODE 80331; PLACE München",
        found(ALL, "Anna Berger\nHauptstraße 17a\n80331 München"));
  }

  @Test
  void marketingNumbersAreNone() {
    for (String text :
        List.of(
            "Die Kampagne 20457711023 brachte 1.250 Klicks zu je 0,34 €.",
            "Artikelnummer 4006381333931, Größe M-XL 42",
            "Artikelnummer\tNW-KLE-10023\nEAN\t2000400008512\nMarke\tKaltfels",
            "Artikelnummer NW-KLE-10023\nMarke Kaltfels",
            "Version 2.4.1.7 of the app",
            "order 4711-0815, 24/7 support, 16:9, 3 x 4 m",
            "Gutes Brot, z.B. aus Roggen.So einfach.")) {
      assertEquals("", found(ALL, text), text);
    }
  }

  @Test
  void oneLiesWithinAnother() {
    Identifier whole = new Identifier(IdentifierKind.PLACE, 0, 10, "", 0.5);
    for (int[] inside : new int[][] {{0, 10}, {2, 8}, {0, 8}}) {
      assertTrue(
          whole.contains(new Identifier(IdentifierKind.PLACE, inside[0], inside[1], "", 0.5)));
    }
    assertFalse(whole.contains(new Identifier(IdentifierKind.PLACE, 4, 11, "", 0.5)));
  }

  @Test
  void aLongTextOfNothingButNumbersIsNoSquare() {
    String many = "Tel. 030 23125131, Steuernummer 12/345/67890. ".repeat(2_000);
    assertEquals(4_000, ALL.find(many).size());
  }
}
