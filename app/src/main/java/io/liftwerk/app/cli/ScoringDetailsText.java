package io.liftwerk.app.cli;

import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.LeadScoringResult.RankedLead;
import io.liftwerk.scoring.ScoringDetails;
import io.liftwerk.scoring.ScoringDetails.CalibrationCheck;
import io.liftwerk.scoring.ScoringDetails.Fairness;
import io.liftwerk.scoring.ScoringDetails.Importance;
import io.liftwerk.scoring.ScoringDetails.Learning;
import io.liftwerk.scoring.ScoringDetails.Profit;
import io.liftwerk.scoring.ScoringDetails.Validation;
import java.util.List;
import java.util.stream.Collectors;

/** What stands behind a scoring's figures, as a person reads it on a console. */
final class ScoringDetailsText {
  private static final int COLUMNS = 5;
  private static final int LEADS = 3;

  private final Console console;
  private final LeadScoringResult result;
  private final ScoringDetails details;

  private ScoringDetailsText(Console console, LeadScoringResult result, ScoringDetails details) {
    this.console = console;
    this.result = result;
    this.details = details;
  }

  static void print(Console console, LeadScoringResult result) {
    ScoringDetails details = result.details();
    if (details != null) {
      new ScoringDetailsText(console, result, details).print();
    }
  }

  private void print() {
    details.validation().stream()
        .filter(one -> one.model().equals(result.chosen()))
        .forEach(this::validation);
    details.calibrations().stream()
        .filter(one -> one.model().equals(result.chosen()))
        .forEach(this::calibration);
    Profit profit = details.profit();
    if (profit != null) {
      profit(profit);
    }
    List<Importance> importance = details.importance();
    if (!importance.isEmpty()) {
      console.line(
          Texts.of(
              "scoring.importance",
              importance.stream()
                  .limit(COLUMNS)
                  .map(one -> one.column() + " (" + Texts.decimal(one.auc(), 3) + ")")
                  .collect(Collectors.joining(", "))));
    }
    result.best().stream().limit(LEADS).forEach(this::lead);
    Fairness fairness = details.fairness();
    if (fairness != null) {
      console.line(Texts.sentence(fairness.finding()));
    }
    Learning learning = details.learning();
    if (learning != null) {
      console.line(Texts.sentence(learning.finding()));
    }
    details.suggestions().forEach(suggestion -> console.line(Texts.sentence(suggestion)));
  }

  private void validation(Validation one) {
    console.line(
        Texts.of(
            "scoring.validation",
            Texts.decimal(one.auc(), 3),
            Texts.decimal(one.aucLow(), 3),
            Texts.decimal(one.aucHigh(), 3),
            one.folds(),
            one.repeats(),
            Texts.sentence(one.settings())));
  }

  private void calibration(CalibrationCheck one) {
    console.line(
        Texts.of(
            "scoring.calibration." + one.kind(),
            Texts.decimal(one.errorBefore(), 3),
            Texts.decimal(one.errorAfter(), 3)));
  }

  private void profit(Profit profit) {
    console.line(
        Texts.of(
            "scoring.profit",
            Texts.percent(profit.threshold()),
            profit.contacts(),
            profit.expected()));
    console.line(
        Texts.of("scoring.profit.holdout", profit.model(), profit.heuristic(), profit.everybody()));
  }

  private void lead(RankedLead lead) {
    console.line(
        Texts.of(
            "scoring.lead",
            lead.rank(),
            lead.id(),
            Texts.percent(lead.score()),
            lead.reasons().stream()
                .map(reason -> (reason.effect() > 0 ? "↑ " : "↓ ") + Texts.sentence(reason.words()))
                .collect(Collectors.joining(", "))));
  }
}
