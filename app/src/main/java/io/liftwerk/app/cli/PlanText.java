package io.liftwerk.app.cli;

import io.liftwerk.app.plan.Evidence;
import io.liftwerk.app.plan.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** The plan as a person reads it on a console. */
final class PlanText {
  private PlanText() {}

  static void print(Console console, Plan plan) {
    console.line(Texts.sentence(plan.finding()));
    for (Plan.Step step : plan.steps()) {
      console.line("");
      print(console, step);
    }
  }

  static void print(Console console, Plan.Step step) {
    console.line(
        Texts.of(
            "plan.step", step.number(), Texts.sentence(step.title()), step.step(), state(step)));
    console.line("   " + Texts.sentence(step.asks()));
    console.line("   " + Texts.of("plan.counts", Texts.sentence(step.counts())));
    step.note().lines().forEach(line -> console.line("   > " + line));
    for (Evidence evidence : step.evidence()) {
      String sentence = Texts.sentence(evidence.sentence());
      console.line(
          "   "
              + mark(evidence)
              + " "
              + (evidence.run() == null
                  ? sentence
                  : Texts.of("plan.run", sentence, evidence.run())));
      if (evidence.stale() != null) {
        console.line("     " + Texts.of("plan.stale", Texts.sentence(evidence.stale())));
      }
    }
  }

  private static String mark(Evidence evidence) {
    return switch (evidence.standing()) {
      case FOUND -> "+";
      case CONCERN -> "!";
      case MISSING -> "-";
    };
  }

  private static String state(Plan.Step step) {
    Instant done = step.doneAt();
    return done == null
        ? Texts.of("plan.state." + step.state().name().toLowerCase(Locale.ROOT))
        : Texts.of(
            step.hasEvidence() ? "plan.state.done" : "plan.state.done.bare",
            LocalDate.ofInstant(done, ZoneId.systemDefault()).toString());
  }
}
