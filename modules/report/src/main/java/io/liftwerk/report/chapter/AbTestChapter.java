package io.liftwerk.report.chapter;

import static io.liftwerk.report.chapter.Table.number;
import static io.liftwerk.report.chapter.Table.words;

import io.liftwerk.experiments.AbTestResult;
import io.liftwerk.experiments.AbTestResult.Arm;
import io.liftwerk.experiments.AbTestResult.Balance;
import io.liftwerk.experiments.AbTestResult.Comparison;
import io.liftwerk.experiments.AbTestResult.CovariateUse;
import io.liftwerk.experiments.AbTestResult.Warning;
import io.liftwerk.experiments.IncrementalityResult;
import io.liftwerk.experiments.IncrementalityResult.Estimate;
import io.liftwerk.report.AbTestFigures;
import io.liftwerk.report.AbTestWords;
import io.liftwerk.report.ResultTexts;
import io.liftwerk.workspace.RunRecord;
import java.util.Comparator;
import java.util.List;

/** What the arms of an experiment brought. */
final class AbTestChapter extends Wording {
  private static final int MOST = 60;

  private final AbTestWords words;

  AbTestChapter(ResultTexts texts) {
    super(texts);
    this.words = new AbTestWords(texts);
  }

  Chapter of(RunRecord run, AbTestResult result) {
    Draft draft = draft(run, sentence(result.verdict()));
    // arms of the wrong size stop every claim: nothing may stand above that
    draft.cautions(
        result.warnings().stream()
            .sorted(Comparator.comparing((Warning one) -> !one.code().equals("sample-ratio")))
            .map(one -> sentence(one.message()))
            .toList());
    facts(draft, result);
    draft.figures(new AbTestFigures(result, texts.locale()).all());
    if (result.sampleRatio().ok() && result.metrics().size() > 1) {
      draft.text(
          result.metrics().stream()
              .limit(MOST)
              .map(one -> sentence(one.verdict()))
              .filter(one -> !one.equals(sentence(result.verdict())))
              .toList());
    }
    draft.table(first(MOST, result.metrics(), lines -> comparisons(result, lines)));
    draft.table(first(MOST, result.metrics(), this::basis));
    draft.table(arms(result));
    draft.table(balance(result));
    used(draft, result);
    return draft.of(List.of(result.table()));
  }

  private void facts(Draft draft, AbTestResult result) {
    Comparison one = result.headline();
    boolean ok = result.sampleRatio().ok();
    if (ok) {
      draft.fact(
          text("abtest.tile.lift", one.metric(), one.arm()),
          one.lift() == null ? words.difference(one, one.difference()) : words.lift(one.lift()),
          words.interval(one));
      draft.fact("p", words.p(one.p()), text("abtest.tile.p", words.p(one.adjustedP())));
      draft.fact(
          text("abtest.tile.win"),
          words.chance(one.chanceToWin()),
          text("abtest.tile.win.about", result.control()));
    }
    draft.fact(
        text("abtest.tile.sizes"),
        text(ok ? "abtest.tile.sizes.ok" : "abtest.tile.sizes.off"),
        "p " + words.p(result.sampleRatio().p()));
  }

  private Table comparisons(AbTestResult result, List<Comparison> lines) {
    return Table.of(
        text("abtest.comparisons"),
        text(
            "abtest.comparisons.about",
            texts.textOr(
                "abtest.correction." + result.correction().method(), result.correction().method()),
            result.correction().comparisons(),
            texts.textOr("abtest.looks." + result.looks(), result.looks()),
            formats.percent(1 - result.alpha())),
        lines,
        List.of(
            words(text("abtest.metric.name"), words::metric),
            words(text("abtest.arm"), Comparison::arm),
            words(text("abtest.verdict"), one -> verdict(result, one)),
            number(result.control(), one -> words.figure(one, one.controlValue())),
            number(text("abtest.value"), one -> words.figure(one, one.value())),
            number(text("abtest.lift"), one -> words.lift(one.lift())),
            number(text("abtest.interval"), words::interval),
            number("p", one -> words.p(one.p())),
            number(text("abtest.adjusted"), one -> words.p(one.adjustedP())),
            number(text("abtest.always"), one -> words.p(one.alwaysValidP())),
            number(text("abtest.win"), one -> words.chance(one.chanceToWin()))));
  }

