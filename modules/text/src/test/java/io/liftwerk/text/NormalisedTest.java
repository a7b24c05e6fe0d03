package io.liftwerk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalisedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "Anna.Berger@Example.COM | anna.berger@example.com",
        " mailto:anna@example.com. | anna@example.com",
        "Anna Berger <anna@example.com> | anna@example.com",
        "\"anna berger\"@example.com | anna berger@example.com",
        "info@bücher.example | info@xn--bcher-kva.example",
        "info@xn--bcher-kva.example | info@xn--bcher-kva.example",
        "anna (at) example.com | anna@example.com",
        "anna at example dot com | anna@example.com",
        "anna@example.com, | anna@example.com",
        "not an address | not an address",
      })
  void anEmailHasOneForm(String written, String value) {
    assertEquals(value, Normalised.email(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "+49 30 23125131 | DE | +493023125131",
        "030 / 23125 131 | DE | +493023125131",
        "00493023125131 | DE | +493023125131",
        "'00493023125131 | DE | +493023125131",
        "+49 (0)30 23125-131 | DE | +493023125131",
        "tel:+49-30-23125131 | DE | +493023125131",
        "(030) 23125131 | DE | +493023125131",
        "030 23125131 Durchwahl | DE | +493023125131",
        "0664 1234567 | AT | +436641234567",
        "+1 (415) 555-0132 | DE | +14155550132",
        "+43 000 231250216 | DE | +4300231250216",
        "+43 / 000 23125 0216 | AT | +4300231250216",
        "0043000231250216 | DE | +4300231250216",
        "0043000231250216 | AT | +4300231250216",
        "keine | DE | keine",
      })
  void aTelephoneNumberHasOneForm(String written, String region, String value) {
    assertEquals(value, Normalised.phone(written, region));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Anna Berger | anna berger",
        "  ANNA   BERGER | anna berger",
        "Berger, Anna | anna berger",
        "Frau Dr. Anna Berger | anna berger",
        "Müller, Dr. Anna-Lena | anna lena mueller",
        "Anna-Lena Mueller | anna lena mueller",
        "Jürgen Groß | juergen gross",
        "Zoë Křenová | zoe krenova",
        "Dipl.-Ing. Karl von der Heide | karl von der heide",
        "Herr | herr",
        "Mr. O'Brien | o brien",
      })
  void aNameHasOneForm(String written, String value) {
    assertEquals(value, Normalised.name(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.168.0.1 | 192.168.0.1",
        "192.168.0.1:8080 | 192.168.0.1",
        "192.168.0.0/24 | 192.168.0.0",
        "2001:0DB8:0000:0000:0000:0000:0000:0001 | 2001:db8::1",
        "[2001:db8::1]:443 | 2001:db8::1",
        "fe80::1%eth0 | fe80::1",
        "::ffff:192.0.2.1 | 192.0.2.1",
        "2001:db8:0:0:1:0:0:1 | 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1 | 2001:db8:0:1:1:1:1:1",
        "::1 | ::1",
        "1:0:0:0:0:0:0:0 | 1::",
        "Unbekannt | unbekannt",
      })
  void anAddressOfTheNetHasOneForm(String written, String value) {
    assertEquals(value, Normalised.ip(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Murmeltierweg 57 | murmeltierweg 57",
        "Musterstr. 12a | musterstrasse 12a",
        "Musterstraße  12 A | musterstrasse 12 a",
        "Lange Str. 5, 2. OG | lange strasse 5 2 og",
        "Lange Strasse 5 2. OG | lange strasse 5 2 og",
      })
  void aStreetHasOneForm(String written, String value) {
    assertEquals(value, Normalised.address(written));
  }

  @ParameterizedTest
  @CsvSource({"de89 3704 0044 0532 0130 00,DE89370400440532013000"})
  void anAccountHasOneForm(String written, String value) {
    assertEquals(value, Normalised.iban(written));
  }
}
