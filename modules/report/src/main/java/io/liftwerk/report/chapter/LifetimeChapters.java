package io.liftwerk.report.chapter;

import static io.liftwerk.report.chapter.Table.number;
import static io.liftwerk.report.chapter.Table.words;

import io.liftwerk.report.ChurnTimeFigures;
import io.liftwerk.report.LifetimeFigures;
import io.liftwerk.report.LifetimeWords;
import io.liftwerk.report.ResultTexts;
import io.liftwerk.scoring.ChurnTimeResult;
import io.liftwerk.scoring.ChurnTimeResult.Hazard;
import io.liftwerk.scoring.ChurnTimeResult.Hazards;
import io.liftwerk.scoring.LifetimeValueResult;
import io.liftwerk.scoring.LifetimeValueResult.Contender;
import io.liftwerk.scoring.LifetimeValueResult.FittedModel;
import io.liftwerk.scoring.LifetimeValueResult.Holdout;
import io.liftwerk.scoring.LifetimeValueResult.Total;
import io.liftwerk.workspace.RunRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What customers will bring, and how long contracts run. */
final class LifetimeChapters extends Wording {
  private static final double YEAR = 12;

  private final LifetimeWords words;

  LifetimeChapters(ResultTexts texts) {
    super(texts);
    this.words = new LifetimeWords(texts);
  }

  Chapter purchases(RunRecord run, LifetimeValueResult result) {
    Draft draft = draft(run, words.finding(result));
    draft.cautions(warnings(result.warnings()));
    Total value = result.expectedValue();
    if (value != null) {
      draft.fact(
          text("ltv.tile.value", result.months()),
          words.money(value.value(), result),
          words.interval(value));
    }
    Total bought = result.expectedPurchases();
    if (bought != null) {
      draft.fact(
          text("ltv.tile.purchases", result.months()),
          formats.count(Math.round(bought.value())),
          words.interval(bought));
    }
    Double alive = result.alive();
    if (alive != null) {
      draft.fact(
          text("ltv.tile.alive"),
          formats.count(Math.round(alive)),
          text("ltv.tile.of", result.customers()));
    }
    Double revenue = result.revenue();
    if (revenue != null) {
      draft.fact(
          text("ltv.tile.revenue"),
          words.money(revenue, result),
          formats.period(result.from(), result.until()));
    }
    draft.figures(new LifetimeFigures(result, texts.locale()).all());
    draft.table(
        Table.of(
            text("ltv.segments"),
            text("ltv.segments.about"),
            result.segments(),
            List.of(
                words(
                    text("ltv.segment"), one -> texts.textOr("segment." + one.name(), one.name())),
                number(text("ltv.segment.customers"), one -> formats.count(one.customers())),
                number(text("ltv.segment.revenue"), one -> words.money(one.revenue(), result)),
                number(text("ltv.segment.alive"), one -> share(one.alive(), 0)),
                number(
                    text("ltv.segment.expected"),
                    one -> words.money(one.expectedValue(), result)))));
    Holdout holdout = result.holdout();
    if (holdout != null) {
      draft.table(contenders(result, holdout));
    }
    var fits = new ArrayList<>(result.fits());
    if (result.money() != null) {
      fits.add(result.money());
    }
    draft.table(fits(fits));
    draft.used(words.used(result));
    draft.used(words.columns(result));
    return draft.of(List.of(result.table(), result.valuesTable()));
  }

  private Table contenders(LifetimeValueResult result, Holdout holdout) {
    List<Contender> all = holdout.contenders();
    return Table.of(
            text("ltv.contenders"),
            text(
                "ltv.contenders.about",
                formats.period(holdout.from(), holdout.until()),
                Math.round(holdout.purchases()),
                words.money(holdout.revenue(), result)),
            all,
            List.of(
                words(text("ltv.contender"), one -> words.model(one.name())),
                number(
                    text("ltv.contender.purchases"),
                    one -> formats.count(Math.round(one.purchases()))),
                number(text("ltv.contender.revenue"), one -> words.money(one.revenue(), result)),
                number(text("ltv.contender.mae"), one -> formats.decimal(one.maePurchases(), 3)),
                number(text("ltv.contender.rmse"), one -> formats.decimal(one.rmsePurchases(), 3)),
                number(text("ltv.contender.money"), one -> plain(one.rmseRevenue(), 2)),
                number(
                    text("ltv.contender.correlation"),
                    one -> formats.decimal(one.correlation(), 2)),
                number(text("ltv.contender.fifth"), one -> formats.percent(one.topFifth())),
                number("p", one -> p(one.p()))))
        .marking(all, one -> one.name().equals(result.chosen()));
  }

