package io.liftwerk.app.window.quality;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Columns.Mark;
import io.liftwerk.warehouse.CheckResult;
import io.liftwerk.warehouse.CheckResult.TestResult;
import io.liftwerk.warehouse.CheckResult.Totals;
import io.liftwerk.warehouse.quality.TestStatus;
import io.liftwerk.warehouse.quality.Watched;
import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** What the Quality page says. */
final class QualityText {
  private static final int DOTS = 12;

  private final Messages messages;
  private final Formats formats;

  QualityText(Messages messages) {
    this.messages = messages;
    this.formats = messages.formats();
  }

  String finding(CheckResult result) {
    Totals totals = result.totals();
    int bad = totals.failed() + totals.errors();
    String tests =
        bad == 0 && totals.warned() == 0
            ? messages.text("quality.finding.pass", totals.tests())
            : bad == 0
                ? messages.text("quality.finding.warn", totals.tests(), totals.warned())
                : messages.text("quality.finding.fail", totals.tests(), bad, totals.failingRows());
    return totals.unusual() == 0
        ? tests
        : tests + " " + messages.text("quality.finding.unusual", totals.unusual());
  }

  Mark mark(TestStatus status) {
    String words = messages.text("quality.status." + status.text());
    return switch (status) {
      case PASS -> new Mark(Feather.CHECK_CIRCLE, "icon-met", words);
      case WARN -> new Mark(Feather.ALERT_CIRCLE, "icon-masked", words);
      case FAIL -> new Mark(Feather.ALERT_TRIANGLE, "icon-missed", words);
      case ERROR -> new Mark(Feather.X_OCTAGON, "icon-missed", words);
    };
  }

  Mark mark(Watched.State state) {
    String words = messages.text("quality.state." + state.text());
    return switch (state) {
      case USUAL -> new Mark(Feather.CHECK_CIRCLE, "icon-met", words);
      case UNUSUAL -> new Mark(Feather.ALERT_TRIANGLE, "icon-missed", words);
      case UNKNOWN -> new Mark(Feather.HELP_CIRCLE, "icon-open", words);
    };
  }

  /** What a test states, or why it cannot be said. */
  String states(TestResult test) {
    return test.description().isEmpty() ? test.name() : messages.sentence(test.description());
  }

  String rows(TestResult test) {
    return test.status() == TestStatus.ERROR
        ? "–"
        : test.failingRows() == 0
            ? test.observedText().isEmpty() ? "0" : test.observedText()
            : messages.text(
                "quality.rows.of",
                formats.count(test.failingRows()),
                formats.count(test.rowsJudged()));
  }

  /** A sign a run, the newest on the right. */
  String history(TestResult test) {
    var signs = new StringBuilder();
    int from = Math.max(0, test.history().size() - DOTS + 1);
    test.history()
        .subList(from, test.history().size())
        .forEach(past -> signs.append(sign(past.status())));
    return signs.append(sign(test.status())).toString();
  }

  private static String sign(TestStatus status) {
    return switch (status) {
      case PASS -> "●";
      case WARN -> "◐";
      case FAIL -> "○";
      case ERROR -> "×";
    };
  }

  List<String> details(TestResult test) {
    var lines = new ArrayList<String>();
    if (!test.observedText().isEmpty()) {
      lines.add(messages.text("quality.observed", messages.sentence(test.observedText())));
    }
    lines.add(
        messages.text(
            "quality.judged", formats.count(test.rowsJudged()), formats.count(test.rowsSeen())));
    if (test.failingSince() != null) {
      lines.add(messages.text("quality.since", formats.instant(test.failingSince())));
    }
    lines.add(messages.text("quality.severity." + test.severity()));
    return lines;
  }
}
