package io.liftwerk.warehouse.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.iabtcf.decoder.TCString;
import com.iabtcf.utils.IntIterable;
import com.iabtcf.v2.PublisherRestriction;
import io.liftwerk.warehouse.PlatformCases;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("reference")
class TcfReferenceTest {

  private static final Map<String, Function<TCString, IntIterable>> LISTS = new LinkedHashMap<>();

  static {
    LISTS.put("purposesConsent", TCString::getPurposesConsent);
    LISTS.put("purposesLITransparency", TCString::getPurposesLITransparency);
    LISTS.put("specialFeatureOptIns", TCString::getSpecialFeatureOptIns);
    LISTS.put("vendorConsent", TCString::getVendorConsent);
    LISTS.put("vendorLegitimateInterest", TCString::getVendorLegitimateInterest);
    LISTS.put("disclosedVendors", TCString::getDisclosedVendors);
    LISTS.put("allowedVendors", TCString::getAllowedVendors);
    LISTS.put("pubPurposesConsent", TCString::getPubPurposesConsent);
    LISTS.put("pubPurposesLI", TCString::getPubPurposesLITransparency);
    LISTS.put("customPurposesConsent", TCString::getCustomPurposesConsent);
    LISTS.put("customPurposesLI", TCString::getCustomPurposesLITransparency);
  }

  private static final Map<String, Function<TCString, Object>> VALUES = new LinkedHashMap<>();

  static {
    VALUES.put("version", TCString::getVersion);
    VALUES.put("created", TCString::getCreated);
    VALUES.put("lastUpdated", TCString::getLastUpdated);
    VALUES.put("cmpId", TCString::getCmpId);
    VALUES.put("cmpVersion", TCString::getCmpVersion);
    VALUES.put("consentScreen", TCString::getConsentScreen);
    VALUES.put("consentLanguage", TCString::getConsentLanguage);
    VALUES.put("vendorListVersion", TCString::getVendorListVersion);
    VALUES.put("tcfPolicyVersion", TCString::getTcfPolicyVersion);
    VALUES.put("isServiceSpecific", TCString::isServiceSpecific);
    VALUES.put("useNonStandardStacks", TCString::getUseNonStandardStacks);
    VALUES.put("purposeOneTreatment", TCString::getPurposeOneTreatment);
    VALUES.put("publisherCC", TCString::getPublisherCC);
  }

  private static List<Integer> numbers(IntIterable values) {
    return values.toStream().boxed().toList();
  }

  private static List<Integer> numbers(JsonNode values) {
    var list = new ArrayList<Integer>();
    values.forEach(value -> list.add(value.asInt()));
    return list;
  }

  private static void check(JsonNode expected, TcfString read) {
    VALUES.forEach(
        (name, value) -> {
          if (expected.has(name)) {
            Object found = value.apply(read.content());
            assertEquals(
                found instanceof Instant
                    ? Instant.parse(expected.path(name).asText()).toString()
                    : expected.path(name).asText(),
                found.toString(),
                name);
          }
        });
    LISTS.forEach(
        (name, list) -> {
          if (expected.has(name)) {
            assertEquals(numbers(expected.path(name)), numbers(list.apply(read.content())), name);
          }
        });
  }

  @Test
  void stringsAreDecodedAsBothPeersDo() throws Exception {
    int checked = 0;
    for (JsonNode one : PlatformCases.of("tcf_decode_v2")) {
      TcfString read = TcfString.of(one.path("tc").asText());
      check(one, read);
      assertEquals(
          one.path("tcf23_valid(disclosedVendors segment present)").asBoolean(),
          read.namesVendorsShown());
      assertEquals(
          restrictions(one.path("publisherRestrictions")),
          read.content().getPublisherRestrictions().stream().map(TcfReferenceTest::shown).toList());
      checked++;
    }
    assertEquals(12, checked);
  }

  private static List<String> restrictions(JsonNode expected) {
    var list = new ArrayList<String>();
    expected.forEach(
        one ->
            list.add(
                one.path("purpose").asInt()
                    + " "
                    + one.path("type").asText()
                    + " "
                    + numbers(one.path("vendors"))));
    return list;
  }

  private static String shown(PublisherRestriction restriction) {
    return restriction.getPurposeId()
        + " "
        + restriction.getRestrictionType()
        + " "
        + numbers(restriction.getVendorIds());
  }