  private String p(@Nullable Double p) {
    return p == null ? "" : p < 0.001 ? "< " + formats.decimal(0.001, 3) : formats.decimal(p, 3);
  }

  private Table fits(List<FittedModel> fits) {
    return Table.of(
        text("fit.models"),
        text("fit.models.about"),
        fits,
        List.of(
            words(text("leads.model"), fit -> words.model(fit.name())),
            words(text("fit.state"), words::state),
            number(text("fit.likelihood"), fit -> formats.decimal(fit.logLikelihood(), 2)),
            number(text("fit.customers"), fit -> formats.count(fit.customers())),
            words(text("fit.parameters"), words::parameters)));
  }

  Chapter contracts(RunRecord run, ChurnTimeResult result) {
    Draft draft = draft(run, words.finding(result));
    draft.cautions(warnings(result.warnings()));
    String unit = text("contracts.unit." + result.unit());
    Double median = result.median();
    draft.fact(
        text("contracts.tile.half"),
        plain(median, 1),
        median == null ? text("contracts.tile.half.none") : unit);
    draft.fact(
        text("contracts.tile.mean"),
        formats.decimal(result.mean(), 1),
        text("contracts.tile.mean.of", formats.decimal(result.until(), 0), unit));
    draft.fact(
        text("contracts.tile.running"),
        formats.count(result.contracts() - result.ended()),
        text("contracts.tile.of", result.contracts()));
    Double value = result.expectedValue();
    if (value != null) {
      draft.fact(
          text("contracts.tile.value", result.horizon()),
          formats.count(Math.round(value)),
          text("contracts.tile.discounted"));
    }
    draft.figures(new ChurnTimeFigures(result, texts.locale()).all());
    draft.table(groups(result));
    Hazards cox = result.cox();
    if (cox != null) {
      draft.table(hazards(cox));
    }
    FittedModel retention = result.retention();
    if (retention != null) {
      draft.table(fits(List.of(retention)));
    }
    draft.used(text("contracts.used", result.contracts(), result.ended()));
    return draft.of(List.of(result.table()));
  }

  private Table groups(ChurnTimeResult result) {
    ChurnTimeResult.LogRankTest test = result.logRank();
    Double p = test == null ? null : test.p();
    String tested =
        test == null || p == null
            ? text("contracts.untested")
            : text(
                "contracts.tested",
                formats.decimal(test.chiSquare(), 1),
                test.degrees(),
                p < 0.001 ? "p " + p(p) : "p = " + p(p));
    return Table.of(
        text("contracts.groups"),
        tested,
        result.groups(),
        List.of(
            words(text("contracts.group"), ChurnTimeResult.Group::name),
            number(text("contracts.contracts"), one -> formats.count(one.contracts())),
            number(text("contracts.ended"), one -> formats.count(one.ended())),
            number(text("contracts.after"), one -> formats.percent(after(one), 1)),
            number(text("contracts.tile.half"), one -> plain(one.median(), 1))));
  }

  private static double after(ChurnTimeResult.Group group) {
    double share = 1;
    for (ChurnTimeResult.Point point : group.survival()) {
      if (point.time() <= YEAR) {
        share = point.survival();
      }
    }
    return share;
  }

  private Table hazards(Hazards cox) {
    return Table.of(
        text("contracts.hazards"),
        text(
            cox.converged() ? "contracts.hazards.about" : "contracts.hazards.astray",
            cox.contracts(),
            formats.decimal(cox.concordance(), 3),
            formats.decimal(cox.logLikelihood(), 1),
            formats.decimal(cox.logLikelihoodNone(), 1)),
        cox.columns(),
        List.of(
            words(text("leads.column"), Hazard::name),
            number(text("contracts.ratio"), one -> formats.decimal(one.ratio(), 3)),
            number(
                text("contracts.interval"),
                one -> formats.decimal(one.low(), 3) + "–" + formats.decimal(one.high(), 3)),
            number(text("contracts.coefficient"), one -> formats.decimal(one.coefficient(), 3)),
            number(text("contracts.error"), one -> formats.decimal(one.standardError(), 3)),
            number("p", one -> p(one.p()))));
  }
}
