package io.liftwerk.experiments;

import io.liftwerk.experiments.AbTestResult.Comparison;
import io.liftwerk.experiments.abtest.AlwaysValid;
import io.liftwerk.experiments.abtest.Effect;
import io.liftwerk.experiments.abtest.Measure.Mean;
import io.liftwerk.experiments.abtest.Moments;
import io.liftwerk.experiments.abtest.MultipleTesting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How often an experiment in which nothing happens raises an alarm: three weeks, 200 persons a day
 * assigned by a coin, one in ten buys for a skewed sum. A test looks at a few hundred of them, the
 * benchmarks at 2,000.
 *
 * @param alpha the share of alarms that was promised
 * @param tests experiments
 * @param sizes alarms of the sample-ratio check
 * @param anyLook of the always-valid test, looked at every day
 * @param groups of the group-sequential test (Pocock's), looked at every day
 * @param said sentences that say "significant", of one look at the end
 * @param everyLook alarms of a plain p, looked at every day: many, or the simulation is blind
 */
public record FalseAlarms(
    double alpha, int tests, int sizes, int anyLook, int groups, int said, int everyLook) {
  private static final int DAYS = 21;
  private static final int A_DAY = 200;

  /** Alarms at one level, as they are counted. */
  private static final class Level {
    private final AbTestRequest request;
    private final double[] bounds;
    private int sizes;
    private int anyLook;
    private int groups;
    private int said;
    private int everyLook;

    Level(double alpha) {
      request = request(alpha, "once");
      bounds =
          AbLooks.of(request(alpha, "pocock"), persons(), 1).boundaries().stream()
              .mapToDouble(AbTestResult.Boundary::bound)
              .toArray();
    }

    void count(long[] persons, Mean[][] days) {
      double alpha = request.alpha();
      sizes += AbTest.sampleRatio(persons, new double[] {1, 1}).p() <= alpha ? 1 : 0;
      boolean any = false;
      boolean every = false;
      boolean group = false;
      for (int day = 0; day < DAYS; day++) {
        Effect effect = Effect.absolute(days[day][0], days[day][1]);
        any |= AlwaysValid.p(effect, alpha, AlwaysValid.TUNING) <= alpha;
        every |= effect.p() <= alpha;
        group |= Math.abs(effect.estimate() / effect.error()) >= bounds[day];
      }
      anyLook += any ? 1 : 0;
      everyLook += every ? 1 : 0;
      groups += group ? 1 : 0;
      said += significant(days[DAYS - 1]) ? 1 : 0;
    }

    private boolean significant(Mean[] arms) {
      var measured =
          new AbMeasured(
              AbMetric.parse("spend:revenue"),
              "B",
              arms[0],
              arms[1],
              Effect.absolute(arms[0], arms[1]),
              Effect.relative(arms[0], arms[1]),
              null);
      AbLooks looks = AbLooks.of(request, persons(), 1);
      Comparison one =
          new AbDeciding(request, looks.deciding(), MultipleTesting.HOLM, true, false, null)
              .decide(List.of(measured), List.of("0 B"), Map.of(), Map.of())
              .getFirst();
      boolean held = one.low() <= 0 && one.high() >= 0;
      if (one.significant() && held
          || !one.significant() && one.verdict().contains("significant")) {
        throw new IllegalStateException("sentence and interval disagree: " + one);
      }
      return one.significant();
    }

    FalseAlarms counted(int tests) {
      return new FalseAlarms(request.alpha(), tests, sizes, anyLook, groups, said, everyLook);
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

  /** By the end of each day. */
  private static List<Long> persons() {
    var persons = new ArrayList<Long>();
    for (int day = 1; day <= DAYS; day++) {
      persons.add((long) day * A_DAY);
    }
    return persons;
  }

  /**
   * Counts alarms at each level over the same experiments, whose seeds are 1, 2, 3 and so on.
   *
   * @throws IllegalStateException when a sentence says "significant" and its interval holds 0
   */
  public static List<FalseAlarms> of(int tests, double... alphas) {
    List<Level> levels = Arrays.stream(alphas).mapToObj(Level::new).toList();
    for (int seed = 1; seed <= tests; seed++) {
      var random = new SplittableRandom(seed);
      var sums = new double[2][3];
      var days = new Mean[DAYS][2];
      for (int day = 0; day < DAYS; day++) {
        for (int i = 0; i < A_DAY; i++) {
          double[] arm = sums[random.nextInt(2)];
          double spent = random.nextDouble() < 0.1 ? Math.exp(3 + random.nextGaussian()) : 0;
          arm[0]++;
          arm[1] += spent;
          arm[2] += spent * spent;
        }
        days[day] = new Mean[] {mean(sums[0]), mean(sums[1])};
      }
      long[] persons = {(long) sums[0][0], (long) sums[1][0]};
      levels.forEach(level -> level.count(persons, days));
    }
    return levels.stream().map(level -> level.counted(tests)).toList();
  }

  private static Mean mean(double[] sums) {
    return new Mean(
        Moments.ofSums((long) sums[0], new double[] {sums[1]}, new double[][] {{sums[2]}}));
  }
}
