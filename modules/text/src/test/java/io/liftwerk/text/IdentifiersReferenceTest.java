package io.liftwerk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liftwerk.testsupport.SharedData;
import io.liftwerk.text.FoundSpans.Labelled;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Presidio's cases for its recognisers, and presidio-research's annotated sentences. */
@Tag("reference")
class IdentifiersReferenceTest {
  private static final Identifiers ALL = Identifiers.all();

  private static final Map<String, IdentifierKind> LABELS =
      Map.ofEntries(
          Map.entry("EMAIL_ADDRESS", IdentifierKind.EMAIL),
          Map.entry("PHONE_NUMBER", IdentifierKind.PHONE),
          Map.entry("CREDIT_CARD", IdentifierKind.CARD),
          Map.entry("IBAN_CODE", IdentifierKind.IBAN),
          Map.entry("US_SSN", IdentifierKind.US_SSN),
          Map.entry("IP_ADDRESS", IdentifierKind.IP),
          Map.entry("DOMAIN_NAME", IdentifierKind.URL),
          Map.entry("US_DRIVER_LICENSE", IdentifierKind.US_DRIVING_LICENCE),
          Map.entry("PERSON", IdentifierKind.PERSON),
          Map.entry("STREET_ADDRESS", IdentifierKind.ADDRESS),
          Map.entry("GPE", IdentifierKind.PLACE),
          Map.entry("ORGANIZATION", IdentifierKind.ORGANISATION),
          Map.entry("DATE_TIME", IdentifierKind.DATE),
          Map.entry("TITLE", IdentifierKind.TITLE),
          Map.entry("NRP", IdentifierKind.NATIONALITY),
          Map.entry("AGE", IdentifierKind.AGE),
          Map.entry("ZIP_CODE", IdentifierKind.POSTCODE));

  private static final Set<IdentifierKind> STRUCTURED =
      EnumSet.of(
          IdentifierKind.EMAIL,
          IdentifierKind.PHONE,
          IdentifierKind.CARD,
          IdentifierKind.IBAN,
          IdentifierKind.US_SSN,
          IdentifierKind.IP,
          IdentifierKind.URL);

  private static JsonNode read(String file) throws IOException {
    return new ObjectMapper().readTree(Files.readString(SharedData.file(file)));
  }

  /**
   * The sentences come from templates. Rules were written while looking at those of odd {@code
   * template_id} only; the even half is what they are judged by. (E-mail, telephone, card, IBAN, IP
   * and the names that {@link PersonalData} finds are older than this split.)
   */
  @Test
  void sentences() throws IOException {
    FoundSpans seen = new FoundSpans();
    FoundSpans unseen = new FoundSpans();
    for (JsonNode sentence : read("data/pii/presidio_research_dev.json")) {
      String text = sentence.get("full_text").asText();
      List<Labelled> labels = new ArrayList<>();
      for (JsonNode span : sentence.get("spans")) {
        IdentifierKind kind = Objects.requireNonNull(LABELS.get(span.get("entity_type").asText()));
        int start = text.offsetByCodePoints(0, span.get("start_position").asInt());
        int end = text.offsetByCodePoints(0, span.get("end_position").asInt());
        labels.add(new Labelled(kind, start, end));
      }
      FoundSpans half = sentence.get("template_id").asInt() % 2 == 1 ? seen : unseen;
      half.add(text, labels, ALL.find(text));
    }
    String table = seen.table("templates looked at") + unseen.table("templates not looked at");
    System.out.println(table);
    for (FoundSpans half : List.of(seen, unseen)) {
      assertTrue(half.sum(STRUCTURED).f2() >= 0.97, table);
      assertTrue(half.sum().f2() >= 0.8 && half.sum().precision() >= 0.8, table);
    }
  }

  /** Presidio's file of cases, and which of our kinds it is about. */
  private static final Map<String, IdentifierKind> RECOGNISERS =
      Map.ofEntries(
          Map.entry("credit_card", IdentifierKind.CARD),
          Map.entry("crypto", IdentifierKind.CRYPTO),
          Map.entry("date", IdentifierKind.DATE),
          Map.entry("de_bsnr", IdentifierKind.DE_BSNR),
          Map.entry("de_fuehrerschein", IdentifierKind.DE_DRIVING_LICENCE),
          Map.entry("de_handelsregister", IdentifierKind.DE_TRADE_REGISTER),
          Map.entry("de_health_insurance", IdentifierKind.DE_HEALTH_INSURANCE),
          Map.entry("de_id_card", IdentifierKind.DE_ID_CARD),
          Map.entry("de_kfz", IdentifierKind.DE_NUMBER_PLATE),
          Map.entry("de_lanr", IdentifierKind.DE_LANR),
          Map.entry("de_passport", IdentifierKind.DE_PASSPORT),
          Map.entry("de_plz", IdentifierKind.POSTCODE),
          Map.entry("de_social_security", IdentifierKind.DE_PENSION_INSURANCE),
          Map.entry("de_tax_id", IdentifierKind.DE_TAX_ID),
          Map.entry("de_tax_number", IdentifierKind.DE_TAX_NUMBER),
          Map.entry("de_vat_id", IdentifierKind.DE_VAT_ID),
          Map.entry("email", IdentifierKind.EMAIL),
          Map.entry("iban", IdentifierKind.IBAN),
          Map.entry("ip", IdentifierKind.IP),
          Map.entry("mac", IdentifierKind.MAC),
          Map.entry("phone", IdentifierKind.PHONE),
          Map.entry("url", IdentifierKind.URL),
          Map.entry("us_itin", IdentifierKind.US_ITIN),
          Map.entry("us_ssn", IdentifierKind.US_SSN));

