package io.liftwerk.warehouse.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.warehouse.quality.Watched.Kind;
import io.liftwerk.warehouse.quality.Watched.State;
import io.liftwerk.workspace.Sentences;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class UsualTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

  /** Two hundred on weekdays, forty at weekends, and a little noise. */
  private static long[] weeks(int days, long seed) {
    var random = new Random(seed);
    long[] counts = new long[days];
    for (int i = 0; i < days; i++) {
      double mean = i % 7 < 5 ? 200 : 40;
      counts[i] = Math.round(mean + Math.sqrt(mean) * random.nextGaussian());
    }
    return counts;
  }

  private static Usual usual(long[] counts, int day) {
    Usual usual = Usual.ofDay(counts, day);
    if (usual == null) {
      throw new AssertionError("too little history");
    }
    return usual;
  }

  @Test
  void aQuietSundayIsUsualAndAQuietTuesdayIsNot() {
    long[] counts = weeks(71, 1);
    assertFalse(usual(counts, 69).isUnusual(), "Sunday");
    assertTrue(usual(counts, 69).byWeekday());
    counts[64] = 45;
    assertTrue(usual(counts, 64).isUnusual(), "Tuesday");
    assertTrue(usual(counts, 64).score() < 0);
  }

  @Test
  void thePeriodJudgedAndThoseAfterItAreNotLearnedFrom() {
    long[] counts = weeks(70, 2);
    Usual before = usual(counts, 60);
    long[] other = counts.clone();
    Arrays.fill(other, 61, 70, 1_000_000);
    assertEquals(before, usual(other, 60));
    other[60] = 1_000_000;
    Usual judged = usual(other, 60);
    assertEquals(before.low(), judged.low());
    assertEquals(before.high(), judged.high());
    assertTrue(judged.isUnusual());
  }

  @Test
  void aFewBadDaysBeforeDoNotHideTheNext() {
    long[] counts = weeks(70, 3);
    counts[47] = 0;
    counts[50] = 2;
    counts[57] = 5000;
    assertTrue(usual(counts, 57).isUnusual());
    counts[64] = 0;
    assertTrue(usual(counts, 64).isUnusual());
    counts[65] = 205;
    assertFalse(usual(counts, 65).isUnusual());
  }

  @Test
  void fewDaysOfNormalNoiseAreCalledUnusual() {
    int alerts = 0;
    int days = 0;
    for (int seed = 10; seed < 60; seed++) {
      long[] counts = weeks(91, seed);
      for (int day = 28; day < 91; day++) {
        days++;
        alerts += usual(counts, day).isUnusual() ? 1 : 0;
      }
    }
    assertEquals(3150, days);
    assertTrue(alerts < 32, () -> "false alarms on one day in a hundred at most");
  }

  @Test
  void countsAreNotExpectedToBeSteadierThanChance() {
    long[] counts = new long[30];
    Arrays.fill(counts, 100);
    counts[29] = 92;
    assertFalse(usual(counts, 29).isUnusual());
    counts[29] = 50;
    assertTrue(usual(counts, 29).isUnusual());
    // 1 / √101 spreads to either side of ln 101, 3.5 of them
    assertEquals(101 * Math.exp(-3.5 / Math.sqrt(101)) - 1, usual(counts, 29).low(), 1e-9);
  }

  @Test
  void withTooLittleHistoryNothingIsSaid() {
    assertNull(Usual.ofDay(weeks(14, 4), 13));
    assertFalse(usual(weeks(15, 4), 14).byWeekday());
    Watched watched = Alerts.volume("gold.kpi", MONDAY, weeks(10, 4)).getFirst();
    assertEquals(State.UNKNOWN, watched.state());
    assertEquals(
        "Too little is known of gold.kpi to tell what is usual: 9 earlier days of the 14 that are"
            + " needed.",
        watched.reason());
    assertNull(watched.observed());
    Watched load = Alerts.loadVolume("bronze.ads", new long[] {5, 5000});
    assertEquals(State.UNKNOWN, load.state());
    Watched age = Alerts.age("gold.kpi", new long[] {1, 2, 3}, LocalDate.of(2026, 1, 1));
    assertEquals(State.UNKNOWN, age.state());
  }

  @Test
  void anAlertSaysWhatWasExpectedAndOfWhichDay() {
    long[] counts = weeks(70, 5);
    Arrays.fill(counts, 0, 70, 100);
    counts[64] = 3;
    counts[69] = 20;
    List<Watched> found = Alerts.volume("gold.kpi", MONDAY, counts);
    assertEquals(2, found.size());
    assertEquals("2026-03-10", found.get(0).period());
    assertEquals(
        "gold.kpi has 3 rows of 2026-03-10; by the 56 days before, 71 to 142 are usual for a"
            + " Tuesday.",
        found.get(0).reason());
    assertEquals(
        "gold.kpi has 20 rows of 2026-03-15; by the 56 days before, 71 to 142 are usual for a"
            + " Sunday. It is the newest day, so it may not be complete yet.",
        found.get(1).reason());
    assertEquals(56, found.get(1).periods());
    assertEquals(
        "gold.kpi hat 20 Zeilen vom 2026-03-15; nach den 56 Tagen davor sind 71 bis 142 für einen"
            + " Sonntag üblich. Es ist der neueste Tag; er ist vielleicht noch nicht vollständig.",
        Sentences.in(Locale.GERMAN, found.get(1).reason()));
  }

  @Test
  void weekendsWithoutRowsAreNoStaleTable() {
    long monday = MONDAY.toEpochDay();
    long[] days =
        IntStream.range(0, 60).filter(i -> i % 7 < 5).mapToLong(i -> monday + i).toArray();
    LocalDate newest = LocalDate.ofEpochDay(days[days.length - 1]);
    assertEquals(State.USUAL, Alerts.age("gold.kpi", days, newest.plusDays(4)).state());
    Watched late = Alerts.age("gold.kpi", days, newest.plusDays(9));
    assertEquals(State.UNUSUAL, late.state());
    assertEquals(Kind.FRESHNESS, late.kind());
    assertEquals(9.0 * 24, late.observed());
  }

  @Test
  void loadsAreHeldAgainstTheLoadsBefore() {
    long[] rows = LongStream.of(500, 510, 490, 505, 495, 500, 502, 498, 40).toArray();
    Watched small = Alerts.loadVolume("bronze.ads", rows);
    assertEquals(State.UNUSUAL, small.state());
    assertEquals("load 9", small.period());
    Instant first = Instant.parse("2026-01-05T08:00:00Z");
    List<Instant> loads =
        IntStream.range(0, 10).mapToObj(i -> first.plusSeconds(i * 7L * 86_400)).toList();
    assertEquals(
        State.USUAL,
        Alerts.loadAge("bronze.ads", loads, loads.getLast().plusSeconds(8 * 86_400)).state());
    assertEquals(
        State.UNUSUAL,
        Alerts.loadAge("bronze.ads", loads, loads.getLast().plusSeconds(12 * 86_400)).state());
  }
}
