package io.liftwerk.app.cli;

import io.liftwerk.warehouse.CheckResult;
import io.liftwerk.warehouse.CheckResult.TestResult;
import io.liftwerk.warehouse.CheckResult.Totals;
import io.liftwerk.warehouse.quality.TestStatus;
import io.liftwerk.warehouse.quality.Watched;
import io.liftwerk.workspace.Run;

/** A check as a person reads it on a console: what is wrong, then the sums. */
final class CheckText {
  private CheckText() {}

  static void print(Console console, Run<CheckResult> run) {
    CheckResult result = run.result();
    result.tests().stream()
        .filter(test -> test.status() != TestStatus.PASS)
        .forEach(test -> print(console, test));
    result
        .alerts()
        .forEach(alert -> console.line(Texts.of("check.alert", Texts.sentence(alert.reason()))));
    Totals totals = result.totals();
    console.line(
        Texts.of(
            "check.totals",
            totals.tests(),
            totals.passed(),
            totals.warned(),
            totals.failed(),
            totals.errors(),
            totals.unusual()));
    if (totals.withoutRows() > 0) {
      console.line(Texts.of("check.withoutRows", totals.withoutRows()));
    }
    long unknown =
        result.watched().stream().filter(one -> one.state() == Watched.State.UNKNOWN).count();
    if (unknown > 0) {
      console.line(Texts.of("check.unknown", unknown, result.watched().size()));
    }
    console.line(Texts.of("run", run.id()));
  }

  private static void print(Console console, TestResult test) {
    String status = Texts.of("check." + test.status().text());
    String problem = test.problem();
    if (problem != null) {
      console.line(Texts.of("check.problem", status, test.test(), Texts.sentence(problem)));
      return;
    }
    console.line(Texts.of("check.test", status, test.test(), Texts.sentence(test.description())));
    if (test.failures() != null) {
      console.line(
          "  " + Texts.of("check.rows", test.failingRows(), test.rowsJudged(), test.failures()));
    }
    if (!test.observedText().isEmpty()) {
      console.line("  " + Texts.of("check.observed", Texts.sentence(test.observedText())));
    }
  }
}
