package io.liftwerk.warehouse;

import io.liftwerk.warehouse.quality.ResultStore.Past;
import io.liftwerk.warehouse.quality.TestStatus;
import io.liftwerk.warehouse.quality.Watched;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param at the moment that ages were counted to, UTC
 * @param totals counts of everything below
 * @param tests every test, in the order of the files
 * @param watched what was looked at without anybody stating it; alerts are those that are unusual
 */
public record CheckResult(
    Instant at, Totals totals, List<TestResult> tests, List<Watched> watched) {

  /**
   * Counts.
   *
   * @param passed tests that passed, those included that had no rows to judge
   * @param withoutRows tests that passed because there was no row that counts for them
   * @param errors tests that could not run
   * @param unusual alerts on volume and freshness
   * @param failingRows rows that tests found, a row counted for each test that it fails
   */
  public record Totals(
      int tests,
      int passed,
      int withoutRows,
      int warned,
      int failed,
      int errors,
      int unusual,
      long failingRows) {}

  /**
   * One test.
   *
   * @param test tells it from every other, the same from run to run: {@code
   *     kpi_daily.roas.not_null}
   * @param model name of the model
   * @param table where the model lies, {@code gold.kpi_daily}
   * @param column null when it is about the whole table
   * @param name the test's name
   * @param arguments as JSON
   * @param description what it states, one English sentence; empty when it could not be read
   * @param severity {@code error} or {@code warn}
   * @param problem why it could not run, one sentence; null when it ran
   * @param failingRows rows that are not as stated, all of them
   * @param rowsJudged rows that count for it
   * @param rowsSeen rows that its conditions left
   * @param observed the figure that was compared; null for tests of rows
   * @param observedText the figure in words; empty where there is none
   * @param failures the table that holds the failing rows whole; null when there are none
   * @param failuresHash of those rows, whatever their order
   * @param seconds how long it took
   * @param history earlier results, the oldest first, at most thirty
   * @param failingSince when the first of the unbroken row of failures that ends here was found;
   *     null when it passes or could not run
   */
  public record TestResult(
      String test,
      String model,
      String table,
      @Nullable String column,
      String name,
      String arguments,
      String description,
      String severity,
      TestStatus status,
      @Nullable String problem,
      long failingRows,
      long rowsJudged,
      long rowsSeen,
      @Nullable Double observed,
      String observedText,
      @Nullable String failures,
      String failuresHash,
      double seconds,
      List<Past> history,
      @Nullable Instant failingSince) {}

  /** The tests that stop whoever relies on the figures: failed, or not able to run. */
  public List<TestResult> stopping() {
    return tests.stream()
        .filter(test -> test.status() == TestStatus.FAIL || test.status() == TestStatus.ERROR)
        .toList();
  }

  /** What is unusual. */
  public List<Watched> alerts() {
    return watched.stream().filter(one -> one.state() == Watched.State.UNUSUAL).toList();
  }
}
