package io.liftwerk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.text.ColumnKind.Content;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnKindTest {
  private static final PersonalData DATA = PersonalData.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EMAIL | anna@example.com; b.huber@example.de; ; info@bücher.example",
        "PHONE | 030 / 23125 131; +49 89 99998295; 00498999998214; unbekannt",
        "IBAN | DE89 3704 0044 0532 0130 00; AT611904300234573201",
        "IP | 192.0.2.1; 2001:db8::1; 198.51.100.7",
        "CARD | 4111 1111 1111 1111; 371449635398431",
        "FULL_NAME | Anna Berger; Karl-Heinz Quenzl; Dr. Eva Moser; Huber, Franz",
        "FIRST_NAME | Anna; Peter; Karl-Heinz; Zoë; Xaverl",
        "LAST_NAME | Müller; Quenzl; Huber; Schmidt; von Berg; Wagner",
        "ADDRESS | Murmeltierweg 57; Lange Str. 5; An der Gamsleite 58; Schneehuhnallee 12a",
        "FREE_TEXT | Bitte anrufen unter 030 23125131; danke; passt",
        "FREE_TEXT | Ich bin im Urlaub, bitte an Herrn Huber wenden; Die Ware war defekt und zu"
            + " klein",
      })
  void tellsWhatAColumnHolds(Content content, String values) {
    ColumnKind kind = DATA.classify(Arrays.asList(values.split("; ")));
    assertEquals(content, kind.content(), kind::reason);
    assertTrue(kind.personal());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "Ort | Frankfurt am Main; Kempten (Allgäu); Rosenheim; Freiburg; Wien; Bremen; Essen",
        "Stadt | Florenz; Charlotte; Victoria; Adelaide; Orlando; Dallas",
        "Kampagne | DE: Suche Winter; DE_Retargeting; AT – Firmen; Emma Sale; Max Reichweite",
        "Produkt | Daunenweste Gamsen 45; Tourenstiefel Öd 40; Rucksack Emma; Zelt Paul",
        "Firma | Bergfreunde Elchgrund e. V.; Latschinger Beratung KG; Hotel Silberzipf; Peter"
            + " Müller GmbH",
        "Marke | Hugo Boss; Tom Tailor; Jack Wolfskin; Salewa; Mammut",
        "Branche | Hotellerie; Tourismus; Alpenverein; Schule; Industrie",
        "Anrede | Herr; Frau; Familie",
        "Farbe | Schwarz; Weiß; Braun; Grün; Rosa",
        "Suchbegriff | wanderschuhe damen; nordwand gutschein; zelt 2 personen; emma matratze",
        "Kosten | 1.234,56; 12,00; 7,5",
        "Tag | 2026-01-01; 2026-01-02; 01.02.2026",
        "EAN | 4006381333931; 2000000000015; 2000000000022",
        "ID | 6100406270062; 120210000000000017; 238400000000000011",
        "Version | 1.2.3.4; 2.0.0.1; 10.2.1.0",
        "Postleitzahl | 80331; 10115; 01067",
        "Rolle | Geschäftsführung; Einkauf; Vertrieb",
      })
  void leavesThingsAlone(String heading, String values) {
    List<String> sample = Arrays.asList(values.split("; "));
    ColumnKind headed = DATA.classify(heading, sample);
    assertEquals(Content.OTHER, headed.content(), headed::reason);
    ColumnKind bare = DATA.classify(sample);
    boolean towns = heading.equals("Stadt");
    assertTrue(towns || bare.content() == Content.OTHER, () -> heading + ": " + bare.reason());
  }

  @Test
  void aHeadingHelps() {
    List<String> rare = List.of("Xaverl Quenzl", "Anna Stübs", "Ingvild Tross");
    assertEquals(Content.FULL_NAME, DATA.classify("Contact owner", rare).content());
    assertEquals(Content.OTHER, DATA.classify("", rare).content());
    assertEquals(
        Content.FULL_NAME, DATA.classify("Verantwortlich", List.of("Anna Huber")).content());
    assertEquals(Content.FIRST_NAME, DATA.classify("Vorname", List.of("Anna")).content());
  }

  @Test
  void givesShareAndReason() {
    ColumnKind kind = DATA.classify(List.of("anna@example.com", "keine", "b@example.com", " "));
    assertEquals(2 / 3.0, kind.share(), 1e-9);
    assertEquals(3, kind.values());
    assertEquals("67 % of the values are e-mail addresses.", kind.reason());
    ColumnKind text =
        DATA.classify(List.of("Tel. 030 23125131 oder anna@example.com", "ok", "ja", "gut"));
    assertEquals(
        "25 % of the values hold e-mail addresses; telephone numbers among other text.",
        text.reason());
    ColumnKind none = DATA.classify(List.of());
    assertEquals("No value to judge by.", none.reason());
    assertFalse(none.personal());
  }
}
