package io.liftwerk.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.warehouse.CheckResult.TestResult;
import io.liftwerk.warehouse.quality.TestStatus;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityCheckTest {
  @TempDir Path folder;
  private CheckBench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new CheckBench(folder);
    bench.sql(
        """
        CREATE TABLE gold.orders AS SELECT * FROM (VALUES
          (1, 'paid', 10.0, DATE '2026-02-27', 'DE'),
          (2, 'paid', 20.0, DATE '2026-02-28', 'DE'),
          (2, 'open', -5.0, DATE '2026-02-28', 'AT'),
          (4, NULL, 40.0, DATE '2026-03-01', 'XX'),
          (NULL, 'lost', 50.0, NULL, NULL)) o(id, status, total, date_day, country)
        """,
        "CREATE TABLE gold.countries AS SELECT * FROM (VALUES ('DE'), ('AT')) c(code)");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** The tests of a check. */
  private record Tests(List<TestResult> all) {
    TestResult get(String id) {
      return all.stream().filter(test -> test.test().equals(id)).findFirst().orElseThrow();
    }

    int size() {
      return all.size();
    }
  }

  private static Tests byId(Run<CheckResult> run) {
    return new Tests(run.result().tests());
  }

  private static double observed(TestResult test) {
    Double figure = test.observed();
    return figure == null ? Double.NaN : figure;
  }

  private static final String ORDERS =
      """
      models:
        - name: orders
          tests:
            - dbt_utils.unique_combination_of_columns:
                combination_of_columns: [id, status]
            - dbt_expectations.expect_table_row_count_to_be_between:
                min_value: 1
                max_value: 4
          columns:
            - name: id
              tests: [unique, not_null]
            - name: status
              data_tests:
                - accepted_values:
                    arguments: {values: [paid, open]}
                    config: {severity: warn}
                - not_null: {config: {where: "country = 'DE'"}}
            - name: country
              tests:
                - relationships: {to: ref('countries'), field: code}
        - name: countries
      """;

  @Test
  void testsOfDbtFindTheRowsThatDbtFinds() throws Exception {
    Tests tests = byId(bench.check(ORDERS));
    TestResult unique = tests.get("orders.id.unique");
    assertEquals(TestStatus.FAIL, unique.status());
    assertEquals(2, unique.failingRows());
    assertEquals(4, unique.rowsJudged(), "an empty id is none that repeats");
    assertEquals("No value of 'id' occurs twice.", unique.description());
    assertEquals(TestStatus.FAIL, tests.get("orders.id.not_null").status());
    TestResult values = tests.get("orders.status.accepted_values");
    assertEquals(TestStatus.WARN, values.status());
    assertEquals(1, values.failingRows());
    assertEquals(TestStatus.PASS, tests.get("orders.status.not_null").status());
    assertEquals(2, tests.get("orders.status.not_null").rowsSeen());
    assertEquals(
        "'status' is never empty, where country = 'DE'.",
        tests.get("orders.status.not_null").description());
    assertEquals(1, tests.get("orders.country.relationships").failingRows());
    assertEquals(TestStatus.PASS, tests.get("orders.unique_combination_of_columns").status());
    TestResult rows = tests.get("orders.expect_table_row_count_to_be_between");
    assertEquals(TestStatus.FAIL, rows.status());
    assertEquals(5.0, rows.observed());
  }

  @Test
  void everyFailingRowIsKeptWholeUntilTheTestRunsAgain() throws Exception {
    bench.sql("INSERT INTO gold.orders SELECT 7, 'paid', 1, NULL, 'DE' FROM range(25000)");
    TestResult unique = byId(bench.check(ORDERS)).get("orders.id.unique");
    assertEquals(25_002, unique.failingRows());
    assertEquals("failures.orders__id__unique", unique.failures());
    assertEquals(List.of("25002"), bench.texts("SELECT count(*) FROM failures.orders__id__unique"));
    assertEquals(
        List.of("-5.0"),
        bench.texts("SELECT min(total) FROM failures.orders__id__unique WHERE country = 'AT'"));

    bench.sql("DELETE FROM gold.orders WHERE id IN (2, 7)");
    assertNull(byId(bench.check(ORDERS)).get("orders.id.unique").failures());
    assertEquals(
        List.of(),
        bench.texts(
            "SELECT table_name FROM duckdb_tables() WHERE table_name = 'orders__id__unique'"));
  }

  @Test
  void aTestThatCannotRunSaysWhyAndStopsNoOther() throws Exception {
    bench.sql(
        "CREATE VIEW gold.texts AS SELECT status, CAST(status AS INTEGER) AS n FROM gold.orders");
    Run<CheckResult> run =
        bench.check(
            """
            models:
              - name: texts
                columns:
                  - name: n
                    tests: [not_null]
                  - name: status
                    tests:
                      - accepted_values: {values: [paid]}
              - name: missing
                tests: [{expect_table_row_count_to_equal: {value: 1}}]
              - name: orders
                tests:
                  - no_such_test
                  - expression_is_true: {expression: "total > nowhere"}
                  - expect_column_values_to_be_between: {column: total, min_valeu: 3, max_value: 9}
                  - expect_column_values_to_match_regex: {column: status, regex: "(?=a)b"}
                  - accepted_values: {column_name: colour, values: [red]}
                columns:
                  - name: total
                    tests: [{not_null: {config: {severity: fatal}}}, not_null]
            """);
    Tests tests = byId(run);
    assertEquals(10, tests.size());
    assertEquals(9, run.result().totals().errors());
    assertEquals(TestStatus.PASS, tests.get("orders.total.not_null.2").status());
    assertEquals(
        "There is no table gold.missing: it has not been built.",
        tests.get("missing.expect_table_row_count_to_equal").problem());
    assertEquals(
        "There is no test called 'no_such_test'.", tests.get("orders.no_such_test").problem());
    assertEquals(
        "The test expect_column_values_to_be_between has no argument 'min_valeu'.",
        tests.get("orders.total.expect_column_values_to_be_between").problem());
    assertEquals(
        "gold.orders has no column 'colour'.",
        tests.get("orders.colour.accepted_values").problem());
    assertEquals(
        "texts.n.not_null cannot run: Conversion Error: Could not convert string 'paid' to INT32"
            + " when casting from source column status.",
        tests.get("texts.n.not_null").problem());
    // the rows that fail cannot be read, though those that pass can be told
    assertEquals(TestStatus.ERROR, tests.get("texts.status.accepted_values").status());
    assertEquals(List.of("10"), bench.texts("SELECT count(*) FROM build.test_results"));
  }

  @Test
  void nothingThatATestSaysCanWrite() throws Exception {
    TestResult result =
        bench.one(
            """
            models:
              - name: orders
                tests:
                  - not_null:
                      column_name: total
                      config: {where: "true); DELETE FROM gold.orders; SELECT (1 = 1"}
            """);
    assertEquals(TestStatus.ERROR, result.status());
    assertEquals(List.of("5"), bench.texts("SELECT count(*) FROM gold.orders"));
  }

  @Test
  void resultsOfEarlierRunsAreTheHistoryOfATest() throws Exception {
    bench.check(ORDERS);
    bench.check(ORDERS);
    bench.sql("DELETE FROM gold.orders WHERE id IS NULL");
    Run<CheckResult> third = bench.check(ORDERS);
    TestResult unique = byId(third).get("orders.id.unique");
    assertEquals(
        List.of(TestStatus.FAIL, TestStatus.FAIL),
        unique.history().stream().map(past -> past.status()).toList());
    assertEquals("0001", unique.history().getFirst().run());
    assertNotNull(unique.failingSince());
    TestResult notNull = byId(third).get("orders.id.not_null");
    assertEquals(TestStatus.PASS, notNull.status());
    assertEquals(TestStatus.FAIL, notNull.history().getLast().status());
    assertNull(notNull.failingSince());
    assertEquals(
        Json.write(third.result()),
        Json.write(Json.read(Json.write(third.result()), CheckResult.class)));
  }

  @Test
  void theSameTablesGiveTheSameFingerprint() throws Exception {
    String first = String.valueOf(bench.check(ORDERS).record().resultHash());
    assertEquals(first, bench.check(ORDERS).record().resultHash());
    bench.sql("UPDATE gold.orders SET total = 21 WHERE id = 2 AND status = 'paid'");
    assertTrue(!first.equals(bench.check(ORDERS).record().resultHash()));
  }

  @Test
  void mostlyAndLimitsDecideFromWhenOnATestFails() throws Exception {
    Tests tests =
        byId(
            bench.check(
                """
                models:
                  - name: orders
                    columns:
                      - name: status
                        tests:
                          - not_null: {mostly: 0.8}
                          - not_null: {mostly: 0.9}
                          - not_null: {config: {error_if: ">1", warn_if: ">0"}}
                          - not_null: {config: {error_if: ">1"}}
                          - not_null: {severity: warn, config: {warn_if: ">1"}}
                      - name: id
                        tests:
                          - unique: {config: {limit: 1}}
                          - unique: {config: {enabled: false}}
                """));
    assertEquals(TestStatus.PASS, tests.get("orders.status.not_null").status());
    assertEquals(1, tests.get("orders.status.not_null").failingRows());
    assertEquals(
        "'status' is never empty, in at least 80 % of the rows.",
        tests.get("orders.status.not_null").description());
    assertEquals(TestStatus.FAIL, tests.get("orders.status.not_null.2").status());
    assertEquals(TestStatus.WARN, tests.get("orders.status.not_null.3").status());
    assertEquals(TestStatus.PASS, tests.get("orders.status.not_null.4").status());
    assertEquals(TestStatus.PASS, tests.get("orders.status.not_null.5").status());
    assertEquals(2, tests.get("orders.id.unique").failingRows());
    assertEquals(List.of("1"), bench.texts("SELECT count(*) FROM failures.orders__id__unique"));
    assertEquals(6, tests.size());
  }

  @Test
  void boundsMayBeValuesOfTheColumnOrExpressions() throws Exception {
    Tests tests =
        byId(
            bench.check(
                """
                models:
                  - name: orders
                    columns:
                      - name: date_day
                        tests:
                          - expect_column_values_to_be_between: {min_value: "2026-02-28"}
                          - expect_column_values_to_be_between:
                              max_value: "date '2026-02-28' - interval 1 day"
                          - expect_column_max_to_be_between:
                              {min_value: "2026-03-01", max_value: "2026-03-01"}
                      - name: status
                        tests:
                          - expect_column_values_to_be_between: {min_value: 3}
                      - name: total
                        tests:
                          - accepted_range: {min_value: 0, inclusive: false}
                          - expect_column_mean_to_be_between: {min_value: 23, max_value: 23}
                """));
    assertEquals(1, tests.get("orders.date_day.expect_column_values_to_be_between").failingRows());
    assertEquals(
        3, tests.get("orders.date_day.expect_column_values_to_be_between.2").failingRows());
    TestResult newest = tests.get("orders.date_day.expect_column_max_to_be_between");
    assertEquals(TestStatus.PASS, newest.status());
    assertEquals("2026-03-01", newest.observedText());
    assertEquals(
        "'status' holds text, which cannot be compared with the number 3.",
        tests.get("orders.status.expect_column_values_to_be_between").problem());
    assertEquals(1, tests.get("orders.total.accepted_range").failingRows());
    assertEquals(
        TestStatus.PASS, tests.get("orders.total.expect_column_mean_to_be_between").status());
  }

  @Test
  void freshnessWarnsBeforeItFails() throws Exception {
    Tests tests =
        byId(
            bench.check(
                """
                models:
                  - name: orders
                    columns:
                      - name: date_day
                        tests:
                          - freshness: {warn_after: {count: 12, period: hour}}
                          - freshness:
                              warn_after: {count: 6, period: hour}
                              error_after: {count: 2, period: day}
                          - freshness: {error_after: {count: 11, period: hour}}
                          - freshness:
                              error_after: {count: 1, period: day}
                              filter: "status = 'paid'"
                """));
    assertEquals(TestStatus.PASS, tests.get("orders.date_day.freshness").status());
    assertEquals(12.0, tests.get("orders.date_day.freshness").observed());
    assertEquals(TestStatus.WARN, tests.get("orders.date_day.freshness.2").status());
    assertEquals(TestStatus.FAIL, tests.get("orders.date_day.freshness.3").status());
    assertEquals(TestStatus.FAIL, tests.get("orders.date_day.freshness.4").status());
    assertEquals(
        "the newest is of 2026-02-28 00:00 UTC",
        tests.get("orders.date_day.freshness.4").observedText());
  }

  @Test
  void aDistributionIsComparedWithTheFirstOneSeen() throws Exception {
    bench.sql(
        "CREATE TABLE gold.visits AS SELECT CASE WHEN i % 3 = 0 THEN 'mobile' ELSE 'desktop' END"
            + " AS device, i % 100 AS seconds FROM range(9000) r(i)");
    String yaml =
        """
        models:
          - name: visits
            columns:
              - {name: device, tests: [distribution_stable]}
              - {name: seconds, tests: [distribution_stable]}
        """;
    assertEquals(2, bench.check(yaml).result().totals().passed());
    Tests same = byId(bench.check(yaml));
    assertEquals(0.0, observed(same.get("visits.device.distribution_stable")), 1e-12);
    bench.sql("UPDATE gold.visits SET device = 'mobile' WHERE seconds < 40");
    Tests other = byId(bench.check(yaml));
    TestResult device = other.get("visits.device.distribution_stable");
    // (0.6 − 1/3) ln(0.6 / (1/3)) + (0.4 − 2/3) ln(0.4 / (2/3))
    assertEquals(0.29296, observed(device), 1e-4);
    assertEquals(TestStatus.FAIL, device.status());
    assertEquals(TestStatus.PASS, other.get("visits.seconds.distribution_stable").status());
  }

  @Test
  void whatIsSelectedIsCheckedAndNothingElseForgotten() throws Exception {
    bench.check(ORDERS);
    Run<CheckResult> run = bench.check(ORDERS, "countries");
    assertEquals(0, run.result().tests().size());
    assertEquals(List.of("2"), bench.texts("SELECT count(*) FROM failures.orders__id__unique"));
    assertEquals(7, bench.check(ORDERS, "gold.orders").result().tests().size());
    var unknown = assertThrows(WorkbenchException.class, () -> bench.check(ORDERS, "ordres"));
    assertEquals("model-unknown", unknown.code());
    assertEquals("There is no model 'ordres'. Did you mean 'orders'?", unknown.sentence());

    String others = ORDERS.replace("[unique, not_null]", "[not_null]");
    bench.check(others);
    assertEquals(
        List.of(),
        bench.texts(
            "SELECT table_name FROM duckdb_tables() WHERE table_name = 'orders__id__unique'"));
  }

  @Test
  void aProjectThatWasNotBuiltIsToldAsSuch() {
    var failure =
        assertThrows(
            WorkbenchException.class,
            () -> bench.check("models: [{name: kpi, tests: [{not_null: {column: a}}]}]"));
    assertEquals("nothing-built", failure.code());
  }

  @Test
  void aFailedJobLeavesTheRowsOfTheRunBefore() throws Exception {
    bench.check(ORDERS);
    assertThrows(WorkbenchException.class, () -> bench.check("models: [{name: nothing}]"));
    assertEquals(List.of("2"), bench.texts("SELECT count(*) FROM failures.orders__id__unique"));
    assertEquals(List.of("7"), bench.texts("SELECT count(*) FROM build.test_results"));
  }
}
