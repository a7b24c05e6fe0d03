package io.liftwerk.report.chapter;

import static io.liftwerk.report.chapter.Table.number;
import static io.liftwerk.report.chapter.Table.words;

import io.liftwerk.report.ConsentWords;
import io.liftwerk.report.Figure;
import io.liftwerk.report.KpiFigures;
import io.liftwerk.report.QualityWords;
import io.liftwerk.report.ResultTexts;
import io.liftwerk.warehouse.CheckResult;
import io.liftwerk.warehouse.CheckResult.TestResult;
import io.liftwerk.warehouse.ConsentResult;
import io.liftwerk.warehouse.ConsentResult.SourceConsent;
import io.liftwerk.warehouse.ConsentResult.UseConsent;
import io.liftwerk.warehouse.HeldBack;
import io.liftwerk.warehouse.KpiResult;
import io.liftwerk.warehouse.KpiResult.Kpi;
import io.liftwerk.warehouse.consent.Use;
import io.liftwerk.warehouse.quality.TestStatus;
import io.liftwerk.warehouse.quality.Watched;
import io.liftwerk.workspace.RunRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Key figures, the tests they rest on, and who is missing in them. */
final class WarehouseChapters extends Wording {
  private static final int CHARTS = 8;
  private static final int MOST = 60;

  WarehouseChapters(ResultTexts texts) {
    super(texts);
  }

  Chapter kpis(RunRecord run, KpiResult result) {
    Locale locale = texts.locale();
    var figures = new KpiFigures(locale);
    List<Kpi> told = result.kpis().stream().filter(kpi -> kpi.value() != null).toList();
    Draft draft =
        draft(run, told.isEmpty() ? text("report.kpis.none") : figures.title(told.getFirst()));
    List<Figure> charts =
        told.stream()
            .filter(kpi -> kpi.days().size() > 1)
            .limit(CHARTS)
            .map(kpi -> figures.trend(result, kpi))
            .toList();
    draft.figures(charts);
    var cells = new ArrayList<Table.Cell<Kpi>>();
    cells.add(words(text("report.kpis.name"), kpi -> kpi.definition().title(locale)));
    cells.add(number(text("report.kpis.value"), kpi -> figures.written(kpi, kpi.value())));
    if (result.kpis().stream().anyMatch(kpi -> kpi.before() != null)) {
      cells.add(number(text("report.kpis.before"), kpi -> figures.written(kpi, kpi.before())));
      cells.add(number(text("report.kpis.change"), this::change));
    }
    cells.add(words(text("report.kpis.from"), kpi -> kpi.table() + "." + kpi.column()));
    cells.add(number(text("kpi.tests"), this::tests));
    draft.table(Table.of(text("report.kpis"), "", result.kpis(), cells));
    if (result.from() != null && result.to() != null) {
      draft.used(
          text("report.period", formats.period(result.from(), result.to()), result.timeZone()));
    }
    draft.used(
        result.channel() == null
            ? text("report.filter.none")
            : text("report.filter.channel", result.channel()));
    result.kpis().stream()
        .map(Kpi::heldBack)
        .filter(held -> held.run() != null)
        .flatMap(held -> heldBack(held).stream())
        .distinct()
        .forEach(draft::used);
    return draft.of(result.kpis().stream().map(Kpi::table).distinct().toList());
  }

  private String change(Kpi kpi) {
    BigDecimal value = kpi.value();
    BigDecimal before = kpi.before();
    if (value == null || before == null || before.signum() == 0) {
      return "–";
    }
    double change = value.doubleValue() / before.doubleValue() - 1;
    return (change > 0 ? "+" : "") + formats.percent(change, 1);
  }

  private String tests(Kpi kpi) {
    KpiResult.Tests tests = kpi.tests();
    return tests.tests() == 0
        ? text("kpi.tests.none")
        : text(
            tests.older() ? "kpi.tests.short.older" : "kpi.tests.short",
            tests.passed(),
            tests.tests());
  }

