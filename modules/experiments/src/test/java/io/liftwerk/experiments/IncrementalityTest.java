package io.liftwerk.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncrementalityTest {
  private static final LocalDate START = LocalDate.of(2026, 3, 1);

  @TempDir private Path folder;

  private static IncrementalityRequest request(String treated, LocalDate start) {
    return new IncrementalityRequest("regions", "region", "day", "orders", List.of(treated), start);
  }

  private static IncrementalityResult run(AbBench bench, IncrementalityRequest request) {
    return new JobRunner(bench.workspace(), Runnable::run)
        .run(new Incrementality(request))
        .result();
  }

  /** Twenty-five regions that share weekdays and a trend; in r7, 12 more from March on. */
  private static void regions(AbBench bench) throws Exception {
    bench.sql(
        """
        CREATE TABLE bronze.regions AS SELECT 'r' || r AS region,
          DATE '2026-01-01' + CAST(d AS INTEGER) AS day,
          100 + 4 * r + 0.2 * d + 10 * (d % 7) + hash(r, d) % 100 / 20.0
            + CASE WHEN r = 7 AND d >= 59 THEN 12 ELSE 0 END AS orders
        FROM range(25) a(r), range(90) b(d)
        """);
  }

  @Test
  void findsWhatWasAddedInOneRegion() throws Exception {
    try (var bench = new AbBench(folder)) {
      regions(bench);
      IncrementalityResult result = run(bench, request("r7", START));
      assertEquals(59, result.daysBefore());
      assertEquals(12, result.differences().effect(), 1);
      assertEquals(12, result.synthetic().effect(), 1);
      assertEquals(1 / 25.0, result.synthetic().p(), 1e-12);
      assertTrue(result.placeboBefore().p() > 0.1, result.placeboBefore().toString());
      assertTrue(result.verdict().contains("weaker than an experiment"), result.verdict());
      assertEquals(1, result.weights().stream().mapToDouble(w -> w.weight()).sum(), 0.02);
    }
  }

  @Test
  void findsNothingWhereNothingWasDone() throws Exception {
    try (var bench = new AbBench(folder)) {
      regions(bench);
      bench.sql("DELETE FROM bronze.regions WHERE region = 'r7'");
      IncrementalityResult result = run(bench, request("r3", START));
      assertEquals(0, result.differences().effect(), 1);
      assertTrue(!result.verdict().startsWith("It probably"), result.verdict());
    }
  }

  @Test
  void refusesTooLittle() throws Exception {
    try (var bench = new AbBench(folder)) {
      regions(bench);
      assertEquals(
          "unit-unknown",
          assertThrows(WorkbenchException.class, () -> run(bench, request("x7", START))).code());
      assertEquals(
          "days-few",
          assertThrows(
                  WorkbenchException.class,
                  () -> run(bench, request("r7", LocalDate.of(2026, 1, 3))))
              .code());
      bench.sql("DELETE FROM bronze.regions WHERE region NOT IN ('r7', 'r8')");
      assertEquals(
          "units-few",
          assertThrows(WorkbenchException.class, () -> run(bench, request("r7", START))).code());
    }
  }
}
