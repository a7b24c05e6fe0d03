package io.liftwerk.scoring.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.scoring.evaluation.Metrics;
import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.LinearFeatures;
import io.liftwerk.scoring.features.Work;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The features and the models on data whose law is known. */
class ModelsTest {
  /** Work that nobody cancels. */
  private static final Work IDLE = new Work(() -> {});

  private static final float NONE = Float.NaN;

  /**
   * Two numbers (one with gaps) and a level; the log-odds are −1 + 2·x − y + 1 where the level is
   * b.
   */
  private static Dataset data(int rows) {
    var random = new Random(1);
    var x = new float[rows];
    var y = new float[rows];
    var codes = new byte[rows];
    var outcome = new byte[rows];
    for (int i = 0; i < rows; i++) {
      x[i] = (float) random.nextGaussian();
      y[i] = (float) random.nextGaussian();
      codes[i] = (byte) (1 + random.nextInt(3));
      double logit = -1 + 2 * x[i] - y[i] + (codes[i] == 2 ? 1 : 0);
      outcome[i] = (byte) (random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0);
      x[i] = i % 50 == 0 ? NONE : x[i];
    }
    return new Dataset(
        rows,
        List.of(
            new Column.Numbers("x", "x", x),
            new Column.Numbers("y", "y", y),
            new Column.Levels("level", "level", codes, List.of("a", "b", "c"))),
        outcome);
  }

  private static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  @Test
  void logisticFindsTheLawAndItsProbabilitiesHold() {
    Dataset data = data(20_000);
    var model =
        new Logistic(false).fit(data, range(0, 10_000), new Logistic.Penalty(false, 1), 1, IDLE);
    int[] apart = range(10_000, 20_000);
    double[] scores = model.score(data, apart, IDLE);
    assertTrue(Metrics.auc(scores, data.outcomes(apart)) > 0.85);
    assertTrue(Metrics.calibrationError(scores, data.outcomes(apart)) < 0.02);
    // slots: x, x missing, y, a, b, c; numbers have a deviation of about 1
    double[] weights = model.predictor().weights();
    assertEquals(6, weights.length);
    assertEquals(2, weights[0], 0.15);
    assertEquals(-1, weights[2], 0.1);
    assertEquals(1, weights[4] - weights[3], 0.2);
    assertEquals(0, weights[5] - weights[3], 0.2);
  }

  @Test
  void featuresAreLearnedOnTheRowsGivenOnly() {
    var codes = new byte[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 0, 3};
    var numbers = new float[] {0, 2, 0, 2, 0, 2, 0, 2, 0, 2, 1, 100, NONE};
    Dataset data =
        new Dataset(
            13,
            List.of(
                new Column.Numbers("n", "n", numbers),
                new Column.Levels("l", "l", codes, List.of("a", "b", "c"))),
            new byte[13]);
    LinearFeatures features = LinearFeatures.fit(data, range(0, 11));
    assertEquals(3, features.size(), "the number, a, and one slot for all that is rare");
    var slots = new int[2];
    var values = new double[2];
    assertEquals(2, features.encode(data, 1, slots, values));
    assertArrayEquals(new int[] {0, 1}, slots);
    assertEquals(1, values[0], 0.05);
    assertEquals(1, features.encode(data, 12, slots, values), "missing was never seen");
    assertEquals(2, slots[0], "a level never seen counts as rare");
    features.encode(data, 11, slots, values);
    assertEquals(8, values[0], "far out is as good as further out");
  }

  @Test
  void boostedTreesRepeatThemselvesToTheLastBit() throws Exception {
    Dataset data = data(4_000);
    int[] rows = range(0, 3_000);
    int[] apart = range(3_000, 4_000);
    var learner = new Boosted(false);
    double[] scores = learner.fit(data, rows, 30, 5, IDLE).score(data, apart, IDLE);
    assertArrayEquals(scores, learner.fit(data, rows, 30, 5, IDLE).score(data, apart, IDLE));
    double[] other = learner.fit(data, rows, 30, 6, IDLE).score(data, apart, IDLE);
    assertTrue(!java.util.Arrays.equals(scores, other));
    assertTrue(Metrics.auc(scores, data.outcomes(apart)) > 0.8);
  }

  @Test
  void theHeuristicFindsAPlantedRule() {
    int rows = 4_000;
    var random = new Random(3);
    var a = new float[rows];
    var codes = new byte[rows];
    var outcome = new byte[rows];
    for (int i = 0; i < rows; i++) {
      a[i] = random.nextInt(100);
      codes[i] = (byte) (1 + random.nextInt(4));
      boolean hot = a[i] <= 20 && codes[i] == 3;
      outcome[i] = (byte) (random.nextDouble() < (hot ? 0.8 : 0.1) ? 1 : 0);
    }
    Dataset data =
        new Dataset(
            rows,
            List.of(
                new Column.Numbers("age", "age", a),
                new Column.Levels(
                    "source", "source", codes, List.of("fair", "web", "friend", "mail"))),
            outcome);
    Rules rules = new Heuristic().train(data, range(0, rows), 1, IDLE).predictor();
    String first = rules.words(data).getFirst();
    assertTrue(
        first.matches("(source = friend and age ≤ (19|20)|age ≤ (19|20) and source = friend): .*"),
        first);
    assertEquals(0.8, rules.rules().getFirst().rate(), 0.1);
  }

  @Test
  void aYesNoColumnReadsAsOneInTheRules() {
    var met = new Column.Numbers("met", "met", new float[] {0, 1}, true);
    assertEquals("met = no", new Condition.Limit(0, 0, true).words(met));
    assertEquals("met = yes", new Condition.Limit(0, 1, false).words(met));
    var visits = new Column.Numbers("visits", "visits", new float[] {0, 1});
    assertEquals("visits ≤ 0", new Condition.Limit(0, 0, true).words(visits));
  }
}
