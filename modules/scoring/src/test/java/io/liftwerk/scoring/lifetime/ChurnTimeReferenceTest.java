package io.liftwerk.scoring.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times until churn beside R's survival, contracts beside scipy. */
@Tag("reference")
class ChurnTimeReferenceTest {
  private static final List<String> CONTRACTS = List.of("Month-to-month", "One year", "Two year");

  private double[] tenure = {};
  private boolean[] churned = {};
  private int[] contract = {};
  private double[][] columns = {};

  @BeforeEach
  void telco() throws IOException {
    List<String[]> rows = Cases.rows("data/leads/Telco-Customer-Churn.csv");
    tenure = Cases.column(rows, 5);
    churned = new boolean[rows.size()];
    contract = new int[rows.size()];
    for (int i = 0; i < churned.length; i++) {
      churned[i] = rows.get(i)[20].equals("Yes");
      contract[i] = CONTRACTS.indexOf(rows.get(i)[15]);
    }
    columns =
        new double[][] {
          Cases.column(rows, 18),
          Cases.column(rows, 2),
          java.util.Arrays.stream(contract).mapToDouble(c -> c == 1 ? 1 : 0).toArray(),
          java.util.Arrays.stream(contract).mapToDouble(c -> c == 2 ? 1 : 0).toArray()
        };
  }

  @Test
  void curvesAsRDoes() throws IOException {
    JsonNode expected = Cases.expected("telco_km");
    KaplanMeier curve = KaplanMeier.of(tenure, churned);
    for (int i = 0; i < expected.get("times").size(); i++) {
      double time = expected.get("times").get(i).asDouble();
      KaplanMeier.Step step =
          curve.steps().stream().filter(s -> s.time() == time).findFirst().orElseThrow();
      assertEquals(expected.get("surv").get(i).asDouble(), step.survival(), 1e-10);
      assertEquals(expected.get("se").get(i).asDouble(), step.standardError(), 1e-10);
      assertEquals(expected.get("n_risk").get(i).asLong(), step.atRisk());
    }
    assertEquals(
        expected.get("events").asLong(),
        curve.steps().stream().mapToLong(KaplanMeier.Step::events).sum());
    assertEquals(expected.get("rmst72").asDouble(), curve.mean(72), 1e-9);
    for (int g = 0; g < CONTRACTS.size(); g++) {
      int group = g;
      int[] rows = IntStream.range(0, tenure.length).filter(i -> contract[i] == group).toArray();
      var event = new boolean[rows.length];
      for (int i = 0; i < rows.length; i++) {
        event[i] = churned[rows[i]];
      }
      KaplanMeier of =
          KaplanMeier.of(IntStream.of(rows).mapToDouble(i -> tenure[i]).toArray(), event);
      JsonNode shares =
          expected.get("surv12_24_36_by_contract").get("Contract=" + CONTRACTS.get(g));
      for (int i = 0; i < 3; i++) {
        assertEquals(shares.get(i).asDouble(), of.survival(12 * (i + 1)), 1e-10);
      }
      JsonNode median = expected.get("median_by_contract").get(g);
      assertEquals(median.isNumber() ? median.asDouble() : Double.NaN, of.median());
    }
  }

  @Test
  void comparesContractsAsRDoes() throws IOException {
    JsonNode expected = Cases.expected("telco_logrank");
    LogRank test = LogRank.of(tenure, churned, contract, 3);
    assertEquals(expected.get("chi2").asDouble(), test.chiSquare(), 1e-6);
    assertEquals(expected.get("df").asInt(), test.degrees());
    assertTrue(test.p() < 1e-100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"efron", "breslow"})
  void weighsHazardsAsRDoes(String ties) throws IOException {
    JsonNode expected = Cases.expected("telco_cox").get(ties);
    Cox cox =
        Cox.fit(
            tenure,
            churned,
            columns,
            ties.equals("efron") ? Cox.Ties.EFRON : Cox.Ties.BRESLOW,
            () -> {});
    assertNotNull(cox);
    assertTrue(cox.converged());
    List<String> names =
        List.of("MonthlyCharges", "SeniorCitizen", "ContractOne year", "ContractTwo year");
    for (int c = 0; c < names.size(); c++) {
      assertEquals(expected.get("coef").get(names.get(c)).asDouble(), cox.coefficients()[c], 1e-6);
      if (expected.has("se")) {
        assertEquals(
            expected.get("se").get(names.get(c)).asDouble(), cox.standardErrors()[c], 1e-6);
      }
    }
    assertEquals(expected.get("loglik").get(0).asDouble(), cox.logLikelihoodNone(), 1e-6);
    assertEquals(expected.get("loglik").get(1).asDouble(), cox.logLikelihood(), 1e-6);
    if (expected.has("concordance")) {
      assertEquals(expected.get("concordance").asDouble(), cox.concordance(), 1e-6);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sbg_regular_7", "sbg_regular_4"})
  void projectsRetentionAsThePaperDoes(String id) throws IOException {
    JsonNode alive = Cases.get(id).get("inputs").get("alive");
    JsonNode expected = Cases.expected(id);
    var left = new double[alive.size()];
    var there = new double[alive.size()];
    for (int t = 1; t < left.length; t++) {
      left[t] = alive.get(t - 1).asDouble() - alive.get(t).asDouble();
    }
    there[left.length - 1] = alive.get(left.length - 1).asDouble();
    Fit<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.fit(left, there, () -> {});
    assertEquals(expected.get("alpha").asDouble(), fit.model().alpha(), 1e-5);
    assertEquals(expected.get("beta").asDouble(), fit.model().beta(), 1e-5);
    assertEquals(expected.get("loglik").asDouble(), fit.logLikelihood(), 1e-5);
    for (int t = 1; t <= 12; t++) {
      assertEquals(
          expected.get("survival_1_12").get(t - 1).asDouble(), fit.model().survival(t), 1e-5);
      assertEquals(
          expected.get("retention_1_12").get(t - 1).asDouble(), fit.model().retention(t), 1e-5);
    }
  }
}
