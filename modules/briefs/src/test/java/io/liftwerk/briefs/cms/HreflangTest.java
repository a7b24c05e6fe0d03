package io.liftwerk.briefs.cms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HreflangTest {
  private static final String DE = "https://a.example/de/";
  private static final String EN = "https://a.example/en/";

  @ParameterizedTest
  @ValueSource(strings = {"de", "en-GB", "de-ch", "zh-Hant", "zh-Hant-TW", "x-default", "EN-us"})
  void aCodeOfTheStandardsIsFine(String code) {
    assertNull(Hreflang.fault(code));
  }

  @ParameterizedTest
  @CsvSource({
    "en-UK, the United Kingdom is GB",
    "de_AT, joined by a hyphen",
    "xx, no language of ISO 639-1",
    "de-EU, no region of ISO 3166-1",
    "es-419, it is a language",
    "deutsch, it is a language",
    "x-standard, it is a language"
  })
  void aWrongCodeIsSaidWhy(String code, String why) {
    String fault = String.valueOf(Hreflang.fault(code));
    assertTrue(
        fault.startsWith("'" + code + "' is no hreflang code: ") && fault.contains(why), fault);
  }

  private static Hreflang.Page page(String url, String... codesAndUrls) {
    var alternates = new java.util.ArrayList<Hreflang.Alternate>();
    for (int i = 0; i < codesAndUrls.length; i += 2) {
      alternates.add(new Hreflang.Alternate(codesAndUrls[i], codesAndUrls[i + 1]));
    }
    return new Hreflang.Page(url, alternates);
  }

  @Test
  void pagesThatNameEachOtherAreFine() {
    assertEquals(
        List.of(),
        Hreflang.faults(
            List.of(
                page(DE, "de", DE, "en", EN, "x-default", EN),
                page(EN, "en", EN, "de", DE, "x-default", EN))));
  }

  @Test
  void everyFaultIsASentence() {
    assertEquals(
        List.of(
            DE + " names 'x-default' twice.",
            EN + " does not lead back to " + DE + ".",
            "The address of 'en' has to be a whole one with https://, and is '/en/'.",
            EN + " does not name itself among its versions.",
            EN + " names /en/, which was not looked at: whether it leads back is not known."),
        Hreflang.faults(
            List.of(
                page(DE, "de", DE, "en", EN, "x-default", DE, "x-default", EN),
                page(EN, "en", "/en/"))));
  }

  @Test
  void aDraftNamesItself() {
    assertEquals(List.of(), Hreflang.faults("de", Map.of()));
    assertEquals(
        List.of("The draft does not name itself: its language 'de' is not among its versions."),
        Hreflang.faults("de", Map.of("en", EN)));
  }
}
