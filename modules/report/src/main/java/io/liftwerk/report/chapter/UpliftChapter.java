package io.liftwerk.report.chapter;

import static io.liftwerk.report.chapter.Table.number;
import static io.liftwerk.report.chapter.Table.words;

import io.liftwerk.experiments.UpliftResult;
import io.liftwerk.experiments.UpliftResult.Group;
import io.liftwerk.experiments.UpliftResult.LearnerScore;
import io.liftwerk.experiments.UpliftResult.Targeting;
import io.liftwerk.experiments.UpliftResult.Treatment;
import io.liftwerk.report.ResultTexts;
import io.liftwerk.report.UpliftFigures;
import io.liftwerk.report.UpliftWords;
import io.liftwerk.workspace.RunRecord;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Whom a treatment moves. */
final class UpliftChapter extends Wording {

  UpliftChapter(ResultTexts texts) {
    super(texts);
  }

  Chapter of(RunRecord run, UpliftResult result) {
    var words = new UpliftWords(texts, result);
    Draft draft =
        draft(
            run,
            result.treatments().stream()
                .map(one -> sentence(one.verdict()))
                .collect(Collectors.joining(" ")));
    draft.cautions(warnings(result.warnings()));
    for (Treatment treatment : result.treatments()) {
      if (result.treatments().size() == 1) {
        facts(draft, result, treatment, words);
      }
      draft.figures(new UpliftFigures(result, treatment, texts.locale()).all());
      draft.table(learners(result, treatment, words));
      draft.table(deciles(result, treatment, words));
      draft.table(groups(result, treatment, words));
    }
    draft.used(words.used());
    draft.used(words.columns());
    result.leftOut().forEach(left -> draft.used(words.leftOut(left)));
    result.definitions().forEach(one -> draft.used(one.figure() + ": " + sentence(one.meaning())));
    return draft.of(List.of(result.table(), result.scoresTable()));
  }

  private void facts(Draft draft, UpliftResult result, Treatment treatment, UpliftWords words) {
    result.learners().stream()
        .filter(score -> score.treated().equals(treatment.treated()) && score.chosen())
        .findFirst()
        .ifPresent(
            chosen -> {
              draft.fact(
                  text("uplift.tile.qini", chosen.name()),
                  words.qini(chosen.qini()),
                  words.between(words.qini(chosen.qiniLow()), words.qini(chosen.qiniHigh())));
              draft.fact(text("uplift.tile.top"), words.effect(chosen.upliftAt30()), words.unit());
            });
    draft.fact(
        text("uplift.tile.effect"),
        words.effect(treatment.effect().difference()),
        words.unit() + ", " + words.interval(treatment.effect()));
    Targeting targeting = treatment.targeting();
    if (targeting != null) {
      draft.fact(
          text("uplift.tile.profit"),
          formats.count(Math.round(targeting.profit())),
          words.between(
              formats.count(Math.round(targeting.profitLow())),
              formats.count(Math.round(targeting.profitHigh()))));
    }
  }

  /** With several treatments each table says whose it is. */
  private String title(String key, UpliftResult result, Treatment treatment) {
    return result.treatments().size() > 1 ? text(key) + ": " + treatment.treated() : text(key);
  }

  private Table learners(UpliftResult result, Treatment treatment, UpliftWords words) {
    List<LearnerScore> scores =
        result.learners().stream()
            .filter(score -> score.treated().equals(treatment.treated()))
            .sorted(Comparator.comparingDouble(LearnerScore::qini).reversed())
            .toList();
    return Table.of(
            title("uplift.learners", result, treatment),
            text("uplift.learners.about", treatment.chosen()),
            scores,
            List.of(
                words(text("uplift.learner"), LearnerScore::name),
                number("Qini", one -> words.qini(one.qini())),
                number(
                    text("contracts.interval"),
                    one -> words.between(words.qini(one.qiniLow()), words.qini(one.qiniHigh()))),
                number(text("uplift.tile.chance"), one -> words.qini(one.randomP95())),
                words(text("uplift.beats"), one -> formats.yesNo(one.beatsRandom())),
                number(text("uplift.auuc"), one -> words.qini(one.auuc())),
                number(text("uplift.at30", words.unit()), one -> words.effect(one.upliftAt30())),
                number(text("uplift.autoc"), one -> words.qini(one.autoc())),
                number(text("uplift.validation"), one -> plain(one.validation(), 4))))
        .marking(scores, LearnerScore::chosen);
  }

  private Table deciles(UpliftResult result, Treatment treatment, UpliftWords words) {
    return Table.of(
        title("uplift.deciles", result, treatment),
        text("uplift.deciles.about"),
        treatment.deciles(),
        List.of(
            number(text("uplift.decile"), one -> formats.count(one.part())),
            number(text("uplift.count.treated"), one -> formats.count(one.effect().treated())),
            number(text("uplift.count.control"), one -> formats.count(one.effect().control())),
            number(
                text("uplift.effect", words.unit()),
                one -> words.effect(one.effect().difference())),
            number(text("contracts.interval"), one -> words.interval(one.effect())),
            number(text("uplift.predicted"), one -> words.effect(one.predicted())),
            number(text("uplift.cumulative"), one -> words.effect(one.cumulative().difference()))));
  }

  private Table groups(UpliftResult result, Treatment treatment, UpliftWords words) {
    return Table.of(
        title("uplift.groups", result, treatment),
        text("uplift.groups.about"),
        treatment.groups(),
        List.of(
            words(text("contracts.group"), one -> words.group(one.name())),
            number(text("uplift.group.people"), one -> formats.count(one.people())),
            number(text("uplift.group.share"), one -> formats.percent(one.share(), 1)),
            number(
                text("uplift.effect", words.unit()),
                one -> words.effect(one.effect().difference())),
            number(text("contracts.interval"), one -> words.interval(one.effect())),
            words(
                text("uplift.group.shown"),
                one -> text(one.shown() ? "uplift.group.shown.yes" : "uplift.group.shown.no")),
            number(text("uplift.group.bounds"), one -> bounds(one, words))));
  }

  private String bounds(Group group, UpliftWords words) {
    Double low = group.shareLow();
    Double high = group.shareHigh();
    return low == null || high == null
        ? "–"
        : words.between(formats.percent(low), formats.percent(high));
  }
}
