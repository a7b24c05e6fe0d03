package io.liftwerk.app.plan;

import io.liftwerk.app.plan.History.Found;
import io.liftwerk.experiments.AbTest;
import io.liftwerk.experiments.AbTestResult;
import io.liftwerk.experiments.BanditSimulation;
import io.liftwerk.experiments.BanditSimulationResult;
import io.liftwerk.experiments.ExperimentRegister;
import io.liftwerk.experiments.ExperimentRegistered;
import io.liftwerk.experiments.UpliftModels;
import io.liftwerk.experiments.UpliftResult;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What there is of canary and verdict: registered plans, looks at them, and what it all costs. */
final class TrialEvidence {
  private final History history;
  private final Freshness fresh;
  private final List<ExperimentRegistered> plans;

  TrialEvidence(Workspace workspace, History history) {
    this.history = history;
    this.fresh = new Freshness(history);
    try {
      this.plans =
          ExperimentRegister.list(workspace).stream()
              .sorted(
                  Comparator.comparing((ExperimentRegistered one) -> Long.valueOf(one.run()))
                      .reversed())
              .toList();
    } catch (SQLException e) {
      throw new WorkbenchException(
          "table-unreadable", "The warehouse cannot be read: " + e.getMessage() + ".", "", e);
    }
  }

  /** Plans whose results nobody has looked at yet. */
  List<String> waiting() {
    return plans.stream()
        .filter(plan -> plan.looks().isEmpty())
        .map(plan -> plan.plan().id())
        .toList();
  }

  /** Who gets it first, and what would stop it. */
  List<Evidence> canary() {
    var evidence = new ArrayList<Evidence>();
    ExperimentRegistered canary =
        plans.stream().filter(plan -> plan.plan().canary() != null).findFirst().orElse(null);
    evidence.add(
        canary == null
            ? Evidence.missing(
                "canary-plan",
                "experiments",
                "Nothing yet: register a plan with a canary and a metric that must not get worse.")
            : registered(canary));
    Found<BanditSimulationResult> played =
        history.newest(BanditSimulationResult.class, BanditSimulation.NAME);
    if (played != null) {
      evidence.add(
          played.evidence("canary-simulation", true, "bandits", played.result().verdict(), fresh));
    }
    return evidence;
  }

  private static Evidence registered(ExperimentRegistered canary) {
    double share = Objects.requireNonNull(canary.plan().canary());
    return new Evidence(
        "canary-plan",
        canary.late() == null ? Evidence.Standing.FOUND : Evidence.Standing.CONCERN,
        String.format(
            Locale.ROOT,
            "The plan '%s' gives what is new to %.0f %% until %s was looked at; looks so far: %d.",
            canary.plan().id(),
            share * 100,
            canary.plan().guards().stream()
                .map(guard -> guard.replaceFirst(":.*", ""))
                .collect(Collectors.joining(", ")),
            canary.looks().size()),
        "plans",
        canary.run(),
        canary.at(),
        null);
  }

  /** What an experiment brought, whether it was planned, and what is left after its costs. */
  List<Evidence> verdict() {
    Found<AbTestResult> test = history.newest(AbTestResult.class, AbTest.NAME);
    if (test == null) {
      return List.of(
          Evidence.missing(
              "verdict-test",
              "experiments",
              "Nothing yet: compare the arms of an experiment by its plan."),
          costs());
    }
    return List.of(
        test.evidence(
            "verdict-test",
            test.result().sampleRatio().ok(),
            "experiments",
            test.result().verdict(),
            fresh),
        planned(test),
        costs());
  }

  private Evidence planned(Found<AbTestResult> test) {
    String id = test.result().plan();
    ExperimentRegistered plan =
        plans.stream().filter(one -> one.plan().id().equals(id)).findFirst().orElse(null);
    if (plan == null) {
      return Evidence.of(
          "verdict-plan",
          false,
          "plans",
          "No plan was registered before the look: what was to be shown is open to doubt.");
    }
    boolean before = plan.late() == null;
    return new Evidence(
        "verdict-plan",
        before ? Evidence.Standing.FOUND : Evidence.Standing.CONCERN,
        before
            ? "It was read by the plan '%s', registered before the first look."
                .formatted(plan.plan().id())
            : "The plan '%s' was registered after run %s had looked at the results."
                .formatted(plan.plan().id(), plan.late()),
        "plans",
        plan.run(),
        plan.at(),
        null);
  }

  private Evidence costs() {
    Found<UpliftResult> uplift =
        history.newest(UpliftResult.class, result -> priced(result) != null, UpliftModels.NAME);
    UpliftResult.Treatment treatment = uplift == null ? null : priced(uplift.result());
    UpliftResult.Targeting costs = treatment == null ? null : treatment.targeting();
    if (uplift == null || treatment == null || costs == null) {
      return Evidence.missing(
          "verdict-costs",
          "uplift",
          "Nothing yet on costs against benefit: rank by uplift with what an outcome is worth and"
              + " what a contact costs.");
    }
    String sentence =
        costs.contacts() == 0
            ? "Costs against benefit of '%s': nobody is worth a contact; contacting everybody would"
                + " bring %,.0f (%,.0f to %,.0f)."
            : costs.profitLow() > 0
                ? "Costs against benefit of '%s': contacting everybody brings %,.0f after costs"
                    + " (%,.0f to %,.0f), the best %.0f %% of them %,.0f (%,.0f to %,.0f)."
                : "Costs against benefit of '%s': contacting everybody brings %,.0f after costs"
                    + " (%,.0f to %,.0f), the best %.0f %% of them %,.0f (%,.0f to %,.0f): it may"
                    + " as well be a loss.";
    return uplift.evidence(
        "verdict-costs",
        costs.contacts() > 0 && costs.profitLow() > 0,
        "uplift",
        String.format(
            Locale.ROOT,
            sentence,
            treatment.treated(),
            costs.everybodyProfit(),
            costs.everybodyLow(),
            costs.everybodyHigh(),
            costs.share() * 100,
            costs.profit(),
            costs.profitLow(),
            costs.profitHigh()),
        fresh);
  }

  private static UpliftResult.@Nullable Treatment priced(UpliftResult result) {
    return result.treatments().stream()
        .filter(one -> one.targeting() != null)
        .findFirst()
        .orElse(null);
  }
}
