package io.liftwerk.app.window.plan;

import io.liftwerk.app.plan.Evidence;
import io.liftwerk.app.plan.Plan;
import io.liftwerk.app.window.base.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** The words of steps. */
final class StepText {
  private final Messages messages;

  StepText(Messages messages) {
    this.messages = messages;
  }

  /** How far a step is, in a few words: what there is, and who said it is done. */
  String state(Plan.Step step) {
    return state(step, step.hasEvidence() ? "plan.state.done" : "plan.state.done.bare");
  }

  /** The same in as few words as a narrow list has room for. */
  String shortState(Plan.Step step) {
    return state(step, step.hasEvidence() ? "plan.state.done.short" : "plan.state.done.short.bare");
  }

  private String state(Plan.Step step, String whenDone) {
    Instant done = step.doneAt();
    String said =
        done == null
            ? messages.text("plan.state." + step.state().name().toLowerCase(Locale.ROOT))
            : messages.text(whenDone, day(done));
    if (step.hasConcern()) {
      return messages.text("plan.state.and", said, messages.text("plan.state.concern"));
    }
    return step.isStale()
        ? messages.text("plan.state.and", said, messages.text("plan.state.stale"))
        : said;
  }

  String day(Instant at) {
    return String.valueOf(messages.formats().cell(LocalDate.ofInstant(at, ZoneId.systemDefault())));
  }

  /** What the button beside evidence says. */
  String way(Evidence evidence) {
    String page = messages.text("page." + (isPlans(evidence) ? "experiments" : evidence.page()));
    return evidence.isThere() && evidence.run() != null
        ? messages.text("plan.open.run", page, evidence.run())
        : messages.text(evidence.isThere() ? "plan.open" : "plan.go", page);
  }

  static boolean isPlans(Evidence evidence) {
    return evidence.page().equals("plans");
  }
}
