package io.liftwerk.scoring.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.scoring.ModelEvaluation;
import io.liftwerk.testsupport.SharedData;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every figure of a ranking beside scikit-learn's and R's of the same predictions. */
@Tag("reference")
class PublishedMetricsTest {

  private static JsonNode expected(String id) throws IOException {
    JsonNode cases =
        Json.mapper()
            .readTree(Files.readString(SharedData.file("reference/models.json")))
            .get("cases");
    for (JsonNode one : cases) {
      if (one.get("id").asText().equals(id)) {
        return one.get("expected");
      }
    }
    throw new AssertionError("no case " + id);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Predictions(double[] p, boolean[] yes) {}

  private static Predictions predictions(String file, String column) throws IOException {
    List<String> lines = Files.readAllLines(SharedData.file("reference/" + file));
    List<String> names = List.of(lines.getFirst().split(","));
    var p = new double[lines.size() - 1];
    var yes = new boolean[p.length];
    for (int i = 0; i < p.length; i++) {
      String[] cells = lines.get(i + 1).split(",");
      p[i] = Double.parseDouble(cells[names.indexOf(column)]);
      yes[i] = cells[names.indexOf("y")].equals("1");
    }
    return new Predictions(p, yes);
  }

  @Test
  void theFixtureOfThreeHundred() throws IOException {
    JsonNode expected = expected("fixture_300");
    Predictions given = predictions("fixture_classification_300.csv", "p");
    ModelEvaluation found = Metrics.evaluate("peer", given.p(), given.yes(), 0);
    ModelEvaluation.Details details = Objects.requireNonNull(found.details());
    double tolerance = 1e-9;
    assertEquals(expected.get("n").asInt(), given.p().length);
    assertEquals(expected.get("roc_auc").asDouble(), found.auc(), tolerance);
    assertEquals(expected.get("average_precision").asDouble(), found.averagePrecision(), tolerance);
    assertEquals(
        expected.get("pr_auc_trapezoid").asDouble(), details.precisionRecallArea(), tolerance);
    assertEquals(expected.get("log_loss").asDouble(), found.logLoss(), tolerance);
    assertEquals(expected.get("brier").asDouble(), found.brier(), tolerance);
    assertEquals(expected.get("ks").asDouble(), found.ks(), tolerance);
    assertEquals(expected.get("gini").asDouble(), details.gini(), tolerance);
    assertEquals(
        expected.get("ece_10_equal_width").asDouble(), details.calibrationError(), tolerance);
    assertEquals(
        expected.get("mce_10_equal_width").asDouble(),
        details.largestCalibrationError(),
        tolerance);
    assertEquals(expected.get("f1_at_05").asDouble(), details.f1(), tolerance);
    assertEquals(expected.get("mcc_at_05").asDouble(), details.matthews(), tolerance);
    long yes = 0;
    for (int i = 0; i < 10; i++) {
      JsonNode decile = expected.get("gains_deciles").get(i);
      ModelEvaluation.Decile ours = found.deciles().get(i);
      yes += ours.positives();
      assertEquals(decile.get("n").asInt(), ours.rows());
      assertEquals(decile.get("positives").asInt(), ours.positives());
      assertEquals(decile.get("cum_capture").asDouble(), ours.gain(), tolerance);
      assertEquals(decile.get("lift").asDouble(), ours.gain() / ((i + 1) / 10.0), tolerance);
    }
    assertEquals(expected.get("positives").asInt(), yes);
  }

  @Test
  void calibrationsOfTheFixture() throws IOException {
    JsonNode expected = expected("fixture_300");
    Predictions given = predictions("fixture_classification_300.csv", "p");
    var logOdds = new double[given.p().length];
    for (int i = 0; i < logOdds.length; i++) {
      logOdds[i] = Math.log(given.p()[i] / (1 - given.p()[i]));
    }
    var platt = (Calibration.Platt) Calibration.fit(Calibration.Kind.PLATT, logOdds, given.yes());
    JsonNode line = expected.get("platt_on_logit");
    // the peer stopped short of the maximum: there the slope of its likelihood is 3.6e-4, ours is 0
    assertEquals(line.get("slope").asDouble(), platt.slope(), 1e-5);
    assertEquals(line.get("intercept").asDouble(), platt.intercept(), 1e-5);
    double slope = 0;
    for (int i = 0; i < logOdds.length; i++) {
      slope += logOdds[i] * ((given.yes()[i] ? 1 : 0) - platt.probability(logOdds[i]));
    }
    assertEquals(0, slope, 1e-9);
    var isotonic = Calibration.Isotonic.ofProbabilities(given.p(), given.yes());
    expected
        .get("isotonic_at")
        .fields()
        .forEachRemaining(
            entry ->
                assertEquals(
                    entry.getValue().asDouble(),
                    isotonic.at(Double.parseDouble(entry.getKey())),
                    1e-9,
                    entry.getKey()));
  }

  @ParameterizedTest
  @CsvSource({
    "bank_additional_no_duration, p_logreg, 'LogisticRegression(L2,C=1)'",
    "bank_additional_no_duration, p_histgb, 'HistGradientBoosting(default)'",
    "telco_churn, p_logreg, 'LogisticRegression(L2,C=1)'",
    "telco_churn, p_histgb, 'HistGradientBoosting(default)'"
  })
  void figuresOfThePeersPredictions(String id, String column, String model) throws IOException {
    JsonNode peer = expected(id).get("models").get(model);
    Predictions given = predictions("predictions/" + id + "_test_predictions.csv", column);
    ModelEvaluation found = Metrics.evaluate("peer", given.p(), given.yes(), 0);
    ModelEvaluation.Details details = Objects.requireNonNull(found.details());
    assertEquals(expected(id).get("test").asInt(), given.p().length);
    assertEquals(peer.get("auc").asDouble(), found.auc(), 1e-9);
    assertEquals(peer.get("average_precision").asDouble(), found.averagePrecision(), 1e-9);
    assertEquals(peer.get("log_loss").asDouble(), found.logLoss(), 1e-9);
    assertEquals(peer.get("brier").asDouble(), found.brier(), 1e-9);
    assertEquals(peer.get("ks").asDouble(), found.ks(), 1e-9);
    assertEquals(peer.get("gini").asDouble(), details.gini(), 1e-9);
    assertEquals(peer.get("ece_10_equal_width").asDouble(), details.calibrationError(), 1e-9);
    assertEquals(peer.get("accuracy_at_0_5").asDouble(), details.accuracy(), 1e-9);
    // among equal scores the peer takes rows in their order, we take their share
    double ties = 0.02;
    assertEquals(peer.get("lift_top10pct").asDouble(), found.lift10(), ties);
    assertEquals(peer.get("capture_top10pct").asDouble(), found.deciles().getFirst().gain(), ties);
  }

  @Test
  void logisticRegressionOfTelcoWithoutAPenalty() throws IOException {
    JsonNode expected = expected("telco_glm");
    List<String> lines = Files.readAllLines(SharedData.file("data/leads/Telco-Customer-Churn.csv"));
    List<String> names = List.of(lines.getFirst().strip().split(","));
    var design = new ArrayList<double[]>();
    var yes = new boolean[lines.size() - 1];
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.strip().split(",");
      String contract = cells[names.indexOf("Contract")];
      String internet = cells[names.indexOf("InternetService")];
      yes[design.size()] = cells[names.indexOf("Churn")].equals("Yes");
      design.add(
          new double[] {
            1,
            Double.parseDouble(cells[names.indexOf("tenure")]),
            Double.parseDouble(cells[names.indexOf("MonthlyCharges")]),
            Double.parseDouble(cells[names.indexOf("SeniorCitizen")]),
            contract.equals("One year") ? 1 : 0,
            contract.equals("Two year") ? 1 : 0,
            internet.equals("Fiber optic") ? 1 : 0,
            internet.equals("No") ? 1 : 0
          });
    }
    Glm fitted = Glm.fit(design.toArray(double[][]::new), yes);
    int place = 0;
    for (String name :
        List.of(
            "(Intercept)",
            "tenure",
            "MonthlyCharges",
            "SeniorCitizen",
            "ContractOne year",
            "ContractTwo year",
            "InternetServiceFiber optic",
            "InternetServiceNo")) {
      double coefficient = fitted.coefficients()[place];
      double error = fitted.errors()[place++];
      assertEquals(expected.get("coef").get(name).asDouble(), coefficient, 1e-8, name);
      assertEquals(expected.get("se").get(name).asDouble(), error, 1e-8, name);
      // the peer stops its iterations at a looser tolerance, which the ratio shows
      assertEquals(expected.get("z").get(name).asDouble(), coefficient / error, 1e-6, name);
    }
    assertEquals(expected.get("loglik").asDouble(), fitted.logLikelihood(), 1e-8);
    assertEquals(expected.get("deviance").asDouble(), -2 * fitted.logLikelihood(), 1e-7);
    assertEquals(expected.get("n").asInt(), yes.length);
  }
}
