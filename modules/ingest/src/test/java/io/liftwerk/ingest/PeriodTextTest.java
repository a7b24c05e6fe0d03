package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTextTest {
  private static final Period FEBRUARY =
      new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "February 1, 2026 - February 28, 2026",
        "Feb 1, 2026 - Feb 28, 2026",
        "1. Februar 2026 - 28. Februar 2026",
        "1 févr. 2026 - 28 févr. 2026",
        "1er février 2026 - 28 février 2026",
        "Report Time: 2/1/2026 - 2/28/2026",
        "Date Range:,2026/02/01 - 2026/02/28",
        "01.02.2026 – 28.02.2026",
        "2026-02-01 to 2026-02-28"
      })
  void aLineThatStatesThePeriod(String line) {
    assertEquals(FEBRUARY, PeriodText.of(List.of("Report", line)));
  }

  @Test
  void aLineForEachEnd() {
    assertEquals(
        FEBRUARY,
        PeriodText.of(
            List.of(
                "Campaign Performance Report (in UTC)",
                "Report Start: February 1, 2026, 12:00 AM",
                "Report End: February 28, 2026, 11:59 PM",
                "Date Generated: March 1, 2026, 6:12 AM")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "All time",
        "Report Time: 2/1/2026 - 3/4/2026",
        "Report Time: 2/1/2026",
        "February 30, 2026 - March 1, 2026",
        "28. Februar 2026 - 1. Februar 2026",
        "Mitte 1, 2026 - Ende 2, 2026"
      })
  void whatStatesNone(String line) {
    assertNull(PeriodText.of(List.of(line)));
  }
}
