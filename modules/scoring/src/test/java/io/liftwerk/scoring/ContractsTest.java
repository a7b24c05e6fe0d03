package io.liftwerk.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The job from a table of contracts to how long they run. */
class ContractsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(folder);
    bench.sql(
        """
        CREATE TABLE bronze.contracts AS
        SELECT *, CASE WHEN began + runs <= DATE '2026-01-01' OR runs > 900 THEN began + runs END
            AS ended
        FROM (
          SELECT i AS id, DATE '2022-01-01' + CAST(i % 1000 AS INT) AS began,
            CASE WHEN i % 3 = 0 THEN 'basic' WHEN i % 3 = 1 THEN 'plus' ELSE 'pro' END AS tariff,
            CAST(20 + (hash(i) % 400) * (1 + i % 3) AS INT) AS runs, 20.0 + i % 7 AS fee,
            hash(i + 7) % 50 AS age, 'all' AS same
          FROM range(500) t(i))
        """);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private ChurnTimeResult run(ChurnTimeRequest request) {
    return new JobRunner(bench.workspace(), Runnable::run).run(new ChurnTime(request)).result();
  }

  private static ChurnTimeRequest byDays(
      String table, @Nullable String start, @Nullable String end, List<String> columns) {
    return new ChurnTimeRequest(
        table, start, end, null, null, "tariff", columns, "fee", null, 12, 0.1, TODAY);
  }

  @Test
  void followsContractsByTheirDays() {
    ChurnTimeResult result =
        run(byDays("contracts", "began", "ended", List.of("tariff", "age", "same")));
    assertEquals(500, result.contracts());
    assertEquals("month", result.unit());
    assertTrue(result.ended() > 0 && result.ended() < 500);
    assertEquals(3, result.groups().size());
    assertEquals(500, result.groups().stream().mapToLong(g -> g.contracts()).sum());
    assertEquals(result.ended(), result.survival().stream().mapToLong(p -> p.ended()).sum());
    var cox = result.cox();
    assertNotNull(cox);
    assertEquals(
        List.of("tariff = plus", "tariff = pro", "age"),
        cox.columns().stream().map(h -> h.name()).toList());
    // pro contracts run three times as long as basic ones
    assertTrue(cox.columns().get(1).high() < 1);
    var logRank = result.logRank();
    assertTrue(logRank != null && logRank.p() != null && logRank.p() < 1e-6);
    assertEquals(
        List.of("same"),
        result.warnings().stream()
            .filter(w -> w.code().equals("column-left-out"))
            .map(ScoringWarning::column)
            .toList());
    assertEquals(result, Json.read(Json.write(result), ChurnTimeResult.class));
  }

  @Test
  void followsContractsByTheirDuration() throws Exception {
    bench.sql(
        """
        CREATE TABLE bronze.tenure AS SELECT CASE WHEN i < 369 THEN 1 WHEN i < 532 THEN 2
            WHEN i < 618 THEN 3 WHEN i < 674 THEN 4 WHEN i < 711 THEN 5 WHEN i < 738 THEN 6
            ELSE 7 END AS months, CASE WHEN i < 759 THEN 'ja' ELSE 'nein' END AS gone
        FROM range(1000) t(i)
        """);
    ChurnTimeResult result =
        run(
            new ChurnTimeRequest(
                "tenure", null, null, "months", "gone", null, List.of(), null, null, 12, 0, TODAY));
    assertEquals("period", result.unit());
    assertEquals(759, result.ended());
    assertEquals(List.of(), result.groups());
    assertNull(result.cox());
    assertNotNull(result.retention());
    assertNotNull(result.expectedPeriods());
    assertTrue(result.expectedPeriods() < 241 * 12);
    assertNull(result.expectedValue());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "nowhere, began, ended, -, -, table-unknown",
        "contracts, begn, ended, -, -, column-unknown",
        "contracts, began, -, -, -, column-missing",
        "contracts, tariff, ended, -, -, not-a-date",
        "contracts, -, -, runs, -, column-missing",
        "contracts, -, -, tariff, same, not-a-number",
        "contracts, -, -, runs, tariff, not-a-yes-or-no",
        "running, began, ended, -, -, no-ends",
        "few, began, ended, -, -, too-few-contracts",
      })
  void refusesInOneSentence(
      String table,
      @Nullable String start,
      @Nullable String end,
      @Nullable String duration,
      @Nullable String churned,
      String code)
      throws Exception {
    bench.sql(
        "CREATE TABLE bronze.running AS SELECT * REPLACE (NULL::DATE AS ended) FROM"
            + " bronze.contracts",
        "CREATE TABLE bronze.few AS SELECT * FROM bronze.contracts LIMIT 5",
        "ALTER TABLE bronze.contracts RENAME ended TO over",
        end == null || !table.equals("contracts") || !end.equals("ended")
            ? "SELECT 1"
            : "ALTER TABLE bronze.contracts RENAME over TO ended");
    WorkbenchException refusal =
        assertThrows(
            WorkbenchException.class,
            () ->
                run(
                    new ChurnTimeRequest(
                        table, start, end, duration, churned, null, List.of(), null, null, 12, 0.1,
                        TODAY)));
    assertEquals(code, refusal.code(), refusal.sentence());
    assertTrue(refusal.sentence().endsWith(".") && !refusal.hint().isBlank(), refusal.sentence());
  }
}
