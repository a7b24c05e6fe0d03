package io.liftwerk.report.chapter;

import static io.liftwerk.report.chapter.Table.number;
import static io.liftwerk.report.chapter.Table.words;

import io.liftwerk.experiments.BanditSimulationResult;
import io.liftwerk.experiments.BanditSimulationResult.Allocation;
import io.liftwerk.experiments.BanditSimulationResult.Arm;
import io.liftwerk.experiments.BanditSimulationResult.PolicyScore;
import io.liftwerk.experiments.PolicyEvaluationResult;
import io.liftwerk.experiments.PolicyEvaluationResult.ActionSummary;
import io.liftwerk.experiments.PolicyEvaluationResult.Estimate;
import io.liftwerk.experiments.PolicyEvaluationResult.Overlap;
import io.liftwerk.report.BanditFigures;
import io.liftwerk.report.ResultTexts;
import io.liftwerk.workspace.RunRecord;
import java.util.ArrayList;
import java.util.List;

/** Policies that share out contacts: played through, or valued by the log of another. */
final class BanditChapters extends Wording {

  BanditChapters(ResultTexts texts) {
    super(texts);
  }

  Chapter simulation(RunRecord run, BanditSimulationResult result) {
    Draft draft = draft(run, sentence(result.verdict()));
    draft.cautions(warnings(result.warnings()));
    draft.figures(new BanditFigures(texts.locale()).of(result));
    draft.table(policies(result));
    draft.table(arms(result));
    draft.table(
        Table.of(
            text("bandit.next"),
            text("bandit.next.about"),
            result.allocation(),
            List.of(
                words(text("bandit.arm"), Allocation::arm),
                number(text("bandit.share"), one -> formats.percent(one.share(), 1)),
                number(text("bandit.contacts"), one -> formats.count(one.contacts())))));
    draft.used(
        text(
            "bandit.used",
            result.plays(),
            result.periods(),
            result.contacts(),
            result.capped(),
            result.seed()));
    String table = result.table();
    return draft.of(table == null ? List.of() : List.of(table));
  }

  private Table policies(BanditSimulationResult result) {
    return Table.of(
        text("bandit.policies"),
        text("bandit.policies.about", formats.percent(result.certainty())),
        result.policies(),
        List.of(
            words(
                text("bandit.policy"),
                one -> texts.textOr("bandit.policy." + one.name(), one.name())),
            number(text("bandit.got"), one -> formats.decimal(one.outcomes(), 1)),
            number(text("bandit.lost"), one -> formats.decimal(one.lost(), 1)),
            number(
                text("bandit.quantiles"),
                one ->
                    text(
                        "uplift.between",
                        formats.decimal(one.lostLow(), 1),
                        formats.decimal(one.lostHigh(), 1))),
            number(text("bandit.overeven"), one -> formats.decimal(one.overEven(), 1)),
            number(text("bandit.lostvalue"), one -> plain(one.lostValue(), 0)),
            number(text("bandit.found"), one -> formats.percent(one.found())),
            number(text("bandit.wrong"), one -> formats.percent(one.wrong())),
            number(text("bandit.median"), one -> median(result, one))));
  }

  private String median(BanditSimulationResult result, PolicyScore score) {
    Integer periods = score.medianPeriods();
    return periods == null ? text("bandit.median.none", result.periods()) : formats.count(periods);
  }

  private Table arms(BanditSimulationResult result) {
    return Table.of(
        text("bandit.arms"),
        "",
        result.arms(),
        List.of(
            words(text("bandit.arm"), Arm::name),
            number(
                text("bandit.seen"), one -> one.count() == null ? "–" : formats.count(one.count())),
            number(text("bandit.mean"), one -> formats.decimal(one.mean(), 4)),
            number(
                text("contracts.interval"),
                one ->
                    one.low() == null
                        ? "–"
                        : text("uplift.between", plain(one.low(), 4), plain(one.high(), 4))),
            number(text("bandit.chance"), one -> share(one.chanceBest(), 1))));
  }

  Chapter evaluation(RunRecord run, PolicyEvaluationResult result) {
    Draft draft = draft(run, sentence(result.verdict()));
    draft.cautions(warnings(result.warnings()));
    result.estimates().stream()
        .filter(one -> one.name().equals("dr"))
        .forEach(one -> draft.fact(text("bandit.tile.policy"), rate(one.value()), interval(one)));
    draft.fact(
        text("bandit.tile.logged"), rate(result.logged().value()), interval(result.logged()));
    draft.fact(text("bandit.tile.gain"), rate(result.gain().value()), interval(result.gain()));
    Overlap overlap = result.overlap();
    draft.fact(
        text("bandit.tile.effective"),
        formats.count(Math.round(overlap.effectiveSize())),
        text("bandit.tile.effective.of", result.decisions()));
    draft.figures(new BanditFigures(texts.locale()).of(result));
    List<Estimate> all = new ArrayList<>();
    all.add(result.logged());
    all.addAll(result.estimates());
    all.add(result.gain());
    draft.table(
        Table.of(
            text("bandit.estimates"),
            text("bandit.estimates.about"),
            all,
            List.of(
                words(
                    text("bandit.estimator"),
                    one -> texts.textOr("bandit.estimator." + one.name(), one.name())),
                number(text("bandit.perdecision"), one -> rate(one.value())),
                number(text("contracts.error"), one -> rate(one.error())),
                number(text("contracts.interval"), this::interval))));
    draft.table(
        Table.of(
            text("bandit.actions"),
            "",
            result.perAction(),
            List.of(
                words(text("bandit.action"), ActionSummary::action),
                number(text("bandit.decisions"), one -> formats.count(one.decisions())),
                number(text("bandit.perdecision"), one -> rate(one.reward())),
                number(text("bandit.share"), one -> formats.percent(one.share(), 1)),
                number(
                    text("bandit.share.target"), one -> formats.percent(one.targetShare(), 1)))));
    draft.used(text("bandit.log.used", result.decisions(), result.actions(), result.contexts()));
    return draft.of(List.of(result.table()));
  }

  private String rate(double value) {
    return formats.decimal(value, 5);
  }

  private String interval(Estimate one) {
    return text("uplift.between", rate(one.low()), rate(one.high()));
  }
}
