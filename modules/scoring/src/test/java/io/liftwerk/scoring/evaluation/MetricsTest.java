package io.liftwerk.scoring.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.scoring.ModelEvaluation;
import io.liftwerk.testsupport.SharedData;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {

  /** Scores and outcomes. */
  private record Sample(double[] scores, boolean[] yes) {

    static Sample random(int seed, int rows, int distinct) {
      var random = new Random(seed);
      var scores = new double[rows];
      var yes = new boolean[rows];
      for (int i = 0; i < rows; i++) {
        scores[i] = (1 + random.nextInt(distinct)) / (distinct + 1.0);
        yes[i] = i < 3 || (i > 5 && random.nextDouble() < scores[i]);
      }
      return new Sample(scores, yes);
    }

    Sample shuffled(int seed) {
      List<Integer> order =
          new java.util.ArrayList<>(IntStream.range(0, scores.length).boxed().toList());
      java.util.Collections.shuffle(order, new Random(seed));
      var mixed = new Sample(new double[scores.length], new boolean[scores.length]);
      for (int i = 0; i < order.size(); i++) {
        mixed.scores[i] = scores[order.get(i)];
        mixed.yes[i] = yes[order.get(i)];
      }
      return mixed;
    }

    ModelEvaluation evaluation() {
      return Metrics.evaluate("any", scores, yes, 0);
    }

    static Sample read(String file, int yesColumn, int scoreColumn) throws IOException {
      List<String[]> lines =
          Files.readAllLines(SharedData.file(file)).stream()
              .skip(1)
              .map(line -> line.split(",", -1))
              .toList();
      var sample = new Sample(new double[lines.size()], new boolean[lines.size()]);
      for (int i = 0; i < lines.size(); i++) {
        sample.scores[i] = Double.parseDouble(lines.get(i)[scoreColumn]);
        sample.yes[i] = lines.get(i)[yesColumn].equals("1");
      }
      return sample;
    }
  }

  private static JsonNode expected(String id) throws IOException {
    JsonNode cases =
        Json.mapper().readTree(SharedData.file("reference/models.json").toFile()).path("cases");
    for (JsonNode one : cases) {
      if (one.path("area").asText().equals("propensity") && one.path("id").asText().equals(id)) {
        return one.path("expected");
      }
    }
    throw new IllegalArgumentException("no case " + id);
  }

  @Test
  @Tag("reference")
  void agreesWithThePeerOnTheFixture() throws IOException {
    JsonNode peer = expected("fixture_300");
    Sample sample = Sample.read("reference/fixture_classification_300.csv", 1, 2);
    ModelEvaluation ours = sample.evaluation();
    assertEquals(peer.path("roc_auc").asDouble(), ours.auc(), 1e-9);
    assertEquals(peer.path("average_precision").asDouble(), ours.averagePrecision(), 1e-9);
    assertEquals(peer.path("log_loss").asDouble(), ours.logLoss(), 1e-9);
    assertEquals(peer.path("brier").asDouble(), ours.brier(), 1e-9);
    assertEquals(peer.path("ks").asDouble(), ours.ks(), 1e-9);
    assertEquals(
        peer.path("ece_10_equal_width").asDouble(),
        Metrics.calibrationError(sample.scores, sample.yes),
        1e-9);
    for (int i = 0; i < 10; i++) {
      JsonNode decile = peer.path("gains_deciles").path(i);
      assertEquals(decile.path("n").asLong(), ours.deciles().get(i).rows());
      assertEquals(decile.path("positives").asLong(), ours.deciles().get(i).positives());
      assertEquals(decile.path("cum_capture").asDouble(), ours.deciles().get(i).gain(), 1e-9);
    }
    assertEquals(peer.path("gains_deciles").path(0).path("lift").asDouble(), ours.lift10(), 1e-9);
  }

  @ParameterizedTest
  @Tag("reference")
  @CsvSource({
    "bank_additional_no_duration, bank_additional_no_duration_test_predictions.csv, 2,"
        + " LogisticRegression(L2|C=1), 1e-9",
    "bank_additional_no_duration, bank_additional_no_duration_test_predictions.csv, 3,"
        + " HistGradientBoosting(default), 1e-9",
    "telco_churn, telco_churn_test_predictions.csv, 2, LogisticRegression(L2|C=1), 1e-9",
    "telco_churn, telco_churn_test_predictions.csv, 3, HistGradientBoosting(default), 1e-9",
  })
  void agreesWithThePeerOnItsPredictions(
      String id, String file, int column, String model, double tolerance) throws IOException {
    JsonNode peer = expected(id).path("models").path(model.replace('|', ','));
    Sample sample = Sample.read("reference/predictions/" + file, 1, column);
    ModelEvaluation ours = sample.evaluation();
    assertEquals(peer.path("auc").asDouble(), ours.auc(), tolerance);
    assertEquals(peer.path("average_precision").asDouble(), ours.averagePrecision(), tolerance);
    assertEquals(peer.path("log_loss").asDouble(), ours.logLoss(), tolerance);
    assertEquals(peer.path("brier").asDouble(), ours.brier(), tolerance);
    assertEquals(peer.path("ks").asDouble(), ours.ks(), tolerance);
    assertEquals(
        peer.path("ece_10_equal_width").asDouble(),
        Metrics.calibrationError(sample.scores, sample.yes),
        tolerance);
    assertEquals(peer.path("lift_top10pct").asDouble(), ours.lift10(), 0.02);
    for (int i = 0; i < 10; i++) {
      ModelEvaluation.Decile decile = ours.deciles().get(i);
      // the peer cuts groups of equal scores wherever they happen to lie
      assertEquals(
          peer.path("decile_response_rate").path(i).asDouble(),
          decile.positives() / (double) decile.rows(),
          0.01);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 40, 100_000})
  void orderOfTheRowsDoesNotMatter(int distinct) {
    Sample sample = Sample.random(1, 503, distinct);
    ModelEvaluation ours = sample.evaluation();
    ModelEvaluation mixed = sample.shuffled(2).evaluation();
    assertEquals(ours.roc(), mixed.roc());
    assertEquals(ours.deciles(), mixed.deciles());
    assertEquals(ours.calibration(), mixed.calibration());
    assertEquals(ours.auc(), mixed.auc());
    assertEquals(ours.averagePrecision(), mixed.averagePrecision());
    assertEquals(ours.aucLow(), mixed.aucLow(), 1e-12);
    assertEquals(ours.logLoss(), mixed.logLoss(), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 40, 100_000})
  void aReversedRankingHasTheComplementaryArea(int distinct) {
    Sample sample = Sample.random(3, 400, distinct);
    double[] reversed = java.util.Arrays.stream(sample.scores).map(s -> 1 - s).toArray();
    assertEquals(
        1, Metrics.auc(sample.scores, sample.yes) + Metrics.auc(reversed, sample.yes), 1e-12);
  }

  @Test
  void areaIsTheShareOfPairsInOrder() {
    Sample sample = Sample.random(4, 200, 12);
    double pairs = 0;
    double won = 0;
    for (int i = 0; i < 200; i++) {
      for (int j = 0; j < 200; j++) {
        if (sample.yes[i] && !sample.yes[j]) {
          pairs++;
          won += (Math.signum(sample.scores[i] - sample.scores[j]) + 1) / 2;
        }
      }
    }
    assertEquals(won / pairs, Metrics.auc(sample.scores, sample.yes), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"7,3", "10,2", "99,4", "1000,5", "1003,100000"})
  void decilesAddUp(int rows, int distinct) {
    Sample sample = Sample.random(5, rows, distinct);
    ModelEvaluation ours = sample.evaluation();
    Curve curve = Curve.of(sample.scores, sample.yes);
    assertEquals(rows, ours.deciles().stream().mapToLong(ModelEvaluation.Decile::rows).sum());
    assertEquals(
        curve.allYes(), ours.deciles().stream().mapToLong(ModelEvaluation.Decile::positives).sum());
    assertEquals(1, ours.deciles().getLast().gain(), 1e-12);
    double last = 0;
    for (ModelEvaluation.Decile decile : ours.deciles()) {
      assertTrue(decile.gain() >= last);
      last = decile.gain();
    }
    assertEquals(
        rows, ours.calibration().stream().mapToLong(ModelEvaluation.CalibrationBin::rows).sum());
    double observed =
        ours.calibration().stream().mapToDouble(bin -> bin.observed() * bin.rows()).sum();
    assertEquals(curve.allYes(), observed, 1e-9);
  }

  @Test
  void aConstantScoreRanksNothing() {
    var scores = new double[500];
    java.util.Arrays.fill(scores, 0.3);
    boolean[] yes = Sample.random(6, 500, 9).yes;
    ModelEvaluation ours = Metrics.evaluate("constant", scores, yes, 0);
    assertEquals(0.5, ours.auc());
    assertEquals(0, ours.ks());
    assertEquals(1, ours.lift10(), 1e-12);
    ours.deciles().forEach(decile -> assertEquals(1, decile.lift(), 1e-9));
    assertEquals(2, ours.roc().size());
  }

  @Test
  void theRocCurveIsThinnedAndRises() {
    List<ModelEvaluation.Point> roc = Sample.random(7, 20_000, 1_000_000).evaluation().roc();
    assertTrue(roc.size() <= 200 && roc.size() > 150, () -> "points: " + roc.size());
    assertEquals(new ModelEvaluation.Point(0, 0), roc.getFirst());
    assertEquals(new ModelEvaluation.Point(1, 1), roc.getLast());
    for (int i = 1; i < roc.size(); i++) {
      assertTrue(roc.get(i).x() >= roc.get(i - 1).x() && roc.get(i).y() >= roc.get(i - 1).y());
    }
  }

  @Test
  void certainButWrongCostsMuchAndIsFinite() {
    double loss = Metrics.logLoss(new double[] {1, 0}, new boolean[] {false, true});
    assertTrue(Double.isFinite(loss) && loss > 30, () -> "loss " + loss);
  }
}