  /** A case, whatever it is called there. */
  private record Case(IdentifierKind kind, String test, JsonNode values) {
    String text() {
      String name = values.has("iban") ? "iban" : values.has("number") ? "number" : "text";
      return values.get(name).asText();
    }

    /** Without a threshold, as Presidio's recognisers answer; strict ones want the sum to hold. */
    List<Identifier> findings() {
      double least = test.contains("strict") ? 0.5 : 0.01;
      return ALL.only(Set.of(kind)).atLeast(least).find(text());
    }

    boolean agrees() {
      List<Identifier> found = findings();
      if (values.has("number")) {
        boolean whole = found.size() == 1 && found.getFirst().end() == text().length();
        JsonNode expected = values.get("expected");
        return whole == (expected.isNull() ? !test.contains("strict") : expected.asBoolean());
      }
      JsonNode places = places();
      boolean counted = values.has("expected_len");
      int expected = counted ? values.get("expected_len").asInt() : places.size();
      if (found.size() != expected) {
        return false;
      }
      for (int i = 0; places != null && i < Math.min(places.size(), expected); i++) {
        Identifier one = found.get(i);
        if (one.start() != places.get(i).get(0).asInt()
            || one.end() != places.get(i).get(1).asInt()) {
          return false;
        }
      }
      return true;
    }

    private JsonNode places() {
      return values.has("expected_res")
          ? values.get("expected_res")
          : values.get("expected_positions");
    }
  }

  @Test
  void casesOfItsRecognisers() throws IOException {
    Set<String> differing = new TreeSet<>();
    StringBuilder table = new StringBuilder();
    int agree = 0;
    int of = 0;
    for (JsonNode group : read("reference/text_guardrails.json").get("groups")) {
      String file = group.get("file").asText();
      String name = file.replaceAll(".*/test_", "").replaceAll("_recognizer\\.py$", "");
      IdentifierKind kind = RECOGNISERS.get(name);
      if (kind == null || !file.contains("presidio-analyzer")) {
        continue;
      }
      int before = of;
      int agreed = agree;
      for (JsonNode test : group.get("tests")) {
        for (JsonNode values : test.get("cases")) {
          Case one = new Case(kind, test.get("test").asText(), values);
          // a leniency other than the default is an option of theirs
          if (!values.has("leniency")) {
            of++;
            boolean same = one.agrees();
            agree += same ? 1 : 0;
            if (!same) {
              differing.add(name + ": " + one.text());
            }
          }
        }
      }
      table.append(name + " " + (agree - agreed) + " of " + (of - before) + "\n");
    }
    System.out.println(table + "all " + agree + " of " + of);
    assertEquals(
        String.join("\n", new TreeSet<>(DIFFERING.keySet())), String.join("\n", differing));
  }

  /** Cases in which ours answers otherwise, with the reason. */
  private static final Map<String, String> DIFFERING =
      Map.ofEntries(
          Map.entry(
              "iban: LV80 bANK 0000 4351 9500 1",
              "people write account numbers in either case, and its check digits are right"),
          Map.entry(
              "ip: 192.168.1.1.1",
              "five parts are a version or a heading, not an address and a rest"),
          Map.entry("ip: ::/0", "two colons are everywhere in programs and tell of nobody"),
          Map.entry("ip: ::/128", "the unspecified address, as above"),
          Map.entry("ip: Unspecified ::", "the unspecified address, as above"),
          Map.entry("ip: Use local ipv6 ::", "the unspecified address, as above"),
          Map.entry("ip: src=:: dst=::1", "only ::1 is found, for the same reason"),
          Map.entry(
              "phone: My CN number is 13812345678",
              "eleven digits that nothing calls a telephone number are an order's or a tracking"
                  + " number more often"),
          Map.entry(
              "url: \"https://presidio.dataprivacystack.org/\"",
              "the quotes around an address are not part of it"),
          Map.entry("url: 'https://presidio.dataprivacystack.org/'", "as above"));
}
