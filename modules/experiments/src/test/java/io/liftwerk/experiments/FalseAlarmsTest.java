package io.liftwerk.experiments;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * 400 experiments in which nothing happens; the benchmarks count 2,000. Not more false alarms than
 * the binomial distribution allows at 99.5 %: 32 at 5 %, 3 at 0.1 %.
 */
class FalseAlarmsTest {
  private static final int TESTS = 400;

  @Test
  void areNoMoreThanWasPromised() {
    List<FalseAlarms> levels = FalseAlarms.of(TESTS, 0.05, 0.001);
    for (FalseAlarms level : levels) {
      int most = level.alpha() == 0.05 ? 32 : 3;
      assertTrue(level.sizes() <= most, level::toString);
      assertTrue(level.anyLook() <= most, level::toString);
      assertTrue(level.groups() <= most, level::toString);
      assertTrue(level.said() <= most, level::toString);
    }
    // whoever looks at a plain p every day is fooled: the simulation can tell the two apart
    assertTrue(levels.getFirst().everyLook() > 2 * 32, levels::toString);
  }
}