  @Test
  void whatThePeersOwnTestsAssertHolds() throws Exception {
    int checked = 0;
    for (JsonNode one : PlatformCases.of("tcf_asserted_by_peer_tests")) {
      if (one.has("tc")) {
        check(one.path("expected"), TcfString.of(one.path("tc").asText()));
        checked++;
      } else if (one.has("tc_prefix")) {
        TcfString read = TcfString.of(beginningWith(one.path("tc_prefix").asText()));
        PublisherRestriction first = read.content().getPublisherRestrictions().getFirst();
        assertEquals(
            numbers(one.path("expected").iterator().next()), numbers(first.getVendorIds()));
        checked++;
      } else {
        // described in words: three restrictions that name no vendors
        TcfWriter writer = new TcfWriter().restrict(1, 1).restrict(2, 0).restrict(3, 2);
        var expected = new ArrayList<String>();
        one.path("expected")
            .forEach(
                entry ->
                    expected.add(
                        entry.get(0).asInt()
                            + " "
                            + entry.get(1).asText()
                            + " "
                            + numbers(entry.get(2))));
        assertEquals(
            expected,
            TcfString.of(writer.write()).content().getPublisherRestrictions().stream()
                .map(TcfReferenceTest::shown)
                .toList());
        checked++;
      }
    }
    assertEquals(8, checked);
  }

  private static String beginningWith(String prefix) throws IOException {
    for (JsonNode one : PlatformCases.of("tcf_decode_v2")) {
      if (one.path("tc").asText().startsWith(prefix)) {
        return one.path("tc").asText();
      }
    }
    throw new AssertionError(prefix);
  }

  /** By what is wrong with each, whether the peers refuse it or not. */
  @Test
  void invalidStringsAreRefusedByName() throws IOException {
    Map<String, String> names =
        Map.ofEntries(
            Map.entry("BOxgOqAOxgOqAAAABBENC2-AAAAtHAA", "tcf-version-1"),
            Map.entry("BOvalCcOvZ7NaABABBAAABAAAAAAEA", "tcf-version-1"),
            Map.entry("BOv5oL3Ov5oL3ABABBAAABAAAAABMAAA", "tcf-version-1"),
            Map.entry("BOOzQoAOOzQoAAPAFSENCW-AIBA=", "tcf-version-1"),
            Map.entry("BOOzQoAOOzQoAAPAFSENCW-AIBACDACAADABkAHg", "tcf-version-1"),
            Map.entry("C", "tcf-truncated"),
            Map.entry("Bg", "tcf-version-1"),
            Map.entry("Zm9v", "tcf-version-unknown"),
            Map.entry("null", "tcf-version-unknown"),
            Map.entry("COtybn4PA_zT4KjACBENAPCIAEBAAECAAIAAAAAAAAAA.XXXX", "tcf-truncated"),
            Map.entry("COtybn4PA_zT4KjACBENAPCIAEBAAECAAI", "tcf-truncated"),
            Map.entry(" COtybn4PA_zT4KjACBENAPCIAEBAAECAAIAAAAAAAAAA ", "tcf-bad-base64"),
            Map.entry("COtybn4PA_zT4KjACBENAPCIAEBAAECAAIAAAAAAAAAA====", "tcf-bad-base64"));
    int checked = 0;
    for (JsonNode one : PlatformCases.of("tcf_invalid_or_divergent")) {
      String text = one.path("tc").asText();
      String code = assertThrows(TcfShape.Fault.class, () -> TcfString.of(text), text).code;
      assertEquals(names.getOrDefault(text, "tcf-truncated"), code, text);
      checked++;
    }
    assertEquals(15, checked);
  }

  /** All of them are global, or follow a policy that ended before they were made. */
  @Test
  void theRulesOnRealStrings() throws Exception {
    var judge = new TcfJudge(TcfRules.PUBLISHED);
    for (JsonNode one : PlatformCases.of("tcf_decode_v2")) {
      TcfString read = TcfString.of(one.path("tc").asText());
      String invalid = judge.invalid(read);
      if (read.created().isAfter(Instant.parse("2023-10-01T00:00:00Z"))) {
        assertEquals("tcf-policy-outdated", invalid);
      } else if (one.path("isServiceSpecific").asBoolean()) {
        assertNull(invalid);
      } else {
        assertEquals("tcf-not-service-specific", invalid);
      }
    }
  }

  @Test
  void aPublishersRestrictionsOverride() throws Exception {
    var judge = new TcfJudge(TcfRules.PUBLISHED);
    TcfString read = TcfString.of(beginningWith("CO4VGswO4VGswAfZCBDEAzCsAP_AAH_AAAigGUNf"));
    // 7 must ask for consent and has it; 730 must rely on legitimate interest, which it has
    assertEquals("tcf-covers", verdict(judge, read, 7, List.of(2), List.of(2)));
    assertEquals("tcf-covers", verdict(judge, read, 730, List.of(2), List.of(2)));
    assertEquals("tcf-restricted-2", verdict(judge, read, 730, List.of(2), List.of()));
    assertEquals("tcf-restricted-3", verdict(judge, read, 730, List.of(3), List.of(3)));
    assertEquals("tcf-covers", verdict(judge, read, 1, List.of(1, 3), List.of()));
    assertEquals("tcf-vendor-refused", verdict(judge, read, 3, List.of(2), List.of(2)));
  }

  private static String verdict(
      TcfJudge judge, TcfString string, int vendor, List<Integer> needed, List<Integer> interest) {
    return judge.judge(string, new UsePolicy(needed, interest, vendor, List.of())).reason();
  }
}
