package io.liftwerk.report;

import io.liftwerk.warehouse.CheckResult;
import io.liftwerk.warehouse.CheckResult.TestResult;
import io.liftwerk.warehouse.CheckResult.Totals;
import io.liftwerk.warehouse.quality.TestStatus;

/** What the tests of the models came to, in words. */
public final class QualityWords {
  private final ResultTexts texts;
  private final ResultFormats formats;

  public QualityWords(ResultTexts texts) {
    this.texts = texts;
    this.formats = texts.formats();
  }

  public String finding(CheckResult result) {
    Totals totals = result.totals();
    int bad = totals.failed() + totals.errors();
    String tests =
        bad == 0 && totals.warned() == 0
            ? texts.text("quality.finding.pass", totals.tests())
            : bad == 0
                ? texts.text("quality.finding.warn", totals.tests(), totals.warned())
                : texts.text("quality.finding.fail", totals.tests(), bad, totals.failingRows());
    return totals.unusual() == 0
        ? tests
        : tests + " " + texts.text("quality.finding.unusual", totals.unusual());
  }

  /** What a test states, or why it cannot be said. */
  public String states(TestResult test) {
    return test.description().isEmpty() ? test.name() : texts.sentence(test.description());
  }

  public String rows(TestResult test) {
    return test.status() == TestStatus.ERROR
        ? "–"
        : test.failingRows() == 0
            ? test.observedText().isEmpty() ? "0" : test.observedText()
            : texts.text(
                "quality.rows.of",
                formats.count(test.failingRows()),
                formats.count(test.rowsJudged()));
  }
}
