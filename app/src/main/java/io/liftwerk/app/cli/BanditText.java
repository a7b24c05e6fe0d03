package io.liftwerk.app.cli;

import io.liftwerk.experiments.BanditSimulationResult;
import io.liftwerk.experiments.BanditSimulationResult.Allocation;
import io.liftwerk.experiments.BanditSimulationResult.PolicyScore;
import io.liftwerk.experiments.PolicyEvaluationResult;
import io.liftwerk.experiments.PolicyEvaluationResult.Estimate;
import io.liftwerk.scoring.ScoringWarning;
import io.liftwerk.workspace.Run;
import java.util.ArrayList;
import java.util.List;

/** Bandits as a person reads them on a console, headline first. */
final class BanditText {
  private BanditText() {}

  static void simulation(Console console, Run<BanditSimulationResult> run) {
    BanditSimulationResult result = run.result();
    console.line(Texts.sentence(result.verdict()));
    console.line("");
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("bandit.policies").split("\\|")));
    for (PolicyScore policy : result.policies()) {
      Double money = policy.lostValue();
      Integer periods = policy.medianPeriods();
      rows.add(
          List.of(
              policy.name(),
              Texts.grouped(policy.outcomes(), 1),
              Texts.grouped(policy.lost(), 1),
              Texts.grouped(policy.lostLow(), 1) + " … " + Texts.grouped(policy.lostHigh(), 1),
              Texts.grouped(policy.overEven(), 1),
              money == null ? "–" : Texts.grouped(money, 0),
              Texts.percent(policy.found()),
              Texts.percent(policy.wrong()),
              periods == null ? "–" : periods.toString()));
    }
    console.table(rows);
    if (!result.allocation().isEmpty()) {
      console.line("");
      var next = new ArrayList<List<String>>();
      next.add(List.of(Texts.of("bandit.next").split("\\|")));
      for (Allocation one : result.allocation()) {
        next.add(List.of(one.arm(), Texts.percent(one.share()), Texts.grouped(one.contacts(), 0)));
      }
      console.table(next);
    }
    console.line("");
    if (result.capped() > 0) {
      console.line(Texts.of("bandit.capped", result.capped()));
    }
    warnings(console, result.warnings());
    console.line(
        Texts.of("bandit.plays", result.plays(), result.periods(), result.contacts(), run.id()));
    result.files().forEach(file -> console.line(Texts.of("bandit.file", file)));
  }

  static void evaluation(Console console, Run<PolicyEvaluationResult> run) {
    PolicyEvaluationResult result = run.result();
    console.line(Texts.sentence(result.verdict()));
    console.line("");
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("bandit.estimates").split("\\|")));
    rows.add(row(result.logged()));
    result.estimates().forEach(estimate -> rows.add(row(estimate)));
    console.table(rows);
    console.line("");
    warnings(console, result.warnings());
    console.line(
        Texts.of(
            "bandit.overlap",
            result.decisions(),
            Texts.grouped(result.overlap().effectiveSize(), 0),
            Texts.decimal(result.overlap().largestWeight(), 1),
            run.id()));
  }

  private static List<String> row(Estimate estimate) {
    return List.of(
        estimate.name(),
        Texts.decimal(estimate.value(), 5),
        Texts.decimal(estimate.low(), 5) + " … " + Texts.decimal(estimate.high(), 5));
  }

  private static void warnings(Console console, List<ScoringWarning> warnings) {
    warnings.forEach(
        warning ->
            console.line(
                Texts.of("leads.warning", warning.code(), Texts.sentence(warning.message()))));
  }
}
