package io.liftwerk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
  private static final PersonalData DATA = PersonalData.standard();

  /** The text with what was found in brackets, its kind's first two letters before it. */
  private static String marked(PersonalData data, String text) {
    return data.replace(
        text,
        span ->
            "["
                + span.kind().name().substring(0, 2)
                + " "
                + text.substring(span.start(), span.end())
                + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "Mail an anna.berger@example.com. Danke | Mail an [EM anna.berger@example.com]. Danke",
        "(anna@example.com) | ([EM anna@example.com])",
        "Berger <anna@example.com>; x | Berger <[EM anna@example.com]>; x",
        "'anna@example.com' | '[EM anna@example.com]'",
        "mailto:anna+news@example.co.uk?subject=x | mailto:[EM anna+news@example.co.uk]?subject=x",
        "info@bücher.example, jürgen@müller.de | [EM info@bücher.example], [EM jürgen@müller.de]",
        "a@xn--d1acufc.xn--p1ai | [EM a@xn--d1acufc.xn--p1ai]",
        "\"anna berger\"@example.com | [EM \"anna berger\"@example.com]",
        "?email=anna%40example.com&x=1 | ?email=[EM anna%40example.com]&x=1",
        "?u%3Danna%40example.com | ?u%3D[EM anna%40example.com]",
        "anna (at) example.com | [EM anna (at) example.com]",
        "anna[at]example[dot]de schreiben | [EM anna[at]example[dot]de] schreiben",
        "anna at example dot com | [EM anna at example dot com]",
        "berger.anna ät example punkt de | [EM berger.anna ät example punkt de]",
        "E-Mail: anna at example.com | E-Mail: [EM anna at example.com]",
        "Meet us at example.com | Meet us at example.com",
        "3 Stück @ 2.50 | 3 Stück @ 2.50",
        "logo@2x.png | logo@2x.png",
        "@nordwand folgt | @nordwand folgt",
        "info@presidio. | info@presidio.",
      })
  void findsAddressesOfMail(String text, String marked) {
    assertEquals(marked, marked(DATA, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rufen Sie 030 / 23125 131 an | Rufen Sie [PH 030 / 23125 131] an",
        "+49 89 99998295 | [PH +49 89 99998295]",
        "00498999998214 | [PH 00498999998214]",
        "+43 / 000 23125 0216 | [PH +43 / 000 23125 0216]",
        "0043000231250119 | [PH 0043000231250119]",
        "Tel.: 0171/2345678, Fax 0171/2345679 | Tel.: [PH 0171/2345678], Fax [PH 0171/2345679]",
        "+49 (0)30 23125-131 | [PH +49 (0)30 23125-131]",
        "(030) 23125131 oder mobil 01712345678 | [PH (030) 23125131] oder mobil [PH 01712345678]",
        "+1 415 555 0132 | [PH +1 415 555 0132]",
        "am 01.02.2024 unter 0171 2345678 | am 01.02.2024 unter [PH 0171 2345678]",
        "Telefon 23125131 | Telefon [PH 23125131]",
        "Bestellung 0171234567 | Bestellung 0171234567",
        "Bestell-Nr. 0301234567 | Bestell-Nr. 0301234567",
        "Kundennummer: 0301234567 | Kundennummer: 0301234567",
        "EAN 4006381333931 | EAN 4006381333931",
        "4006381333931 | 4006381333931",
        "0012345678905 | 0012345678905",
        "01.02.2024 10:30 | 01.02.2024 10:30",
        "2024-01-02/2024-03-04 | 2024-01-02/2024-03-04",
        "Preis 01234567 € | Preis 01234567 €",
        "0.1234567 | 0.1234567",
        "1.234.567,89 EUR | 1.234.567,89 EUR",
        "6100406270062 | 6100406270062",
        "NW-SKI-10066 | NW-SKI-10066",
        "2026-09-30 21:59:29 +0200 | 2026-09-30 21:59:29 +0200",
        "120210000000000017 | 120210000000000017",
        "000012345 | 000012345",
        "2022-10-14 11:39:03.336000 | 2022-10-14 11:39:03.336000",
        "0.0494999997317791 | 0.0494999997317791",
        "02577875-b631-496e-bcb8-bcbcf5c7f899 | 02577875-b631-496e-bcb8-bcbcf5c7f899",
        "Tel:030 23125131-Büro | Tel:[PH 030 23125131]-Büro",
      })
  void findsTelephoneNumbers(String text, String marked) {
    assertEquals(marked, marked(DATA, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IBAN DE89 3704 0044 0532 0130 00 bitte | IBAN [IB DE89 3704 0044 0532 0130 00] bitte",
        "de89370400440532013000 | [IB de89370400440532013000]",
        "AT61 1904 3002 3457 3201 | [IB AT61 1904 3002 3457 3201]",
        "DE89 3704 0044 0532 0130 01 | DE89 3704 0044 0532 0130 01",
        "XDE89370400440532013000 | XDE89370400440532013000",
      })
  void findsAccounts(String text, String marked) {
    assertEquals(marked, marked(DATA, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "von 192.0.2.17 um 10:30 | von [IP 192.0.2.17] um 10:30",
        "(2001:db8::1) | ([IP 2001:db8::1])",
        "[2001:db8::1]:8080 | [[IP 2001:db8::1]]:8080",
        "::ffff:192.0.2.1 | [IP ::ffff:192.0.2.1]",
        "10.0.0.0/8. | [IP 10.0.0.0/8].",
        "Version 10.0.19.45 | Version 10.0.19.45",
        "Chrome/120.0.99.109 | Chrome/120.0.99.109",
        "v10.2.3.4 | v10.2.3.4",
        "1.2.3.4.5 | 1.2.3.4.5",
        "256.1.1.1 | 256.1.1.1",
        "12:34:56 | 12:34:56",
        "aa:bb:cc:dd:ee:ff | aa:bb:cc:dd:ee:ff",
        "std::cout | std::cout",
      })
  void findsAddressesOfTheNet(String text, String marked) {
    assertEquals(marked, marked(DATA, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Karte 4111 1111 1111 1111 gesperrt | Karte [CA 4111 1111 1111 1111] gesperrt",
        "371449635398431 | [CA 371449635398431]",
        "4111111111111112 | 4111111111111112",
        "Sendungsnummer 4111111111111111 | Sendungsnummer 4111111111111111",
        "0.5981449999999999 | 0.5981449999999999",
        "0,4111111111111111 | 0,4111111111111111",
        "12,4111111111111111 | 12,[CA 4111111111111111]",
        "Nr.4111111111111111 | Nr.[CA 4111111111111111]",
        "4006381333931 | 4006381333931",
      })
  void findsCards(String text, String marked) {
    assertEquals(marked, marked(DATA, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gestern mit anna gesprochen | gestern mit [NA anna] gesprochen",
        "Annas Rucksack, Bergers Schuhe | [NA Annas] Rucksack, [NA Bergers] Schuhe",
        "ANNA BERGER zahlt | [NA ANNA BERGER] zahlt",
        "Berger, Anna zahlt | [NA Berger, Anna] zahlt",
        "Bergerhütte und Bergen | Bergerhütte und Bergen",
      })
  void findsKnownNames(String text, String marked) {
    PersonalData known = DATA.known(List.of("Anna", "Berger", " "));
    assertEquals(marked, marked(known, text));
  }

  @Test
  void knownNamesAreFoundHoweverTheirUmlautsAreWritten() {
    PersonalData known = DATA.known(List.of("Jürgen Schröder"));
    assertEquals("[NA Juergen Schroeder] war da", marked(known, "Juergen Schroeder war da"));
    assertEquals("[NA jurgen schroder] war da", marked(known, "jurgen schroder war da"));
    PersonalData spelt = DATA.known(List.of("Juergen Schroeder"));
    assertEquals("[NA Jürgen Schröder] war da", marked(spelt, "Jürgen Schröder war da"));
  }

  @Test
  void aKnownNameThatIsAWordNeedsItsCapital() {
    PersonalData known = DATA.known(List.of("Lang", "Karl von Berg"));
    assertEquals("wie lang, [NA Lang]?", marked(known, "wie lang, Lang?"));
    assertEquals("[NA Karl von Berg] am berg", marked(known, "Karl von Berg am berg"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "  ", "DE | Suche | Winter 2025", "Tourenstiefel Öd 40"})
  void findsNothingWhereNothingIs(String text) {
    assertEquals(List.of(), DATA.find(text));
  }

  @Test
  void valuesAreNormalised() {
    assertEquals(
        "EMAIL anna@example.com, PHONE +493023125131",
        DATA.find("Anna@Example.com, 030 / 23125-131").stream()
            .map(span -> span.kind() + " " + span.value())
            .collect(Collectors.joining(", ")));
  }
}
