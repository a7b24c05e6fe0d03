package io.liftwerk.experiments;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.experiments.AbTestResult.Comparison;
import io.liftwerk.experiments.abtest.AlwaysValid;
import io.liftwerk.experiments.abtest.Effect;
import io.liftwerk.experiments.abtest.Measure.Mean;
import io.liftwerk.experiments.abtest.Moments;
import io.liftwerk.experiments.abtest.MultipleTesting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * 2,000 experiments in which nothing happens, their seeds fixed beforehand: three weeks, 200
 * persons a day assigned by a coin, one in ten buys for a skewed sum. Not more false alarms than
 * the bounds of the binomial distribution allow at 99 %: 123 at 5 %, 6 at 0.1 %.
 */
class FalseAlarmsTest {
  private static final int TESTS = 2000;
  private static final int DAYS = 21;
  private static final int A_DAY = 200;

  /** Alarms at one nominal level. */
  private static final class Alarms {
    private final double alpha;
    private int sizes;
    private int anyLook;
    private int everyLook;
    private int groups;
    private int said;

    Alarms(double alpha) {
      this.alpha = alpha;
    }

    @Override
    public String toString() {
      return "at %s: sizes %d, any look %d, group-sequential %d, said significant %d; looking daily at a plain p %d"
          .formatted(alpha, sizes, anyLook, groups, said, everyLook);
    }
  }

  private static AbTestRequest request(double alpha, String looks) {
    return new AbTestRequest(
        "t",
        "arm",
        "A",
        List.of("spend:revenue"),
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        alpha,
        looks,
        (long) DAYS * A_DAY,
        null,
        "holm",
        null);
  }

  private static boolean significant(
      AbTestRequest request, List<Long> persons, Effect absolute, Effect relative, Mean a, Mean b) {
    AbLooks looks = AbLooks.of(request, persons, 1);
    var measured =
        new AbMeasured(AbMetric.parse("spend:revenue"), "B", a, b, absolute, relative, null);
    Comparison one =
        new AbDeciding(request, looks.deciding(), MultipleTesting.HOLM, true, false, null)
            .decide(List.of(measured), List.of("0 B"), Map.of(), Map.of())
            .getFirst();
    assertTrue(!one.significant() || one.low() > 0 || one.high() < 0);
    assertTrue(one.significant() || !one.verdict().contains("significant"));
    return one.significant();
  }

  private static void one(long seed, List<Alarms> levels, List<double[]> bounds) {
    var random = new SplittableRandom(seed);
    var sums = new double[2][3];
    var anyLook = new boolean[levels.size()];
    var everyLook = new boolean[levels.size()];
    var groups = new boolean[levels.size()];
    Mean[] arms = {};
    var persons = new ArrayList<Long>();
    for (int day = 0; day < DAYS; day++) {
      for (int i = 0; i < A_DAY; i++) {
        double[] arm = sums[random.nextInt(2)];
        double spent = random.nextDouble() < 0.1 ? Math.exp(3 + random.nextGaussian()) : 0;
        arm[0]++;
        arm[1] += spent;
        arm[2] += spent * spent;
      }
      arms = new Mean[] {mean(sums[0]), mean(sums[1])};
      persons.add((long) (day + 1) * A_DAY);
      Effect effect = Effect.absolute(arms[0], arms[1]);
      for (int l = 0; l < levels.size(); l++) {
        double alpha = levels.get(l).alpha;
        anyLook[l] |= AlwaysValid.p(effect, alpha, AlwaysValid.TUNING) <= alpha;
        everyLook[l] |= effect.p() <= alpha;
        groups[l] |= Math.abs(effect.estimate() / effect.error()) >= bounds.get(l)[day];
      }
    }
    Effect absolute = Effect.absolute(arms[0], arms[1]);
    Effect relative = Effect.relative(arms[0], arms[1]);
    for (int l = 0; l < levels.size(); l++) {
      Alarms level = levels.get(l);
      long[] counts = {(long) sums[0][0], (long) sums[1][0]};
      level.sizes += AbTest.sampleRatio(counts, new double[] {1, 1}).p() <= level.alpha ? 1 : 0;
      level.anyLook += anyLook[l] ? 1 : 0;
      level.everyLook += everyLook[l] ? 1 : 0;
      level.groups += groups[l] ? 1 : 0;
      AbTestRequest request = request(level.alpha, "once");
      level.said += significant(request, persons, absolute, relative, arms[0], arms[1]) ? 1 : 0;
    }
  }

  private static Mean mean(double[] sums) {
    return new Mean(
        Moments.ofSums((long) sums[0], new double[] {sums[1]}, new double[][] {{sums[2]}}));
  }

  @Test
  void areNoMoreThanWasPromised() {
    List<Alarms> levels = List.of(new Alarms(0.05), new Alarms(0.001));
    var persons = new ArrayList<Long>();
    for (int day = 1; day <= DAYS; day++) {
      persons.add((long) day * A_DAY);
    }
    List<double[]> bounds =
        levels.stream()
            .map(
                level ->
                    AbLooks.of(request(level.alpha, "pocock"), persons, 1).boundaries().stream()
                        .mapToDouble(AbTestResult.Boundary::bound)
                        .toArray())
            .toList();
    for (int seed = 1; seed <= TESTS; seed++) {
      one(seed, levels, bounds);
    }
    for (Alarms level : levels) {
      int most = level.alpha == 0.05 ? 123 : 6;
      String all = level.toString();
      assertTrue(level.sizes <= most, all);
      assertTrue(level.anyLook <= most, all);
      assertTrue(level.groups <= most, all);
      assertTrue(level.said <= most, all);
    }
    // whoever looks at a plain p every day is fooled: the simulation can tell the two apart
    assertTrue(levels.getFirst().everyLook > 2 * 123, levels.getFirst().toString());
  }
}
