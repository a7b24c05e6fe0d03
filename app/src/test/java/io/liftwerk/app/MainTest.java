package io.liftwerk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void numbersAreWrittenInTheDigitsThatProgramsRead() {
    for (String tag :
        new String[] {"ar-EG", "fa-IR", "mr-IN", "my-MM", "de-DE", "th-TH-u-nu-thai"}) {
      Locale locale = Main.withAsciiDigits(Locale.forLanguageTag(tag));
      assertEquals("0042", String.format(locale, "%04d", 42), tag);
      assertEquals(Locale.forLanguageTag(tag).getLanguage(), locale.getLanguage());
    }
    assertEquals("1.234,5", String.format(Main.withAsciiDigits(Locale.GERMANY), "%,.1f", 1234.5));
  }
}
