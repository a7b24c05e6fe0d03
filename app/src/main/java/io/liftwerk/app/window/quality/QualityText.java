package io.liftwerk.app.window.quality;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Columns.Mark;
import io.liftwerk.report.QualityWords;
import io.liftwerk.warehouse.CheckResult;
import io.liftwerk.warehouse.CheckResult.TestResult;
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
  private final QualityWords words;

  QualityText(Messages messages) {
    this.messages = messages;
    this.formats = messages.formats();
    this.words = new QualityWords(messages.results());
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

  String finding(CheckResult result) {
    return words.finding(result);
  }

  /** What a test states, or why it cannot be said. */
  String states(TestResult test) {
    return words.states(test);
  }

  String rows(TestResult test) {
    return words.rows(test);
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
