package io.liftwerk.report.chapter;

import static io.liftwerk.report.chapter.Table.number;
import static io.liftwerk.report.chapter.Table.words;

import io.liftwerk.report.Figure;
import io.liftwerk.report.InsightFigures;
import io.liftwerk.report.LeadFigures;
import io.liftwerk.report.ResultTexts;
import io.liftwerk.report.ScoringSentences;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.ModelEvaluation;
import io.liftwerk.scoring.ScoringDetails;
import io.liftwerk.scoring.ScoringDetails.ColumnCheck;
import io.liftwerk.scoring.ScoringDetails.Fairness;
import io.liftwerk.scoring.ScoringDetails.Group;
import io.liftwerk.scoring.ScoringOptions.Purpose;
import io.liftwerk.scoring.ScoringWarning;
import io.liftwerk.warehouse.HeldBack;
import io.liftwerk.warehouse.consent.Use;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * What a ranking of leads, or of customers by risk, is worth. Whom it ranks stays in the workspace:
 * a report goes to people who need not know that.
 */
final class ScoringChapter extends Wording {
  private static final int MOST = 60;

  private final BiFunction<TableRef, Use, HeldBack> held;

  ScoringChapter(ResultTexts texts, BiFunction<TableRef, Use, HeldBack> held) {
    super(texts);
    this.held = held;
  }

  Chapter of(RunRecord run, LeadScoringResult result) {
    ScoringDetails details = result.details();
    Purpose purpose = details == null ? Purpose.LEADS : details.purpose();
    var sentences = new ScoringSentences(texts, purpose);
    Draft draft = draft(run, sentences.finding(result));
    draft.cautions(warnings(result.warnings()));
    facts(draft, result, purpose);
    draft.figures(figures(result));
    draft.text(List.of(sentences.choice(result)));
    draft.table(models(result, sentences));
    draft.table(rules(result));
    if (details != null) {
      Fairness fairness = details.fairness();
      if (fairness != null) {
        draft.table(fairness(fairness));
      }
      draft.table(first(MOST, details.columns(), checks -> columns(result, checks)));
    }
    draft.used(sentences.used(result));
    held(draft, result, sentences);
    draft.used(sentences.leftOut(result));
    return draft.of(List.of(result.table(), result.scoresTable()));
  }

  private void facts(Draft draft, LeadScoringResult result, Purpose purpose) {
    ModelEvaluation chosen = result.chosenModel();
    String said = purpose.name().toLowerCase(Locale.ROOT);
    double share = result.positives() / Math.max(1.0, result.rows());
    draft.fact(
        text("leads.tile.auc"),
        formats.decimal(chosen.auc(), 3),
        text(
            "tile.interval",
            formats.decimal(chosen.aucLow(), 3),
            formats.decimal(chosen.aucHigh(), 3)));
    chosen.deciles().stream()
        .filter(decile -> decile.decile() == 2)
        .forEach(
            decile ->
                draft.fact(
                    text(said + ".tile.reached"),
                    formats.percent(decile.gain()),
                    text("tile.random", formats.percent(0.2))));
    draft.fact(
        text("leads.lift10"),
        formats.decimal(chosen.lift10(), 1) + " ×",
        text(said + ".tile.base", formats.percent(share, 1)));
    ModelEvaluation.Details more = chosen.details();
    if (more != null) {
      draft.fact(
          text("leads.tile.calibration"),
          text("tile.points", formats.decimal(more.calibrationError() * 100, 1)),
          "");
    }
  }

  private List<Figure> figures(LeadScoringResult result) {
    var worth = new LeadFigures(result, texts.locale());
    List<Figure> figures = new ArrayList<>(worth.all());
    ScoringDetails details = result.details();
    if (details != null) {
      var insights = new InsightFigures(result, details, texts.locale());
      insights.importance().ifPresent(figures::add);
      figures.addAll(insights.dependence());
      worth.validation().ifPresent(figures::add);
      insights.learning().ifPresent(figures::add);
      insights.fairness().ifPresent(figures::add);
    }
    return figures;
  }

