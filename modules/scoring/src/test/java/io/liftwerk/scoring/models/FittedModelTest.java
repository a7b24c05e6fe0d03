package io.liftwerk.scoring.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.scoring.evaluation.Calibration;
import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Preparation;
import io.liftwerk.scoring.features.TreeFeatures;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.workspace.WorkbenchException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A trained model is a value: stored and read it says the same, and it can say why. */
class FittedModelTest {
  private static final Work IDLE = new Work(() -> {});

  /** Numbers with gaps, a column of few and one of many levels, on which the outcome depends. */
  private static Dataset data(int rows, long seed) {
    var random = new Random(seed);
    var numbers = new float[4][rows];
    var codes = new byte[2][rows];
    var outcome = new byte[rows];
    for (int i = 0; i < rows; i++) {
      for (float[] number : numbers) {
        number[i] = random.nextInt(9) == 0 ? Float.NaN : (float) random.nextGaussian();
      }
      codes[0][i] = (byte) random.nextInt(4);
      codes[1][i] = (byte) random.nextInt(60);
      double z = numbers[0][i] > 0.3 ? 1 : -1;
      z += Float.isNaN(numbers[1][i]) ? 1.5 : numbers[1][i] * numbers[1][i] - 1;
      z += codes[0][i] == 2 ? 1 : 0;
      z += codes[1][i] % 7 == 3 ? 1 : -0.3;
      outcome[i] = (byte) (random.nextDouble() < 1 / (1 + Math.exp(-z)) ? 1 : 0);
    }
    List<String> many = IntStream.range(0, 60).mapToObj(i -> "v" + i).toList();
    return new Dataset(
        rows,
        List.of(
            new Column.Numbers("a", "a", numbers[0]),
            new Column.Numbers("b", "b", numbers[1]),
            new Column.Levels("few", "few", codes[0], List.of("x", "y", "z")),
            new Column.Numbers("c", "c", numbers[2]),
            new Column.Levels("many", "many", codes[1], many),
            new Column.Numbers("d", "d", numbers[3])),
        outcome);
  }

  private static final Dataset DATA = data(3_000, 4);
  private static final int[] TRAIN = IntStream.range(0, 2_000).toArray();
  private static final int[] APART = IntStream.range(2_000, 3_000).toArray();

  private static Learner learner(String name) {
    return switch (name) {
      case "heuristic" -> new Heuristic();
      case "logistic" -> new Logistic(false);
      case "forest" -> new Forest(true);
      default -> new Boosted(true);
    };
  }

  private static FittedModel fitted(String name, Calibration calibration) throws Exception {
    Learner.Model model = learner(name).train(DATA, TRAIN, 7, IDLE);
    return new FittedModel(
        FittedModel.VERSION,
        name,
        model.settings(),
        new Preparation(List.of(new Preparation.Date("a", 20_000.5, true))),
        model.predictor(),
        calibration,
        0.25);
  }

  @ParameterizedTest
  @ValueSource(strings = {"heuristic", "logistic", "forest", "boosted"})
  void reasonsAddUpToTheLogOdds(String name) throws Exception {
    FittedModel model = fitted(name, new Calibration.None());
    double[] logOdds = model.logOdds(DATA);
    for (int row : APART) {
      double sum = model.predictor().base() + Arrays.stream(model.contributions(DATA, row)).sum();
      assertEquals(logOdds[row], sum, 1e-9, name + " row " + row);
    }
    assertTrue(Arrays.stream(logOdds).distinct().count() > 2, "it tells rows apart");
  }

  @ParameterizedTest
  @ValueSource(strings = {"heuristic", "logistic", "forest", "boosted"})
  void storedAndReadItSaysTheSameToTheLastBit(String name) throws Exception {
    FittedModel model = fitted(name, new Calibration.Platt(1.1, -0.2));
    FittedModel read = FittedModel.read(model.json());
    assertArrayEquals(model.probabilities(DATA), read.probabilities(DATA));
    assertArrayEquals(model.contributions(DATA, 2_500), read.contributions(DATA, 2_500));
    assertEquals(model.json(), read.json());
    assertEquals(model.preparation(), read.preparation());
  }

  @ParameterizedTest
  @EnumSource(Calibration.Kind.class)
  void everyCalibrationIsStoredAndKeepsTheOrder(Calibration.Kind kind) throws Exception {
    Learner.Model trained = new Logistic(false).train(DATA, TRAIN, 7, IDLE);
    double[] apart = trained.predictor().logOdds(DATA, APART, IDLE);
    FittedModel model = fitted("logistic", Calibration.fit(kind, apart, DATA.outcomes(APART)));
    assertEquals(kind, model.calibration().kind());
    FittedModel read = FittedModel.read(model.json());
    double[] raw = model.logOdds(DATA);
    double[] calibrated = read.probabilities(DATA);
    assertArrayEquals(model.probabilities(DATA), calibrated);
    for (int i = 1; i < raw.length; i++) {
      assertEquals(
          Double.compare(raw[i - 1], raw[i]), Double.compare(calibrated[i - 1], calibrated[i]));
      assertTrue(calibrated[i] > 0 && calibrated[i] < 1);
    }
  }

  @Test
  void aFormOfAnotherProgramIsRefused() throws Exception {
    String json = fitted("heuristic", new Calibration.None()).json();
    WorkbenchException refusal =
        assertThrows(
            WorkbenchException.class,
            () -> FittedModel.read(json.replaceFirst("\"version\":1", "\"version\":2")));
    assertEquals("model-version", refusal.code());
    assertThrows(WorkbenchException.class, () -> FittedModel.read("{"));
  }

  /** The trees taken out of XGBoost score and explain as XGBoost itself does. */
  @ParameterizedTest
  @ValueSource(ints = {1, 40})
  void treesAgreeWithXgboost(int parallel) throws Exception {
    TreeFeatures features = TreeFeatures.fit(DATA, TRAIN);
    DMatrix train = Native.training(features, DATA, TRAIN, false);
    DMatrix apart = Native.matrix(features, DATA, APART);
    Booster booster =
        Native.booster(
            train,
            Map.of("eta", 0.2, "max_depth", 5, "num_parallel_tree", parallel, "subsample", 0.7),
            false,
            3);
    for (int round = 0; round < (parallel == 1 ? 30 : 1); round++) {
      booster.update(train, round);
    }
    TreeEnsemble ours = TreeEnsemble.read(features, booster.toByteArray("json"), false);
    double[] logOdds = ours.logOdds(DATA, APART, IDLE);
    float[][] margins = booster.predict(apart, true);
    float[][] contributions = booster.predictContrib(apart, 0);
    for (int i = 0; i < APART.length; i++) {
      assertEquals(margins[i][0], logOdds[i], 2e-6);
      double[] mine = ours.contributions(DATA, APART[i]);
      for (int c = 0; c < mine.length; c++) {
        assertEquals(contributions[i][c], mine[c], 2e-5, "row " + i + " column " + c);
      }
      assertEquals(contributions[i][mine.length], ours.base(), 2e-5);
    }
  }
}