  private List<String> heldBack(HeldBack held) {
    if (held.sources().isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add(text("kpi.held.long", held.held(), held.rows(), String.join(", ", held.sources())));
    held.reasons()
        .forEach(
            part ->
                lines.add(
                    text("segments.held", formats.count(part.rows()), sentence(part.sentence()))));
    return lines;
  }

  Chapter check(RunRecord run, CheckResult result) {
    var words = new QualityWords(texts);
    Draft draft = draft(run, words.finding(result));
    draft.table(
        first(
            MOST,
            result.tests().stream().filter(test -> test.status() != TestStatus.PASS).toList(),
            tests -> tests(words, text("report.check.failing"), tests)));
    draft.table(first(MOST, result.alerts(), this::watched));
    draft.used(
        text(
            "report.check.used",
            result.totals().tests(),
            result.totals().passed(),
            result.totals().withoutRows()));
    long unknown =
        result.watched().stream().filter(one -> one.state() == Watched.State.UNKNOWN).count();
    if (unknown > 0) {
      draft.used(text("report.check.unknown", unknown, result.watched().size()));
    }
    return draft.of(result.tests().stream().map(TestResult::table).distinct().toList());
  }

  private Table tests(QualityWords words, String title, List<TestResult> tests) {
    return Table.of(
        title,
        "",
        tests,
        List.of(
            words(text("quality.status"), test -> text("quality.status." + test.status().text())),
            words(text("quality.table"), TestResult::table),
            words(text("quality.column"), test -> Objects.requireNonNullElse(test.column(), "")),
            words(text("quality.states"), words::states),
            number(text("quality.rows"), words::rows)));
  }

  private Table watched(List<Watched> watched) {
    return Table.of(
        text("quality.watched"),
        text("quality.watched.about"),
        watched,
        List.of(
            words(text("quality.status"), one -> text("quality.state." + one.state().text())),
            words(text("quality.table"), Watched::table),
            words(text("quality.kind"), one -> text("quality.kind." + one.kind().text())),
            words(text("quality.period"), Watched::period),
            words(text("quality.reason"), one -> sentence(one.reason()))));
  }

  Chapter consent(RunRecord run, ConsentResult result) {
    Draft draft =
        draft(run, ConsentWords.finding(texts, result, of(result.total(), Use.ANALYTICS)));
    result.questions().forEach(question -> draft.cautions(List.of(sentence(question.sentence()))));
    for (UseConsent use : result.total()) {
      draft.fact(
          text("consent.use." + use.use().word()),
          formats.count(use.covered()),
          text("report.of", formats.count(use.rows())));
    }
    var cells = new ArrayList<Table.Cell<SourceConsent>>();
    cells.add(words(text("consent.source"), SourceConsent::source));
    cells.add(words(text("consent.basis"), this::basis));
    cells.add(number(text("consent.rows"), one -> formats.count(one.rows())));
    for (Use use : Use.values()) {
      cells.add(
          number(
              text("consent.use." + use.word()),
              one -> formats.count(of(one.uses(), use).covered())));
    }
    draft.table(Table.of(text("consent.sources"), "", result.sources(), cells));
    for (UseConsent use : result.total()) {
      for (ConsentResult.Part part : use.heldBack()) {
        draft.used(
            text(
                "report.consent.held",
                text("consent.use." + use.use().word()),
                part.rows(),
                sentence(part.sentence())));
      }
    }
    for (ConsentResult.Refusals refusals : result.refusals()) {
      if (refusals.persons() > 0) {
        draft.used(
            text(
                "report.consent.refused",
                refusals.persons(),
                text("consent.use." + refusals.use().word())));
      }
    }
    return draft.of(result.sources().stream().map(one -> "bronze." + one.source()).toList());
  }

  private String basis(SourceConsent source) {
    return text("consent.basis." + source.basis().word())
        + (source.note().isEmpty() ? "" : ": " + source.note());
  }

  private static UseConsent of(List<UseConsent> uses, Use use) {
    return uses.stream()
        .filter(one -> one.use() == use)
        .findFirst()
        .orElseGet(() -> new UseConsent(use, 0, List.of(), List.of()));
  }
}