  private Table models(LeadScoringResult result, ScoringSentences sentences) {
    return Table.of(
            text("leads.models"),
            "",
            result.models(),
            List.of(
                words(text("leads.model"), one -> sentences.model(one.name())),
                number(text("leads.auc"), one -> interval(one.auc(), one.aucLow(), one.aucHigh())),
                number(text("leads.validated"), one -> validated(result, one.name())),
                number(text("leads.ap"), one -> formats.decimal(one.averagePrecision(), 3)),
                number(text("leads.lift10"), one -> formats.decimal(one.lift10(), 2)),
                number(text("leads.logloss"), one -> formats.decimal(one.logLoss(), 3)),
                number(text("leads.brier"), one -> formats.decimal(one.brier(), 3)),
                number(text("leads.ks"), one -> formats.decimal(one.ks(), 2)),
                words(text("leads.compared"), one -> sentences.against(result, one.name()))))
        .marking(result.models(), one -> one.name().equals(result.chosen()));
  }

  private String interval(double value, double low, double high) {
    return "%s  (%s–%s)"
        .formatted(formats.decimal(value, 3), formats.decimal(low, 3), formats.decimal(high, 3));
  }

  private String validated(LeadScoringResult result, String model) {
    ScoringDetails details = result.details();
    return details == null
        ? "–"
        : details.validation().stream()
            .filter(one -> one.model().equals(model))
            .map(one -> interval(one.auc(), one.aucLow(), one.aucHigh()))
            .findFirst()
            .orElse("–");
  }

  private Table rules(LeadScoringResult result) {
    return Table.of(
        text("leads.rules"),
        "",
        result.rules(),
        List.of(words(text("report.rule"), rule -> sentence(rule))));
  }

  private Table fairness(Fairness fairness) {
    return Table.of(
        text("leads.groups", fairness.column()),
        sentence(fairness.finding()),
        fairness.groups(),
        List.of(
            words(fairness.column(), Group::value),
            number(text("leads.group.rows"), one -> formats.count(one.rows())),
            number(text("leads.group.observed"), one -> formats.percent(one.observed(), 1)),
            number(text("leads.group.predicted"), one -> formats.percent(one.predicted(), 1)),
            number(text("leads.group.contacted"), one -> formats.percent(one.contacted(), 1)),
            number(text("leads.group.reached"), one -> share(one.reached(), 1)),
            number(text("leads.tile.auc"), one -> plain(one.auc(), 3))));
  }

  private Table columns(LeadScoringResult result, List<ColumnCheck> columns) {
    return Table.of(
        text("leads.columns.checked"),
        text("leads.columns.checked.about"),
        columns,
        List.of(
            words(text("leads.column"), ColumnCheck::column),
            number(text("leads.column.auc"), one -> formats.decimal(one.auc(), 3)),
            number(text("leads.column.filled"), one -> formats.percent(one.filled())),
            number(text("leads.column.filled.yes"), one -> formats.percent(one.filledYes())),
            number(text("leads.column.filled.open"), one -> share(one.filledOpen(), 0)),
            words(text("leads.column.suspicion"), one -> suspicion(result, one))));
  }

  private String suspicion(LeadScoringResult result, ColumnCheck check) {
    return result.warnings().stream()
        .filter(warning -> check.column().equals(warning.column()))
        .map(ScoringWarning::message)
        .map(texts::sentence)
        .findFirst()
        .orElse("");
  }

  /** As it was counted last, for the use that the table is of. */
  private void held(Draft draft, LeadScoringResult result, ScoringSentences sentences) {
    TableRef table = TableRef.parse(result.table());
    HeldBack count =
        held.apply(table, table.schema().equals("bronze") ? Use.SCORING : Use.ANALYTICS);
    if (count.run() == null || count.sources().isEmpty()) {
      return;
    }
    draft.used(sentences.held(count));
    count
        .reasons()
        .forEach(
            part ->
                draft.used(
                    text("segments.held", formats.count(part.rows()), sentence(part.sentence()))));
  }
}
