package io.liftwerk.app.window.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private final Formats english = new Messages(Language.ENGLISH).formats();
  private final Formats german = new Messages(Language.GERMAN).formats();

  @Test
  void cellsFollowTheLanguage() {
    assertEquals("1,234,567", english.cell(1_234_567L));
    assertEquals("1.234.567", german.cell(1_234_567L));
    assertEquals("1.234,50", german.cell(new BigDecimal("1234.50")));
    assertEquals("0.25", english.cell(0.25));
    assertEquals("03.02.2025", german.cell(LocalDate.of(2025, 2, 3)));
    assertEquals("3 Feb 2025", english.cell(LocalDate.of(2025, 2, 3)));
    assertEquals("03.02.2025 07:05", german.cell(LocalDateTime.of(2025, 2, 3, 7, 5)));
    assertEquals("ja", german.cell(true));
    assertNull(english.cell(null));
  }

  @Test
  void sharesSizesAndTimesCarryTheirUnit() {
    assertEquals("61\u00a0%", english.percent(0.613));
    assertEquals("11,3\u00a0%", german.percent(0.1127, 1));
    assertEquals("5.8\u00a0MB", english.bytes(5_834_924));
    assertEquals("340\u00a0ms", english.duration(Duration.ofMillis(340)));
    assertEquals("7,4\u00a0s", german.duration(Duration.ofMillis(7400)));
    assertEquals("2:05\u00a0min", english.duration(Duration.ofSeconds(125)));
    assertEquals("–", english.percent(Double.NaN));
  }

  @Test
  void aPeriodSaysOnceWhatItsEndsHaveInCommon() {
    LocalDate first = LocalDate.of(2026, 1, 1);
    LocalDate last = LocalDate.of(2026, 9, 30);
    assertEquals("1 January – 30 September 2026", english.period(first, last));
    assertEquals("1. Januar – 30. September 2026", german.period(first, last));
    assertEquals("1 – 30 September 2026", english.period(last.withDayOfMonth(1), last));
    assertEquals("1. – 30. September 2026", german.period(last.withDayOfMonth(1), last));
    assertEquals("28 September 2026", english.period(last.minusDays(2), last.minusDays(2)));
    assertEquals("30 September 2025 – 30 September 2026", english.period(last.minusYears(1), last));
  }

  @Test
  void exactFiguresKeepEveryDigit() {
    assertEquals("133,052.34", english.exact(new BigDecimal("133052.34"), 0));
    assertEquals("133.052,300", german.exact(new BigDecimal("133052.3"), 3));
    assertEquals("12", english.exact(new BigDecimal("12"), 0));
  }
}