  private String verdict(AbTestResult result, Comparison one) {
    return text(
        !result.sampleRatio().ok()
            ? "abtest.verdict.none"
            : one.significant() ? "abtest.verdict.sure" : "abtest.verdict.open");
  }

  private Table basis(List<Comparison> lines) {
    return Table.of(
        text("abtest.basis"),
        "",
        lines,
        List.of(
            words(text("abtest.metric.name"), words::metric),
            words(text("abtest.arm"), Comparison::arm),
            number(text("abtest.n"), one -> formats.count(one.n())),
            number(text("abtest.loss"), one -> words.loss(one.expectedLoss())),
            number(text("abtest.smallest"), one -> words.share(one.planning().smallestLift())),
            number(text("abtest.power"), one -> words.share(one.planning().power())),
            number(text("abtest.missing"), one -> words.count(one.planning().persons())),
            number(text("abtest.days"), one -> words.count(one.planning().days()))));
  }

  private Table arms(AbTestResult result) {
    return Table.of(
        text("abtest.arms"),
        text(
            result.sampleRatio().ok() ? "abtest.arms.ok" : "abtest.arms.off",
            formats.decimal(result.sampleRatio().chiSquared(), 2),
            words.p(result.sampleRatio().p())),
        result.arms(),
        List.of(
            words(text("abtest.arm"), Arm::name),
            number(text("abtest.persons"), arm -> formats.count(arm.persons())),
            number(text("abtest.share"), arm -> formats.percent(arm.share(), 2)),
            number(text("abtest.expected"), arm -> formats.percent(arm.expected(), 2))));
  }

  private Table balance(AbTestResult result) {
    return Table.of(
        text("abtest.balance"),
        text("abtest.balance.about"),
        result.balance(),
        List.of(
            words(text("leads.column"), Balance::column),
            words(text("abtest.arm"), Balance::arm),
            number(text("abtest.balance.apart"), one -> plain(one.difference(), 4)),
            number("p", one -> words.p(one.p())),
            words(
                text("abtest.balance.state"),
                one -> text(one.ok() ? "abtest.balance.alike" : "abtest.balance.unlike"))));
  }

  private void used(Draft draft, AbTestResult result) {
    long persons = result.arms().stream().mapToLong(Arm::persons).sum();
    draft.used(text("abtest.used", persons, result.arms().size()));
    CovariateUse use = result.covariate();
    if (use != null) {
      String refused = use.refused();
      draft.used(refused == null ? text("abtest.used.covariate", use.column()) : sentence(refused));
    }
    String plan = result.plan();
    Integer look = result.look();
    if (plan != null && look != null) {
      draft.used(text("abtest.used.plan", look, plan));
    }
  }

  /** A campaign in some regions and not in others. */
  Chapter regions(RunRecord run, IncrementalityResult result) {
    Draft draft = draft(run, sentence(result.verdict()));
    record Line(String name, Estimate estimate) {}
    draft.table(
        Table.of(
            text("report.regions"),
            "",
            List.of(
                new Line(text("report.regions.differences"), result.differences()),
                new Line(text("report.regions.synthetic"), result.synthetic()),
                new Line(text("report.regions.placebo"), result.placeboBefore())),
            List.of(
                words(text("bandit.estimator"), Line::name),
                number(
                    text("report.regions.effect"),
                    one -> formats.decimal(one.estimate().effect(), 2)),
                number(text("abtest.lift"), one -> words.lift(one.estimate().lift())),
                number("p", one -> words.p(one.estimate().p())))));
    draft.used(
        text(
            "report.regions.used",
            String.join(", ", result.treated()),
            result.controls(),
            result.daysBefore(),
            result.daysAfter()));
    return draft.of(List.of(result.table()));
  }
}
