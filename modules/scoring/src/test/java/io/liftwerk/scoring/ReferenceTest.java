package io.liftwerk.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.testsupport.SharedData;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of the whole job on real lead tables, beside those of scikit-learn and XGBoost. */
@Tag("reference")
class ReferenceTest {
  @TempDir private Path folder;

  private void bank(Bench bench) throws Exception {
    bench.reference(
        "bank",
        SharedData.file("data/leads/bank-additional-full.csv"),
        SharedData.file("reference/splits/bank_additional_no_duration_test_rows.csv"));
  }

  @Test
  void meetsThePeersOnBankAdditional() throws Exception {
    try (var bench = new Bench(folder)) {
      bank(bench);
      LeadScoringResult result =
          bench.score(Bench.request("bank", "y", List.of("duration"), "part", 7));
      assertEquals(12356, result.holdoutRows());
      assertTrue(result.models().get(1).auc() >= 0.785);
      assertTrue(result.models().get(3).auc() >= 0.796);
      assertEquals("boosted", result.chosen(), "by the training part alone");
      assertTrue(result.chosenModel().auc() >= 0.798 - 0.005);
      // XGBoost's of the peers, same bins
      assertTrue(calibrationError(result) <= 0.0061 + 0.005);
      assertFalse(has(result, "leakage"), () -> result.warnings().toString());
    }
  }

  @Test
  void warnsOfDurationOnBankAdditional() throws Exception {
    try (var bench = new Bench(folder)) {
      bank(bench);
      LeadScoringResult result = bench.score(Bench.request("bank", "y"));
      assertEquals(
          List.of("duration"),
          result.warnings().stream()
              .filter(warning -> warning.code().equals("leakage"))
              .map(ScoringWarning::column)
              .toList());
    }
  }

  @Test
  void meetsThePeersOnTelcoWithoutAFalseAlarm() throws Exception {
    try (var bench = new Bench(folder)) {
      bench.reference(
          "telco",
          SharedData.file("data/leads/Telco-Customer-Churn.csv"),
          SharedData.file("reference/splits/telco_churn_test_rows.csv"));
      LeadScoringResult result = bench.score(Bench.request("telco", "Churn", List.of(), "part", 7));
      assertEquals("customerID", result.id());
      assertTrue(result.chosenModel().auc() >= 0.858 - 0.005);
      // scikit-learn's logistic regression, same bins
      assertTrue(calibrationError(result) <= 0.0204 + 0.005);
      assertFalse(has(result, "leakage"), () -> result.warnings().toString());
    }
  }

  private static double calibrationError(LeadScoringResult result) {
    return Objects.requireNonNull(result.chosenModel().details()).calibrationError();
  }

  private static boolean has(LeadScoringResult result, String code) {
    return result.warnings().stream().anyMatch(warning -> warning.code().equals(code));
  }
}
