package io.liftwerk.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.experiments.BanditSimulationResult.Allocation;
import io.liftwerk.experiments.BanditSimulationResult.PolicyScore;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bandits on rates and logs whose truth is known, and on tables that are none. */
class BanditTest {
  @TempDir private Path folder;
  private UpliftBench bench;

  /** Old people take to the second banner, young ones to the first; the log played 3 to 1. */
  @BeforeEach
  void open() throws Exception {
    bench = new UpliftBench(folder);
    bench.sql(
        """
        CREATE TABLE bronze.log AS
        WITH drawn AS (SELECT i, hash(i * 3 + 1) % 4 = 0 AS second, hash(i * 3 + 2) % 2 AS old,
          hash(i * 3 + 3) % 1000 / 1000.0 AS u FROM range(8000) t(i))
        SELECT i + 1 AS _row, CASE WHEN second THEN '=two' ELSE 'one' END AS banner,
          CASE WHEN second THEN 0.25 ELSE 0.75 END AS chance,
          CASE WHEN i = 5 THEN 0 WHEN second THEN 0.25 ELSE 0.75 END AS zero,
          CASE old WHEN 1 THEN 'old' ELSE 'young' END AS age,
          (u < CASE WHEN (old = 1) = second THEN 0.3 ELSE 0.1 END)::INT AS click,
          'one' AS same, NULL::VARCHAR AS none
        FROM drawn ORDER BY i
        """);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static PolicyScore policy(BanditSimulationResult result, String name) {
    return result.policies().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void learningCostsLessThanAnEvenSplit() {
    var request =
        BanditSimulationRequest.of(List.of("A", "B", "C"), List.of(0.02, 0.03, 0.05), 1000, 30, 4);
    BanditSimulationResult result = bench.run(new BanditSimulation(request)).result();
    assertEquals("C", result.best());
    PolicyScore even = policy(result, "even");
    // 30,000 contacts, of which each loses 0.05 less the mean of the three rates
    assertEquals(30_000 * (0.05 - 0.1 / 3), even.lost(), 20);
    PolicyScore thompson = policy(result, "thompson");
    assertTrue(thompson.lost() < even.lost() / 3, thompson::toString);
    assertTrue(thompson.found() > 0.95 && thompson.wrong() < 0.1, thompson::toString);
    assertTrue(thompson.bestShare().getLast() > 0.9);
    assertNotNull(thompson.medianPeriods());
  }

  @Test
  void aCapSpreadsContacts() {
    var request =
        new BanditSimulationRequest(
            null,
            null,
            null,
            null,
            List.of("A", "B"),
            List.of(0.02, 0.03),
            1000,
            14,
            List.of("thompson"),
            0.95,
            null,
            500L,
            2,
            7,
            20,
            4);
    BanditSimulationResult result = bench.run(new BanditSimulation(request)).result();
    // 1,000 contacts a week are allowed, 14,000 were wanted
    assertEquals(12_000, result.capped());
  }

  @Test
  void divideTheNextPeriodInACsvThatRunsNoFormula() throws Exception {
    var request = BanditSimulationRequest.of("log", "banner", "click", 500, 5, 4);
    BanditSimulationResult result = bench.run(new BanditSimulation(request)).result();
    assertEquals(500, result.allocation().stream().mapToLong(Allocation::contacts).sum());
    String text = Files.readString(bench.workspace().folder().resolve(result.files().getFirst()));
    assertTrue(text.startsWith("arm,share,contacts,") && text.contains("\"'=two\""), text);
  }

  @Test
  void whoKnowsTheSegmentLosesLess() {
    var request =
        new BanditSimulationRequest(
            "log", "banner", "click", "age", List.of(), List.of(), 1000, 20, List.of(), 0.95, null,
            null, null, 7, 30, 4);
    BanditSimulationResult result = bench.run(new BanditSimulation(request)).result();
    assertTrue(policy(result, "linucb").lost() < policy(result, "thompson").lost() / 2);
    assertTrue(policy(result, "lints").lost() < policy(result, "thompson").lost() / 2);
  }

  @Test
  void valuesAPolicyThatWasNeverPlayed() {
    var request =
        new PolicyEvaluationRequest(
            "log", "banner", "click", "chance", "age", "best", null, 100, 10, 7);
    PolicyEvaluationResult result = bench.run(new PolicyEvaluation(request)).result();
    for (var estimate : result.estimates()) {
      assertEquals(0.3, estimate.value(), 0.03, estimate::toString);
    }
    assertEquals(0.2, result.logged().value(), 0.02);
    assertTrue(result.gain().low() > 0.05);
    assertTrue(result.verdict().startsWith("The policy would bring more"), result.verdict());
    assertEquals(1, result.overlap().meanWeight(), 0.1);
  }

  @ParameterizedTest
  @CsvSource({
    "log, banner, click, zero, even, propensity-value",
    "log, banner, click, none, even, propensity-value",
    "log, same, click, chance, even, arm-empty",
    "log, none, click, chance, even, column-empty",
    "log, banner, klick, chance, even, column-unknown",
    "log, banner, click, chance, thre, policy-unknown",
    "logg, banner, click, chance, even, table-unknown",
  })
  void refusesLogsInOneSentence(
      String table, String action, String reward, String chance, String target, String code) {
    var request =
        new PolicyEvaluationRequest(table, action, reward, chance, null, target, null, 100, 3, 7);
    WorkbenchException refusal =
        assertThrows(WorkbenchException.class, () -> bench.run(new PolicyEvaluation(request)));
    assertEquals(code, refusal.code(), refusal.sentence());
    assertTrue(refusal.sentence().endsWith("."), refusal.sentence());
  }

  @ParameterizedTest
  @CsvSource({"0.02, 0.02, rates-equal", "0.02, 1.5, rate-value", "0.02, NaN, rate-value"})
  void refusesRatesInOneSentence(double one, double other, String code) {
    var request = BanditSimulationRequest.of(List.of("A", "B"), List.of(one, other), 100, 5, 1);
    WorkbenchException refusal =
        assertThrows(WorkbenchException.class, () -> bench.run(new BanditSimulation(request)));
    assertEquals(code, refusal.code());
  }

  /** A run of before there were bands opens again. */
  @Test
  void readsRunsWithoutBands() {
    BanditSimulationResult.PolicyScore old =
        Json.read(
            """
            {"name":"thompson","outcomes":10.0,"lost":2.0,"lostLow":1.0,"lostHigh":3.0,
            "overEven":4.0,"lostValue":null,"found":0.9,"wrong":0.0,"medianPeriods":3,
            "curve":[1.0,2.0],"bestShare":[0.5,0.7]}
            """,
            BanditSimulationResult.PolicyScore.class);
    assertEquals(List.of(1.0, 2.0), old.curve());
    assertEquals(List.of(), old.curveLow());
    assertEquals(List.of(), old.curveHigh());
  }
}
