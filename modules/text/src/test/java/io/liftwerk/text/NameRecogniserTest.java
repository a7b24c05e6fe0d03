package io.liftwerk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameRecogniserTest {
  private static final PersonalData DATA = PersonalData.standard();

  private static String marked(String text) {
    return DATA.replace(text, span -> "[" + text.substring(span.start(), span.end()) + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "Bitte Herrn Dr. Quenzl anrufen | Bitte Herrn Dr. [Quenzl] anrufen",
        "Frau Quenzl Bescheid geben | Frau [Quenzl] Bescheid geben",
        "Frau Prof. Dr. med. Anna Quenzl-Stübs kommt | Frau Prof. Dr. med. [Anna Quenzl-Stübs]"
            + " kommt",
        "Herr von der Quenz ruft an | Herr [von der Quenz] ruft an",
        "Familie van Dongeren, 2 Kinder | Familie [van Dongeren], 2 Kinder",
        "wegen herr müller | wegen herr [müller]",
        "Mr. Quenzl and Mrs. Ada Stubbs | Mr. [Quenzl] and Mrs. [Ada Stubbs]",
        "Dipl.-Ing. Karl Quenzl | Dipl.-Ing. [Karl Quenzl]",
        "Kunde Quenzl wartet | Kunde [Quenzl] wartet",
      })
  void afterAFormOfAddress(String text, String marked) {
    assertEquals(marked, marked(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "Hallo Anna, danke für die Antwort | Hallo [Anna], danke für die Antwort",
        "Liebe Quenzlinde, das passt | Liebe [Quenzlinde], das passt",
        "Sehr geehrte Frau Quenzl, | Sehr geehrte Frau [Quenzl],",
        "Lieber Karl Quenzl! | Lieber [Karl Quenzl]!",
        "Guten Tag Herr Quenzl | Guten Tag Herr [Quenzl]",
        "hi anna, wie geht es | hi [anna], wie geht es",
        "Dear Anna, | Dear [Anna],",
        "Hallo Team, bitte prüfen | Hallo Team, bitte prüfen",
        "Liebe Kunden, wir haben zu | Liebe Kunden, wir haben zu",
        "Sehr geehrte Damen und Herren, | Sehr geehrte Damen und Herren,",
        "Hello Kitty Rucksack | Hello Kitty Rucksack",
      })
  void afterAGreeting(String text, String marked) {
    assertEquals(marked, marked(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "Viele Grüße/Anna Berger | Viele Grüße/[Anna Berger]",
        "Mit freundlichen Grüßen//Xaverl Quenzl/Nordwand GmbH | Mit freundlichen Grüßen//[Xaverl"
            + " Quenzl]/Nordwand GmbH",
        "Mit freundlichen Grüßen/i. A. Quenzl | Mit freundlichen Grüßen/i. A. [Quenzl]",
        "LG Anna | LG [Anna]",
        "lg anna | lg [anna]",
        "Viele Grüße aus Wien, Ihre Quenzlinde | Viele Grüße aus Wien, Ihre [Quenzlinde]",
        "Grüße an Peter und danke | Grüße an [Peter] und danke",
        "MfG, Quenzl | MfG, [Quenzl]",
        "Best regards,/Ada Stubbs | Best regards,/[Ada Stubbs]",
        "Thanks,/Stubbs | Thanks,/[Stubbs]",
        "gez. Quenzl | gez. [Quenzl]",
        "Viele Grüße/Ihr Nordwand Team | Viele Grüße/Ihr Nordwand Team",
        "Vielen Dank für die Lieferung | Vielen Dank für die Lieferung",
        "Liebe Grüße | Liebe Grüße",
      })
  void atTheEndOfALetter(String text, String marked) {
    assertEquals(marked.replace('/', '\n'), marked(text.replace('/', '\n')));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "Ansprechpartner: Quenzl, Tel. folgt | Ansprechpartner: [Quenzl], Tel. folgt",
        "Ansprechpartner/in: Frau Quenzl | Ansprechpartner/in: Frau [Quenzl]",
        "Ansprechpartnerin ist Anna Quenzl | Ansprechpartnerin ist [Anna Quenzl]",
        "Name: Xaverl Quenzl | Name: [Xaverl Quenzl]",
        "Nachname: Quenzl | Nachname: [Quenzl]",
        "Mein Name ist Xaverl Quenzl und ich | Mein Name ist [Xaverl Quenzl] und ich",
        "mein name ist quenzl | mein name ist [quenzl]",
        "ich heiße Quenzl | ich heiße [Quenzl]",
        "My name is Quenzl. | My name is [Quenzl].",
        "z. Hd. Quenzl | z. Hd. [Quenzl]",
        "Name: Winterkampagne | Name: Winterkampagne",
        "Campaign Name: Alpin Spezial | Campaign Name: Alpin Spezial",
        "Kunde: Wolfsgruber GmbH | Kunde: Wolfsgruber GmbH",
        "Kontakt: Telefon | Kontakt: Telefon",
        "Der Name ist Programm | Der Name ist Programm",
      })
  void afterALabel(String text, String marked) {
    assertEquals(marked, marked(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "gestern mit Anna Quenzl gesprochen | gestern mit [Anna Quenzl] gesprochen",
        "Das war Annas Idee, sagt Peter | Das war [Annas] Idee, sagt [Peter]",
        "Müller, Anna | [Müller, Anna]",
        "telefonat mit anna müller am montag | telefonat mit [anna müller] am montag",
        "Karl-Heinz Groß-Bieber hat bezahlt | [Karl-Heinz Groß-Bieber] hat bezahlt",
        "Anna von der Quenz ist da | [Anna von der Quenz] ist da",
        "Xaverl Quenzl <x@example.com> | [Xaverl Quenzl] <[x@example.com]>",
        "Ich traf Anna Berger, und Berger sagte ja | Ich traf [Anna Berger], und [Berger] sagte ja",
        "J. R. Miller was here with his dog | [J. R. Miller] was here with his dog",
      })
  void byItself(String text, String marked) {
    assertEquals(marked, marked(text));
  }

  @Test
  void aboveAnAddress() {
    String text = "Xaverl Quenzl\nMusterweg 3\n80331 München";
    assertEquals("[Xaverl Quenzl]\nMusterweg 3\n80331 München", marked(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DE | Suche | Winter 2025",
        "DE_Retargeting",
        "AT – Firmenausstattung",
        "Bergschuhe & Anpassung",
        "Daunenweste Gamsen 45",
        "Tourenstiefel Öd 40",
        "Straße zum Nebelschaf 31",
        "Am Wolkenkuck 22",
        "Karl-Müller-Straße 5",
        "Zimmerei Purzelstein & Söhne Köln",
        "Latschinger Beratung KG",
        "Berghotel Krähenzipfel GmbH Leipzig",
        "Drachenzahn Werke AG Hamburg",
        "Stammkunde, Filiale",
        "Bitte beim Nachbarn abgeben,\n2. Stock links",
        "Bitte läuten; \"Hund bellt nur\"",
        "Preis je Stück unter 100 € gewünscht",
        "Frankfurt am Main",
        "Kempten (Allgäu)",
        "Baden-Württemberg",
        "Vom Berg geprüft",
        "Hugo Boss",
        "Jack Wolfskin Jacke",
        "Peter Müller GmbH",
        "Microsoft Advertising",
        "Neue Kollektion\nJetzt entdecken",
        "Die Ware ist im März in Berlin angekommen.",
        "The August campaign did well in May.",
      })
  void leavesAloneWhatIsNoPerson(String text) {
    assertEquals(List.of(), DATA.find(text));
  }
}
