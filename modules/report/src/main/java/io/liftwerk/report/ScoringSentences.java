package io.liftwerk.report;

import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.ModelEvaluation;
import io.liftwerk.scoring.ScoringDetails;
import io.liftwerk.scoring.ScoringOptions.Purpose;
import io.liftwerk.warehouse.HeldBack;
import io.liftwerk.warehouse.consent.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A scoring in sentences, in the words of what a yes means: wins, or customers lost. */
public final class ScoringSentences {
  private static final double SIGNIFICANT = 0.05;

  private final ResultTexts texts;
  private final String purpose;
  private final ResultFormats formats;

  public ScoringSentences(ResultTexts texts, Purpose purpose) {
    this.texts = texts;
    this.purpose = purpose.name().toLowerCase(Locale.ROOT);
    this.formats = texts.formats();
  }

  /** The text {@code leads.KEY} or {@code churn.KEY}. */
  private String say(String key, Object... arguments) {
    return texts.text(purpose + '.' + key, arguments);
  }

  public String model(String name) {
    return texts.textOr("model." + name, name);
  }

  /** A model's name inside a sentence. */
  private String inline(String name) {
    return texts.textOr("model." + name + ".inline", name);
  }

  /** What the ranking is worth, and which model won by how much. */
  public String finding(LeadScoringResult result) {
    double gain =
        result.chosenModel().deciles().stream()
            .filter(decile -> decile.decile() == 2)
            .mapToDouble(ModelEvaluation.Decile::gain)
            .findFirst()
            .orElse(Double.NaN);
    String worth = say("finding", formats.percent(0.2), formats.percent(gain));
    return worth + " " + verdict(result);
  }

  private String verdict(LeadScoringResult result) {
    ModelEvaluation best =
        result.models().stream()
            .max(Comparator.comparingDouble(ModelEvaluation::auc))
            .orElseThrow();
    ModelEvaluation chosen = result.chosenModel();
    if (!chosen.name().equals(best.name())) {
      LeadScoringResult.Comparison test = comparison(result, chosen.name());
      String key =
          chosen.name().equals("heuristic") ? "leads.verdict.rules" : "leads.verdict.simpler";
      return texts.text(
          key,
          model(chosen.name()),
          inline(best.name()),
          formats.decimal(best.auc() - chosen.auc(), 3),
          test == null ? "–" : p(test.p()));
    }
    ModelEvaluation next =
        result.models().stream()
            .filter(model -> !model.name().equals(best.name()))
            .max(Comparator.comparingDouble(ModelEvaluation::auc))
            .orElse(null);
    if (next == null) {
      return "";
    }
    LeadScoringResult.Comparison test = comparison(result, next.name());
    boolean clear = test != null && test.p() < SIGNIFICANT;
    String key =
        best.name().equals("heuristic")
            ? "leads.verdict.rules.best"
            : clear ? "leads.verdict.better" : "leads.verdict.level";
    return texts.text(
        key,
        model(best.name()),
        inline(next.name()),
        formats.decimal(best.auc() - next.auc(), 3),
        test == null ? "–" : p(test.p()));
  }

  private static LeadScoringResult.@Nullable Comparison comparison(
      LeadScoringResult result, String model) {
    return result.comparisons().stream()
        .filter(test -> test.model().equals(model))
        .findFirst()
        .orElse(null);
  }

  /** {@code p = 0.021}, or {@code p < 0.001}. */
  public String p(double value) {
    return value < 0.001 ? "p < " + formats.decimal(0.001, 3) : "p = " + formats.decimal(value, 3);
  }

  /** How a model compares with the best one, for the table of models. */
  public String against(LeadScoringResult result, String model) {
    LeadScoringResult.Comparison test = comparison(result, model);
    return test == null
        ? ""
        : texts.text("leads.against", "-" + formats.decimal(test.difference(), 3), p(test.p()));
  }

  /** How the chosen model came to be chosen, and with what settings. */
  public String choice(LeadScoringResult result) {
    ScoringDetails details = result.details();
    return details == null
        ? ""
        : details.validation().stream()
            .filter(one -> one.model().equals(result.chosen()))
            .map(
                one ->
                    texts.text(
                        "leads.choice",
                        model(one.model()),
                        one.folds(),
                        one.repeats(),
                        one.rows(),
                        texts.sentence(one.settings())))
            .findFirst()
            .orElse("");
  }

  /** Rows used, rows still open, columns left out. */
  public String used(LeadScoringResult result) {
    var parts = new ArrayList<String>();
    parts.add(texts.text("leads.used", result.rows()));
    parts.add(
        say(
            "positives",
            result.positives(),
            formats.percent((double) result.positives() / Math.max(1, result.rows()), 1)));
    parts.add(texts.text("leads.holdout", result.trainRows(), result.holdoutRows()));
    parts.add(say("open", result.openRows()));
    parts.add(texts.text("leads.columns", result.features().size(), result.leftOut().size()));
    return String.join(" · ", parts);
  }

  /**
   * Whom consent holds back; of a table of bronze, who is ranked although it does not cover him.
   */
  public String held(HeldBack held) {
    String words =
        held.held() == 0
            ? texts.text("leads.held.nobody", String.join(", ", held.sources()))
            : texts.text(
                held.use() == Use.SCORING ? "leads.held.ranked" : "leads.held",
                held.held(),
                held.rows(),
                String.join(", ", held.sources()));
    return held.older() ? words + " " + texts.text("kpi.held.older") : words;
  }

  /** Columns left out, grouped by reason: {@code a, b: excluded}. */
  public List<String> leftOut(LeadScoringResult result) {
    var reasons = new LinkedHashMap<String, List<String>>();
    for (LeadScoringResult.LeftOut left : result.leftOut()) {
      reasons.computeIfAbsent(left.reason(), reason -> new ArrayList<>()).add(left.column());
    }
    var lines = new ArrayList<String>();
    reasons.forEach(
        (reason, columns) -> lines.add(String.join(", ", columns) + ": " + texts.sentence(reason)));
    return lines;
  }
}
