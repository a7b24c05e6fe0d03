package io.liftwerk.app.plan;

import io.liftwerk.app.plan.History.Found;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.ModelEvaluation;
import io.liftwerk.scoring.ModelRegistry;
import io.liftwerk.scoring.ModelStage;
import io.liftwerk.scoring.ModelVersion;
import io.liftwerk.scoring.ScoringDetails;
import io.liftwerk.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What there is of baseline and model: both from the newest scoring. */
final class ScoringEvidence {
  private static final String RULES = "heuristic";

  private final Workspace workspace;
  private final Freshness fresh;
  private final @Nullable Found<LeadScoringResult> scoring;
  private final String page;

  ScoringEvidence(Workspace workspace, History history) {
    this.workspace = workspace;
    this.fresh = new Freshness(history);
    this.scoring =
        history.newest(
            LeadScoringResult.class,
            result -> rules(result) != null,
            LeadScoring.NAME,
            LeadScoring.CHURN);
    this.page =
        scoring != null && scoring.run().job().equals(LeadScoring.CHURN) ? "churn" : "leads";
  }

  private static @Nullable ModelEvaluation rules(LeadScoringResult result) {
    return result.models().stream()
        .filter(model -> model.name().equals(RULES))
        .findFirst()
        .orElse(null);
  }

  /** What the simple rules are worth. */
  List<Evidence> baseline() {
    Found<LeadScoringResult> found = scoring;
    ModelEvaluation rules = found == null ? null : rules(found.result());
    if (found == null || rules == null) {
      return List.of(
          Evidence.missing(
              "baseline-rules",
              page,
              "Nothing yet: score leads; simple rules are judged beside every model."));
    }
    return List.of(
        found.evidence(
            "baseline-rules",
            true,
            page,
            String.format(
                Locale.ROOT,
                "Simple rules rank with an AUC of %.3f (%.3f to %.3f) on records held out: %,d; the"
                    + " best fifth holds %.0f %% of all %s.",
                rules.auc(),
                rules.aucLow(),
                rules.aucHigh(),
                found.result().holdoutRows(),
                rules.deciles().get(1).gain() * 100,
                page.equals("churn") ? "losses" : "wins"),
            fresh));
  }

  /** What a model adds to them, in ranks and in money, and whether it is kept. */
  List<Evidence> model() {
    Found<LeadScoringResult> found = scoring;
    ModelEvaluation rules = found == null ? null : rules(found.result());
    if (found == null || rules == null) {
      return List.of(
          Evidence.missing(
              "model-rank",
              page,
              "Nothing yet: score leads; the models are compared with the simple rules."));
    }
    var evidence = new ArrayList<Evidence>();
    evidence.add(rank(found, rules));
    evidence.add(money(found));
    evidence.add(version());
    return evidence;
  }

  private Evidence rank(Found<LeadScoringResult> found, ModelEvaluation rules) {
    ModelEvaluation chosen = found.result().chosenModel();
    if (chosen.name().equals(RULES)) {
      return found.evidence(
          "model-rank",
          false,
          page,
          String.format(
              Locale.ROOT,
              "No model is better than the simple rules (AUC %.3f): stay with the rules.",
              rules.auc()),
          fresh);
    }
    boolean better = chosen.auc() > rules.auc();
    String sentence =
        better
            ? "The %s ranks with an AUC of %.3f, the simple rules with %.3f; the best fifth holds"
                + " %.0f %% beside %.0f %%."
            : "The %s ranks worse than the simple rules, with an AUC of %.3f beside %.3f; the best"
                + " fifth holds %.0f %% beside %.0f %%.";
    return found.evidence(
        "model-rank",
        better,
        page,
        String.format(
            Locale.ROOT,
            sentence,
            name(chosen.name()),
            chosen.auc(),
            rules.auc(),
            chosen.deciles().get(1).gain() * 100,
            rules.deciles().get(1).gain() * 100),
        fresh);
  }

  private static String name(String model) {
    return switch (model) {
      case "logistic" -> "logistic regression";
      case "forest" -> "random forest";
      case "boosted" -> "boosted trees model";
      default -> model;
    };
  }

  private Evidence money(Found<LeadScoringResult> found) {
    ScoringDetails details = found.result().details();
    ScoringDetails.Profit profit = details == null ? null : details.profit();
    if (profit == null) {
      return Evidence.missing(
          "model-profit",
          page,
          "Nothing yet in money: say what a win is worth and what a contact costs, and train"
              + " again.");
    }
    // the rules are the choice where none is better, and then there is nothing to compare
    boolean rules = found.result().chosen().equals(RULES);
    boolean less = !rules && profit.model() < profit.heuristic();
    boolean nothing = profit.model() <= 0 || profit.model() < profit.everybody();
    String sentence =
        less
            ? "The model earns less than the simple rules: %,.0f beside %,.0f per 1,000 records,"
                + " and %,.0f by contacting everybody."
            : nothing
                ? "The ranking earns %,.0f per 1,000 records, the simple rules %,.0f, and"
                    + " contacting everybody %,.0f: it does not pay for itself."
                : "Per 1,000 records the ranking earns %,.0f after the cost of contacts, the simple"
                    + " rules %,.0f, contacting everybody %,.0f.";
    return found.evidence(
        "model-profit",
        !less && !nothing,
        page,
        String.format(
            Locale.ROOT, sentence, profit.model(), profit.heuristic(), profit.everybody()),
        fresh);
  }

  private Evidence version() {
    Found<LeadScoringResult> found = scoring;
    List<ModelVersion> versions =
        found == null
            ? List.of()
            : ModelRegistry.of(workspace).list().stream()
                .filter(version -> version.run().equals(found.run().id()))
                .toList();
    if (found == null || versions.isEmpty()) {
      return Evidence.missing(
          "model-version", "models", "Nothing yet in the registry of this scoring: train again.");
    }
    ModelVersion version = versions.getLast();
    return found.evidence(
        "model-version",
        version.stage() != ModelStage.RETIRED,
        "models",
        "The registry keeps it as %s, %s.".formatted(version.reference(), stage(version.stage())),
        fresh);
  }

  private static String stage(ModelStage stage) {
    return switch (stage) {
      case CHAMPION -> "the champion that scores";
      case CHALLENGER -> "a challenger";
      case RETIRED -> "put aside";
      case NONE -> "not judged yet";
    };
  }
}
