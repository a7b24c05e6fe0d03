package io.liftwerk.app.window.kpi;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Columns.Mark;
import io.liftwerk.warehouse.HeldBack;
import io.liftwerk.warehouse.KpiResult;
import io.liftwerk.warehouse.KpiResult.Severity;
import io.liftwerk.warehouse.KpiResult.Tests;
import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** What a figure says of its tests, and of those who are missing in it. */
final class StandingText {
  private final Messages messages;

  StandingText(Messages messages) {
    this.messages = messages;
  }

  /** The tests in a few words, for a tile. */
  Mark mark(Tests tests) {
    if (tests.tests() == 0) {
      return new Mark(Feather.HELP_CIRCLE, "icon-open", messages.text("kpi.tests.none"));
    }
    String words =
        messages.text(
            tests.older() ? "kpi.tests.short.older" : "kpi.tests.short",
            tests.passed(),
            tests.tests());
    if (failed(tests)) {
      return new Mark(Feather.ALERT_TRIANGLE, "icon-missed", words);
    }
    return tests.older() || tests.passed() < tests.tests()
        ? new Mark(Feather.ALERT_CIRCLE, "icon-masked", words)
        : new Mark(Feather.CHECK_CIRCLE, "icon-met", words);
  }

  private static boolean failed(Tests tests) {
    return tests.severities().stream()
        .anyMatch(one -> one.severity().equals("error") && one.passed() < one.tests());
  }

  /** Who is held back in a few words, for a tile. */
  Mark mark(HeldBack held) {
    if (held.run() == null) {
      return new Mark(Feather.HELP_CIRCLE, "icon-open", messages.text("kpi.held.none"));
    }
    if (held.sources().isEmpty()) {
      return new Mark(Feather.USERS, "icon-quiet", messages.text("kpi.held.nobody.in"));
    }
    String words =
        held.held() == 0
            ? messages.text("kpi.held.nobody")
            : messages.text("kpi.held.short", held.held());
    String style = held.held() == 0 && !held.older() ? "icon-met" : "icon-masked";
    return new Mark(
        held.held() == 0 ? Feather.USER_CHECK : Feather.USER_X,
        style,
        held.older() ? messages.text("kpi.older", words) : words);
  }

  /** The tests in sentences, the whole first. */
  List<String> lines(Tests tests) {
    var lines = new ArrayList<String>();
    if (tests.tests() == 0) {
      lines.add(messages.text("kpi.tests.none.long"));
      return lines;
    }
    lines.add(
        messages.text("kpi.tests.long", tests.passed(), tests.tests(), tests.tables().size()));
    var parts = new ArrayList<String>();
    for (Severity one : tests.severities()) {
      if (one.tests() > 0) {
        parts.add(messages.text("kpi.tests.severity." + one.severity(), one.passed(), one.tests()));
      }
    }
    if (tests.at() != null) {
      parts.add(messages.text("kpi.tests.at", messages.formats().instant(tests.at())));
    }
    lines.add(String.join(" · ", parts));
    return lines;
  }

  /** Who is held back, in sentences; reasons are told apart. */
  List<String> lines(HeldBack held) {
    if (held.run() == null) {
      return List.of(messages.text("kpi.held.none.long"));
    }
    if (held.sources().isEmpty()) {
      return List.of(messages.text("kpi.held.nobody.in.long"));
    }
    var lines = new ArrayList<String>();
    lines.add(
        messages.text(
            "kpi.held.long", held.held(), held.rows(), String.join(", ", held.sources())));
    if (held.countedAt() != null) {
      lines.add(
          messages.text("kpi.held.at", held.run(), messages.formats().instant(held.countedAt())));
    }
    return lines;
  }

  /** The way to the tests, in words for those who hear it. */
  String way(KpiResult.Kpi kpi) {
    return messages.text("kpi.tests.go", kpi.definition().title(messages.locale()));
  }
}
