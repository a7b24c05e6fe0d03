package io.liftwerk.briefs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Widths by hand from the metrics of Arial (2048 units: i 455, W 1933, a 1139, blank 569). */
class TextWidthTest {
  @ParameterizedTest
  @CsvSource({
    "iiiiiiiiii, 20, 44",
    "WWWWW, 20, 94",
    "aaaaaaaaaa, 14, 78",
    "Äpfel, 20, 46",
    "'', 20, 0"
  })
  void widthsAreArials(String text, int size, int pixels) {
    assertEquals(pixels, TextWidth.pixels(text, size));
  }
}
