package io.liftwerk.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameListTest {
  private static List<String> names(String text) {
    return NameList.of(text).orElseThrow();
  }

  @Test
  void namesAreSeparatedByCommas() {
    assertEquals(List.of("a", "b c", "d"), names("a,b c,d"));
    assertEquals(List.of("a", "", "b"), names("a,,b"));
  }

  @Test
  void aNameWithACommaIsQuotedOrEscaped() {
    assertEquals(List.of("Umsatz, netto", "b"), names("\"Umsatz, netto\",b"));
    assertEquals(List.of("Umsatz, netto", "b"), names("Umsatz\\, netto,b"));
    assertEquals(List.of("a", "5\" rohr, lang"), names("a,\"5\"\" rohr, lang\""));
  }

  @Test
  void whatNamesMayHoldStaysAsItIs() {
    assertEquals(List.of("5\" rohr", "c:\\temp"), names("5\" rohr,c:\\temp"));
    assertEquals(List.of("a\\", "\"b"), names("a\\\\,\\\"b"));
    assertEquals(List.of("a\\"), names("a\\"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a,b", "\"a\"b", "c,\"", "\"a\"\""})
  void anOpenQuoteIsNoName(String text) {
    assertEquals(Optional.empty(), NameList.of(text));
  }
}
