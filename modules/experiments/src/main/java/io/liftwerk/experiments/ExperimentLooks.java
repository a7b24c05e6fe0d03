package io.liftwerk.experiments;

import io.liftwerk.experiments.AbTestResult.Comparison;
import io.liftwerk.experiments.AbTestResult.Warning;
import io.liftwerk.experiments.ExperimentRegistered.Look;
import io.liftwerk.workspace.JobContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A look at an experiment's data, and those before it. A look at the table of a plan counts for the
 * plan, whoever asks and however.
 */
final class ExperimentLooks {
  /** So likely worse, a guard has spoken. */
  private static final double HARM = 0.05;

  private final @Nullable ExperimentRegistered registered;
  private final boolean asked;
  private final AbTable table;
  private final AbTestRequest request;
  private final long persons;

  private ExperimentLooks(
      @Nullable ExperimentRegistered registered,
      boolean asked,
      AbTable table,
      AbTestRequest request,
      long persons) {
    this.registered = registered;
    this.asked = asked;
    this.table = table;
    this.request = request;
    this.persons = persons;
  }

  static ExperimentLooks of(JobContext context, AbTable table, AbTestRequest request, long persons)
      throws Exception {
    String id = request.plan();
    ExperimentRegistered registered =
        id == null
            ? ExperimentBooks.on(context.connection(), table.ref(), request.arm()).orElse(null)
            : ExperimentBooks.plan(context.connection(), id);
    return new ExperimentLooks(registered, id != null, table, request, persons);
  }

  /** Persons at every look, this one last; every day was one where nobody wrote looks down. */
  List<Long> persons(List<Long> daily) {
    var all = new ArrayList<Long>();
    if (registered == null) {
      all.addAll(daily);
    } else {
      registered.looks().stream()
          .map(Look::persons)
          .filter(count -> count < persons)
          .sorted()
          .forEach(all::add);
    }
    all.add(persons);
    return all;
  }

  @Nullable String plan() {
    return registered == null ? null : registered.plan().id();
  }

  @Nullable Integer look() {
    return registered == null ? null : registered.looks().size() + 1;
  }

  void notes(List<Comparison> comparisons, List<Warning> warnings) {
    if (registered == null) {
      warnings.add(
          new Warning(
              "unplanned",
              "Nothing was written down before this look: take it as a hint, not as a proof."));
      return;
    }
    ExperimentPlan plan = registered.plan();
    if (!asked) {
      warnings.add(
          new Warning(
              "counted",
              "This table belongs to the plan '%s', so this look counts among its looks."
                  .formatted(plan.id())));
    } else if (plan.looks().equals("once") && !registered.looks().isEmpty()) {
      warnings.add(
          new Warning(
              "looked-again",
              "The plan '%s' allows one look, and there were others before: only the always-valid p"
                      .formatted(plan.id())
                  + " holds now."));
    }
    guards(plan, comparisons, warnings);
  }

  /**
   * The stop rule: an arm whose guard is probably worse, or surely by the interval that decides, is
   * to be stopped; a canary's share is widened only when no guard can still be worse by the
   * smallest lift that matters.
   */
  private static void guards(
      ExperimentPlan plan, List<Comparison> comparisons, List<Warning> warnings) {
    boolean harmed = false;
    Comparison open = null;
    for (String text : plan.guards()) {
      AbMetric guard = AbMetric.parse(text);
      for (Comparison one : comparisons) {
        if (!one.metric().equals(guard.name()) || !one.kind().equals(guard.kindName())) {
          continue;
        }
        double best = guard.less() ? -one.low() : one.high();
        double worst = guard.less() ? -one.high() : one.low();
        if (one.chanceToWin() < HARM || best < 0) {
          harmed = true;
          warnings.add(
              new Warning(
                  "guard",
                  "The guard metric %s is probably worse in '%s': stop the arm."
                      .formatted(one.metric(), one.arm())));
        } else if (worst < -plan.minimum() * Math.abs(one.controlValue())) {
          open = one;
        }
      }
    }
    if (plan.canary() == null || harmed) {
      return;
    }
    warnings.add(
        open == null
            ? new Warning(
                "canary",
                "The canary shows no harm to its guard metrics: the share may be widened.")
            : new Warning(
                "canary-open",
                "The canary does not show yet that the guard metric %s is not worse in '%s': keep the share and wait for more persons."
                    .formatted(open.metric(), open.arm())));
  }

  /** Logs the look, in the trail before anybody sees its result. */
  void record(JobContext context, AbTestResult result) throws Exception {
    ExperimentBooks.make(context.connection());
    ExperimentBooks.look(
        context.connection(), plan(), table.ref(), request.arm(), persons, context.run());
    if (registered != null) {
      context
          .workspace()
          .audit()
          .append(
              "experiment-look",
              Map.of(
                  "plan",
                  registered.plan().id(),
                  "planHash",
                  registered.hash(),
                  "look",
                  registered.looks().size() + 1,
                  "persons",
                  persons,
                  "run",
                  context.run(),
                  "result",
                  ExperimentBooks.hash(result)));
    }
  }
}
