package io.liftwerk.app.cli;

import io.liftwerk.experiments.UpliftResult;
import io.liftwerk.experiments.UpliftResult.Decile;
import io.liftwerk.experiments.UpliftResult.Effect;
import io.liftwerk.experiments.UpliftResult.Group;
import io.liftwerk.experiments.UpliftResult.LearnerScore;
import io.liftwerk.experiments.UpliftResult.Targeting;
import io.liftwerk.experiments.UpliftResult.Treatment;
import io.liftwerk.workspace.Run;
import java.util.ArrayList;
import java.util.List;

/** Whom treatment moves, as a person reads it on a console, headline first. */
final class UpliftText {
  private UpliftText() {}

  static void print(Console console, Run<UpliftResult> run) {
    UpliftResult result = run.result();
    for (Treatment treatment : result.treatments()) {
      console.line(Texts.sentence(treatment.verdict()));
      console.line(
          Texts.of(
              "uplift.effect", treatment.treated(), result.control(), effect(treatment.effect())));
      console.line("");
      console.table(learners(result, treatment));
      console.line("");
      console.table(deciles(treatment));
      console.line("");
      console.table(groups(treatment));
      Targeting targeting = treatment.targeting();
      if (targeting != null) {
        console.line("");
        console.line(targeting(targeting));
      }
      console.line("");
    }
    result
        .warnings()
        .forEach(
            warning ->
                console.line(
                    Texts.of("leads.warning", warning.code(), Texts.sentence(warning.message()))));
    console.line(
        Texts.of(
            "uplift.rows",
            result.rows(),
            result.trainRows(),
            result.testRows(),
            result.openRows(),
            run.id()));
    console.line(Texts.of("uplift.table", result.scoresTable()));
  }

  private static String effect(Effect effect) {
    Double difference = effect.difference();
    Double low = effect.low();
    Double high = effect.high();
    return difference == null || low == null || high == null
        ? "–"
        : signed(difference) + " (" + signed(low) + " … " + signed(high) + ")";
  }

  private static String signed(double value) {
    return (value >= 0 ? "+" : "") + Texts.decimal(value, 4);
  }

  private static List<List<String>> learners(UpliftResult result, Treatment treatment) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("uplift.learners").split("\\|")));
    for (LearnerScore score : result.learners()) {
      if (score.treated().equals(treatment.treated())) {
        Double validation = score.validation();
        rows.add(
            List.of(
                (score.chosen() ? "* " : "  ") + score.name(),
                Texts.decimal(score.qini(), 4),
                Texts.decimal(score.qiniLow(), 4) + " … " + Texts.decimal(score.qiniHigh(), 4),
                Texts.decimal(score.randomP95(), 4),
                Texts.of(score.beatsRandom() ? "uplift.yes" : "uplift.no"),
                Texts.decimal(score.auuc(), 4),
                Texts.decimal(score.upliftAt30(), 4),
                Texts.decimal(score.autoc(), 4),
                validation == null ? "–" : Texts.decimal(validation, 4)));
      }
    }
    return rows;
  }

  private static List<List<String>> deciles(Treatment treatment) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("uplift.deciles").split("\\|")));
    for (Decile decile : treatment.deciles()) {
      rows.add(
          List.of(
              Integer.toString(decile.part()),
              Texts.grouped(decile.effect().treated(), 0),
              Texts.grouped(decile.effect().control(), 0),
              effect(decile.effect()),
              Texts.decimal(decile.predicted(), 4),
              effect(decile.cumulative())));
    }
    return rows;
  }

  private static List<List<String>> groups(Treatment treatment) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("uplift.groups").split("\\|")));
    for (Group group : treatment.groups()) {
      Double low = group.shareLow();
      Double high = group.shareHigh();
      rows.add(
          List.of(
              Texts.of("group." + group.name()),
              Texts.percent(group.share()),
              effect(group.effect()),
              Texts.of(group.shown() ? "uplift.yes" : "uplift.no"),
              low == null || high == null
                  ? "–"
                  : Texts.percent(low) + " … " + Texts.percent(high)));
    }
    return rows;
  }

  private static String targeting(Targeting targeting) {
    return Texts.of(
        "uplift.targeting",
        Texts.grouped(targeting.contacts(), 0),
        Texts.grouped(targeting.people(), 0),
        Texts.grouped(targeting.profit(), 0),
        Texts.grouped(targeting.profitLow(), 0),
        Texts.grouped(targeting.profitHigh(), 0),
        Texts.grouped(targeting.everybodyProfit(), 0),
        Texts.grouped(targeting.outcomes(), 0));
  }
}
