package io.liftwerk.scoring.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.scoring.ScoringDetails.Dependence;
import io.liftwerk.scoring.ScoringDetails.Fairness;
import io.liftwerk.scoring.ScoringDetails.Group;
import io.liftwerk.scoring.ScoringDetails.Importance;
import io.liftwerk.scoring.ScoringDetails.Learning;
import io.liftwerk.scoring.evaluation.Calibration;
import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.scoring.models.Learner;
import io.liftwerk.scoring.models.Logistic;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of a model, on data whose law is known: x matters most, level a little, z not. */
class InsightTest {
  private static final Work IDLE = new Work(() -> {});
  private static final int ROWS = 4_000;
  private static final Dataset DATA = data();
  private static final Split SPLIT =
      new Split(IntStream.range(0, 3_000).toArray(), IntStream.range(3_000, ROWS).toArray());

  private static Dataset data() {
    var random = new Random(2);
    var x = new float[ROWS];
    var z = new float[ROWS];
    var codes = new byte[ROWS];
    var outcome = new byte[ROWS];
    for (int i = 0; i < ROWS; i++) {
      x[i] = (float) random.nextGaussian();
      z[i] = (float) random.nextGaussian();
      codes[i] = (byte) random.nextInt(3);
      double logit = 2 * x[i] + (codes[i] == 1 ? 1 : 0);
      outcome[i] = (byte) (random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0);
    }
    return new Dataset(
        ROWS,
        List.of(
            new Column.Numbers("z", "z", z),
            new Column.Levels("level", "level", codes, List.of("a", "b")),
            new Column.Numbers("x", "x", x)),
        outcome);
  }

  private static Learner.Model model() {
    return new Logistic(false).train(DATA, SPLIT.train(), 1, IDLE);
  }

  @Test
  void shufflingWhatMattersCosts() throws Exception {
    List<Importance> found = Shuffled.importance(model().predictor(), DATA, SPLIT.test(), 1, IDLE);
    assertEquals(List.of("x", "level", "z"), found.stream().map(Importance::column).toList());
    assertTrue(found.getFirst().auc() > 0.2);
    assertEquals(0, found.getLast().auc(), 0.005);
  }

  @Test
  void dependenceFollowsTheLaw() throws Exception {
    List<Dependence> found =
        PartialDependence.of(
            model().predictor(),
            new Calibration.None(),
            DATA,
            SPLIT.test(),
            List.of("x", "level"),
            1,
            IDLE);
    assertEquals(List.of("x", "level"), found.stream().map(Dependence::feature).toList());
    var x = found.getFirst().points();
    for (int i = 1; i < x.size(); i++) {
      assertTrue(x.get(i).probability() > x.get(i - 1).probability());
    }
    assertEquals(3, found.getLast().points().size());
    assertEquals(
        "level = a",
        found.getLast().points().stream()
            .max((a, b) -> Double.compare(a.probability(), b.probability()))
            .orElseThrow()
            .words());
  }

  @Test
  void moreOfTheSameHardlyHelps() throws Exception {
    Learning found = LearningCurve.of(model(), DATA, SPLIT, 1, IDLE);
    assertEquals(4, found.points().size());
    assertEquals(375, found.points().getFirst().rows(), 1);
    assertEquals(3000, found.points().getLast().rows());
    assertTrue(found.finding().contains("hardly"), found.finding());
  }

  @Test
  void groupsByHand() {
    var probability = new double[200];
    var yes = new boolean[200];
    var group = new byte[200];
    for (int i = 0; i < 200; i++) {
      group[i] = (byte) (i < 100 ? 0 : i < 198 ? 1 : -1);
      probability[i] = i % 100 < (i < 100 ? 40 : 10) ? 0.8 : 0.1;
      yes[i] = i < 100 && i % 2 == 0;
    }
    Fairness found =
        FairnessCheck.of("side", probability, yes, group, List.of("left", "right"), 0.5);
    Group left = found.groups().getFirst();
    assertEquals(100, left.rows());
    assertEquals(0.4, left.contacted(), 1e-12);
    assertEquals(0.5, left.observed(), 1e-12);
    assertEquals(0.4, Objects.requireNonNull(left.reached()), 1e-12);
    Group right = found.groups().getLast();
    assertEquals(98, right.rows());
    assertNull(right.reached());
    assertNull(right.auc());
    assertEquals(10 / 98.0 / 0.4, found.ratio(), 1e-12);
    assertTrue(FairnessCheck.uneven(found));
    assertTrue(found.finding().contains("10 % of 'right'"), found.finding());
  }
}
