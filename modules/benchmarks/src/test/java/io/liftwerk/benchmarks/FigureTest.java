package io.liftwerk.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FigureTest {
  private static final Figure PLAIN = Figure.of("import", "a file", "s", 13);

  @Test
  void theRatioIsOursOverThePeers() {
    assertEquals(1.3, PLAIN.peer(10, "bare").ratio());
    assertNull(PLAIN.ratio());
  }

  @Test
  void aTargetIsMetUpToItsLimit() {
    assertEquals(true, PLAIN.target(Figure.Kind.OURS_AT_MOST, 13).met());
    assertEquals(false, PLAIN.target(Figure.Kind.OURS_AT_MOST, 12.9).met());
    assertEquals(true, PLAIN.target(Figure.Kind.OURS_AT_LEAST, 13).met());
    assertEquals(false, PLAIN.target(Figure.Kind.OURS_AT_LEAST, 13.1).met());
    assertEquals(true, PLAIN.peer(10, "bare").target(Figure.Kind.RATIO_AT_MOST, 1.3).met());
    assertEquals(false, PLAIN.peer(10, "bare").target(Figure.Kind.RATIO_AT_MOST, 1.29).met());
    assertEquals(true, PLAIN.peak(2e9).target(Figure.Kind.PEAK_AT_MOST, 2e9).met());
    assertEquals(false, PLAIN.peak(2.1e9).target(Figure.Kind.PEAK_AT_MOST, 2e9).met());
  }

  @Test
  void whatWasNotMeasuredIsNeitherMetNorMissed() {
    assertNull(PLAIN.met());
    assertNull(PLAIN.target(Figure.Kind.RATIO_AT_MOST, 1.3).met());
    assertNull(PLAIN.target(Figure.Kind.PEAK_AT_MOST, 2e9).met());
  }

  @Test
  void aBusyMachineIsNamedBecauseWallTimesSufferFromIt() {
    var quiet = new Findings();
    quiet.checkQuiet(0, "at the start");
    quiet.checkQuiet(-1, "at the start");
    var busy = new Findings();
    busy.checkQuiet(1000, "at the start");

    assertEquals(1, quiet.report().text().lines().count());
    assertTrue(busy.report().text().contains("load average 1000.0"), busy.report().text());
  }
}
