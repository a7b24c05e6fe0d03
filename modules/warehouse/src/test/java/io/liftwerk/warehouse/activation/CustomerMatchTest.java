package io.liftwerk.warehouse.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.warehouse.PlatformCases;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerMatchTest {

  private static final Map<String, MatchField> FIELDS =
      Map.ofEntries(
          Map.entry("em", MatchField.EMAIL),
          Map.entry("email", MatchField.EMAIL),
          Map.entry("ph", MatchField.PHONE),
          Map.entry("phone", MatchField.PHONE),
          Map.entry("fn", MatchField.FIRST_NAME),
          Map.entry("db", MatchField.BIRTH_DATE),
          Map.entry("country", MatchField.COUNTRY),
          Map.entry("zip", MatchField.ZIP),
          Map.entry("street", MatchField.STREET));

  @Test
  @Tag("reference")
  void publishedVectorsAreMet() throws IOException {
    int checked = 0;
    for (JsonNode one : PlatformCases.of("customer_match_hashing")) {
      Platform platform =
          Platform.valueOf(one.path("platform").asText().split(" ")[0].toUpperCase(Locale.ROOT));
      if (one.path("field").asText().equals("*")) {
        for (MatchField field : MatchField.values()) {
          assertThrows(
              WorkbenchException.class,
              () -> CustomerMatch.key(platform, field, one.path("input").asText(), null));
        }
        checked++;
        continue;
      }
      MatchField field =
          Objects.requireNonNull(FIELDS.get(one.path("field").asText().toLowerCase(Locale.ROOT)));
      for (String input : inputs(one.path("input"))) {
        Optional<MatchKey> key = CustomerMatch.key(platform, field, input, null);
        assertEquals(one.path("normalized").asText(), key.map(MatchKey::plain).orElse(""), input);
        if (one.has("sha256_hex")) {
          byte[] hash = HexFormat.of().parseHex(one.path("sha256_hex").asText());
          assertEquals(
              platform == Platform.UID2
                  ? Base64.getEncoder().encodeToString(hash)
                  : HexFormat.of().formatHex(hash),
              key.orElseThrow().upload());
        }
      }
      checked++;
    }
    assertEquals(22, checked);
  }

  private static List<String> inputs(JsonNode input) {
    var inputs = new ArrayList<String>();
    if (input.isArray()) {
      input.forEach(one -> inputs.add(one.asText()));
    } else {
      inputs.add(input.asText());
    }
    return inputs;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          META   | EMAIL      |    | ` A.B+c@Gmail.com ` | a.b+c@gmail.com
          GOOGLE | EMAIL      |    | A.B+c@GoogleMail.com | ab@googlemail.com
          GOOGLE | EMAIL      |    | A.B+c@firma.example | a.b+c@firma.example
          UID2   | EMAIL      |    | A.B+c@googlemail.com | a.b+c@googlemail.com
          UID2   | EMAIL      |    | A.B+c@gmail.com     | ab@gmail.com
          TIKTOK | EMAIL      |    | a b@c.example       | ab@c.example
          META   | EMAIL      |    | nobody              | ``
          META   | PHONE      | DE | 089 / 99998-399     | 498999998399
          META   | PHONE      | DE | '0049 89 99998399   | 498999998399
          META   | PHONE      | DE | +49 (0)89 99998399  | 498999998399
          GOOGLE | PHONE      | AT | 01 231250141        | +431231250141
          GOOGLE | PHONE      |    | 0043 1 231250141    | +431231250141
          TIKTOK | PHONE      | DE | +1 (650) 555-1212   | +16505551212
          SNAP   | PHONE      |    | 0044 844 412 4653   | 448444124653
          UID2   | PHONE      |    | 12                  | ``
          META   | LAST_NAME  |    | ` d'Été-Müller `    | détémüller
          GOOGLE | LAST_NAME  |    | ` D'Été-Müller `    | d'été-müller
          META   | CITY       |    | Frankfurt a. M.     | frankfurtam
          META   | ZIP        | US | 94103-1234          | 94103
          META   | ZIP        | DE | '04109              | 04109
          GOOGLE | ZIP        | DE | 04109               | 04109
          GOOGLE | COUNTRY    |    | de                  | DE
          META   | COUNTRY    |    | Germany             | ``
          META   | BIRTH_DATE |    | 16.02.1997          | 19970216
          META   | BIRTH_DATE |    | 1997-02-16          | 19970216
          META   | BIRTH_DATE |    | 3/4/1997            | ``
          META   | BIRTH_DATE |    | 31.02.1997          | ``
          META   | GENDER     |    | weiblich            | f
          META   | GENDER     |    | Herr                | m
          META   | GENDER     |    | divers              | ``
          META   | STREET     |    | Am Weg 1            | ``
          UID2   | FIRST_NAME |    | Anna                | ``
          TIKTOK | DEVICE_ID  |    | AB-12               | ab-12
          """)
  void valuesAreWrittenAsThePlatformWantsThem(
      Platform platform, MatchField field, String region, String value, String plain) {
    Optional<MatchKey> key = CustomerMatch.key(platform, field, value, region);
    assertEquals(plain, key.map(MatchKey::plain).orElse(""));
  }

  @Test
  void googleTakesCountryAndPostalCodeInClear() {
    MatchKey zip = CustomerMatch.key(Platform.GOOGLE, MatchField.ZIP, "04109", "DE").orElseThrow();
    assertFalse(zip.hashed());
    assertEquals("04109", zip.upload());
    MatchKey name =
        CustomerMatch.key(Platform.GOOGLE, MatchField.LAST_NAME, "Maier", null).orElseThrow();
    assertTrue(name.hashed());
    assertEquals(64, name.upload().length());
  }

  @Test
  void aHashIsNotHashedAgain() {
    String hash =
        CustomerMatch.key(Platform.META, MatchField.EMAIL, "a@b.example", null)
            .orElseThrow()
            .upload();
    WorkbenchException refused =
        assertThrows(
            WorkbenchException.class,
            () -> CustomerMatch.key(Platform.META, MatchField.EMAIL, " " + hash, null));
    assertEquals("already-hashed", refused.code());
    assertFalse(refused.sentence().contains(hash));
  }

  @Test
  void aKeyDoesNotTellTheValueWhenItIsPrinted() {
    for (MatchField field : List.of(MatchField.EMAIL, MatchField.ZIP)) {
      MatchKey key =
          CustomerMatch.key(Platform.GOOGLE, field, "anna@maier.example", null).orElseThrow();
      assertFalse(key.toString().contains("anna"), key.toString());
    }
  }
}
