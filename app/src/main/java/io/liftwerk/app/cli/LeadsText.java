package io.liftwerk.app.cli;

import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.LeadScoringResult.Comparison;
import io.liftwerk.scoring.ModelEvaluation;
import io.liftwerk.scoring.RegisteredModel;
import io.liftwerk.scoring.ScoringDetails;
import io.liftwerk.scoring.ScoringOptions;
import io.liftwerk.workspace.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The lead scoring result as a person reads it on a console, headline first. */
final class LeadsText {
  private static final int NAMED = 12;

  private LeadsText() {}

  static void print(Console console, Run<LeadScoringResult> run) {
    LeadScoringResult result = run.result();
    console.line(finding(result));
    console.line(verdict(result));
    console.line("");
    console.table(models(result));
    console.line("");
    ScoringDetailsText.print(console, result);
    if (!result.rules().isEmpty()) {
      console.line(Texts.of("leads.rules"));
      result.rules().forEach(rule -> console.line("  " + Texts.sentence(rule)));
    }
    result
        .warnings()
        .forEach(
            warning ->
                console.line(
                    Texts.of("leads.warning", warning.code(), Texts.sentence(warning.message()))));
    leftOut(console, result);
    console.line(
        Texts.of(
            "leads.rows",
            result.rows(),
            result.trainRows(),
            result.holdoutRows(),
            result.openRows(),
            Long.toString(result.seed()),
            run.id()));
    RegisteredModel registered = result.registered();
    if (registered != null) {
      console.line(
          Texts.of(
              "leads.registered",
              registered.name() + ":" + registered.version(),
              ModelsText.stage(registered.stage())));
    }
    console.line(
        Texts.of("leads.scores", result.scoresTable() + ", " + String.join(", ", result.files())));
  }

  /** What calling the best fifth would reach. */
  private static String finding(LeadScoringResult result) {
    double gain = result.chosenModel().deciles().get(1).gain();
    String yes = result.positive().equals("true") ? Texts.of("yes") : result.positive();
    ScoringDetails details = result.details();
    boolean churn = details != null && details.purpose() == ScoringOptions.Purpose.CHURN;
    return Texts.of(
        churn ? "churn.finding" : "leads.finding", Texts.percent(gain), result.target(), yes);
  }

  /** Which model won, and by how much. */
  private static String verdict(LeadScoringResult result) {
    ModelEvaluation chosen = result.chosenModel();
    ModelEvaluation heuristic = result.models().getFirst();
    if (chosen.name().equals("heuristic")) {
      return Texts.of("leads.heuristic", Texts.decimal(heuristic.auc(), 3));
    }
    ScoringDetails details = result.details();
    String passed =
        (details == null ? result.comparisons() : details.comparisons())
            .stream()
                .filter(comparison -> comparison.model().equals(chosen.name()))
                .findFirst()
                .map(LeadsText::notWorse)
                .orElse("");
    return Texts.of(
        "leads.model",
        name(chosen.name()),
        Texts.decimal(chosen.auc(), 3),
        Texts.decimal(heuristic.auc(), 3),
        passed);
  }

  private static String notWorse(Comparison comparison) {
    return Texts.of(
        "leads.notWorse",
        name(comparison.against()),
        Texts.decimal(comparison.difference(), 3),
        Texts.decimal(comparison.p(), 2));
  }

  private static String name(String model) {
    return Texts.of("model." + model);
  }

  private static List<List<String>> models(LeadScoringResult result) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("leads.head").split("\\|")));
    for (ModelEvaluation model : result.models()) {
      rows.add(
          List.of(
              (model.name().equals(result.chosen()) ? "* " : "  ") + name(model.name()),
              Texts.decimal(model.auc(), 4),
              Texts.decimal(model.aucLow(), 3) + "–" + Texts.decimal(model.aucHigh(), 3),
              Texts.decimal(model.averagePrecision(), 4),
              Texts.decimal(model.logLoss(), 4),
              Texts.decimal(model.brier(), 4),
              Texts.decimal(model.ks(), 4),
              Texts.decimal(model.lift10(), 2)));
    }
    return rows;
  }

  /** A line a reason; of a wide table only the first columns are named. */
  private static void leftOut(Console console, LeadScoringResult result) {
    var byReason = new LinkedHashMap<String, List<String>>();
    result
        .leftOut()
        .forEach(
            column ->
                byReason
                    .computeIfAbsent(column.reason(), reason -> new ArrayList<>())
                    .add(column.column()));
    byReason.forEach(
        (reason, columns) -> {
          String named = String.join(", ", columns.subList(0, Math.min(NAMED, columns.size())));
          int more = columns.size() - NAMED;
          console.line(
              more <= 0
                  ? Texts.of("leads.leftOut", named, Texts.sentence(reason))
                  : Texts.of("leads.leftOut.more", named, more, Texts.sentence(reason)));
        });
  }
}
