package io.liftwerk.app.cli;

import io.liftwerk.scoring.ChurnTimeResult;
import io.liftwerk.scoring.ChurnTimeResult.Group;
import io.liftwerk.scoring.ChurnTimeResult.Hazard;
import io.liftwerk.scoring.ChurnTimeResult.Hazards;
import io.liftwerk.scoring.ChurnTimeResult.LogRankTest;
import io.liftwerk.scoring.ChurnTimeResult.Point;
import io.liftwerk.scoring.LifetimeValueResult.FittedModel;
import io.liftwerk.workspace.Run;
import java.util.ArrayList;
import java.util.List;

/** How long contracts run, as a person reads it on a console, headline first. */
final class ChurnTimeText {
  private ChurnTimeText() {}

  static void print(Console console, Run<ChurnTimeResult> run) {
    ChurnTimeResult result = run.result();
    console.line(finding(result));
    Double periods = result.expectedPeriods();
    if (periods != null) {
      Double value = result.expectedValue();
      console.line(
          value == null
              ? Texts.of("churn.ahead", result.horizon(), Texts.grouped(periods, 0))
              : Texts.of(
                  "churn.ahead.value",
                  result.horizon(),
                  Texts.grouped(periods, 0),
                  Texts.grouped(value, 0)));
    }
    console.line("");
    groups(console, result);
    hazards(console, result);
    FittedModel retention = result.retention();
    if (retention != null) {
      console.line(LtvText.fit(retention));
    }
    result
        .warnings()
        .forEach(
            warning ->
                console.line(
                    Texts.of("leads.warning", warning.code(), Texts.sentence(warning.message()))));
    console.line(Texts.of("churn.rows", result.contracts(), result.ended(), run.id()));
  }

  private static String finding(ChurnTimeResult result) {
    Double median = result.median();
    return median == null
        ? Texts.of(
            "churn.finding.most",
            Texts.percent(result.survival().getLast().survival()),
            Texts.decimal(result.until(), 0))
        : Texts.of("churn.finding.half", Texts.decimal(median, 1));
  }

  private static void groups(Console console, ChurnTimeResult result) {
    if (result.groups().isEmpty()) {
      return;
    }
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("churn.groups").split("\\|")));
    for (Group group : result.groups()) {
      Double median = group.median();
      rows.add(
          List.of(
              group.name(),
              Texts.grouped(group.contracts(), 0),
              Texts.grouped(group.ended(), 0),
              Texts.percent(after(group, 12)),
              median == null ? "–" : Texts.decimal(median, 1)));
    }
    console.table(rows);
    LogRankTest test = result.logRank();
    Double p = test == null ? null : test.p();
    if (test != null && p != null) {
      console.line(
          Texts.of(
              "churn.logRank",
              Texts.decimal(test.chiSquare(), 1),
              test.degrees(),
              Texts.decimal(p, 4)));
    }
    console.line("");
  }

  private static double after(Group group, double time) {
    double share = 1;
    for (Point point : group.survival()) {
      if (point.time() <= time) {
        share = point.survival();
      }
    }
    return share;
  }

  private static void hazards(Console console, ChurnTimeResult result) {
    Hazards cox = result.cox();
    if (cox == null) {
      return;
    }
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("churn.hazards").split("\\|")));
    for (Hazard hazard : cox.columns()) {
      rows.add(
          List.of(
              hazard.name(),
              Texts.decimal(hazard.ratio(), 3),
              Texts.decimal(hazard.low(), 3) + "–" + Texts.decimal(hazard.high(), 3),
              Texts.decimal(hazard.p(), 4)));
    }
    console.table(rows);
    console.line(Texts.of("churn.concordance", Texts.decimal(cox.concordance(), 3)));
    console.line("");
  }
}
