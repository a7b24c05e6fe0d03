package io.liftwerk.app.window.experiments;

import static io.liftwerk.app.window.control.Columns.marks;
import static io.liftwerk.app.window.control.Columns.number;
import static io.liftwerk.app.window.control.Columns.words;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Columns;
import io.liftwerk.app.window.control.Columns.Mark;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.experiments.AbTestResult;
import io.liftwerk.experiments.AbTestResult.Arm;
import io.liftwerk.experiments.AbTestResult.Balance;
import io.liftwerk.experiments.AbTestResult.Boundary;
import io.liftwerk.experiments.AbTestResult.Comparison;
import io.liftwerk.experiments.AbTestResult.Novelty;
import io.liftwerk.experiments.AbTestResult.Unadjusted;
import io.liftwerk.experiments.AbTestResult.WithoutTop;
import io.liftwerk.report.AbTestWords;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The tables below the figures: every comparison, what it rests on, and who was in which arm. */
final class ExperimentTables {
  private static final int MOST = 14;

  private final Messages messages;
  private final Formats formats;
  private final AbTestWords text;
  private final AbTestResult result;

  ExperimentTables(Messages messages, AbTestResult result) {
    this.messages = messages;
    this.formats = messages.formats();
    this.text = new AbTestWords(messages.results());
    this.result = result;
  }

  VBox comparisons() {
    String title = messages.text("abtest.comparisons");
    return Parts.card(
        Ui.heading(title),
        Ui.paragraph(
            messages.text(
                "abtest.comparisons.about",
                messages.textOr(
                    "abtest.correction." + result.correction().method(),
                    result.correction().method()),
                result.correction().comparisons(),
                messages.textOr("abtest.looks." + result.looks(), result.looks()),
                formats.percent(1 - result.alpha())),
            "muted"),
        Columns.table(
            title,
            result.metrics(),
            MOST,
            words(messages.text("abtest.metric.name"), 150, text::metric),
            words(messages.text("abtest.arm"), 124, Comparison::arm),
            marks(messages.text("abtest.verdict"), 136, this::verdict),
            number(result.control(), 84, one -> text.figure(one, one.controlValue())),
            number(messages.text("abtest.value"), 84, one -> text.figure(one, one.value())),
            number(messages.text("abtest.lift"), 72, one -> text.lift(one.lift())),
            number(messages.text("abtest.interval"), 150, text::interval),
            number("p", 72, one -> text.p(one.p())),
            number(messages.text("abtest.adjusted"), 112, one -> text.p(one.adjustedP())),
            number(messages.text("abtest.fdr"), 72, one -> text.p(one.falseDiscovery())),
            number(messages.text("abtest.always"), 132, one -> text.p(one.alwaysValidP())),
            number(messages.text("abtest.win"), 104, one -> text.chance(one.chanceToWin()))));
  }

  private Mark verdict(Comparison one) {
    if (!result.sampleRatio().ok()) {
      return new Mark(Feather.X_OCTAGON, "icon-open", messages.text("abtest.verdict.none"));
    }
    return one.significant()
        ? new Mark(Feather.CHECK, "icon-met", messages.text("abtest.verdict.sure"))
        : new Mark(Feather.HELP_CIRCLE, "icon-open", messages.text("abtest.verdict.open"));
  }

  VBox sentences() {
    var box = Parts.card(Ui.heading(messages.text("abtest.words")));
    result.metrics().stream()
        .limit(MOST)
        .forEach(one -> box.getChildren().add(Ui.paragraph(messages.sentence(one.verdict()))));
    return box;
  }

  VBox basis() {
    String title = messages.text("abtest.basis");
    return Parts.card(
        Ui.heading(title),
        Ui.paragraph(messages.text("abtest.basis.about"), "muted"),
        Columns.table(
            title,
            result.metrics(),
            MOST,
            words(messages.text("abtest.metric.name"), 150, text::metric),
            words(messages.text("abtest.arm"), 124, Comparison::arm),
            number(messages.text("abtest.n"), 92, one -> formats.count(one.n())),
            number(messages.text("abtest.reduction"), 96, this::reduction),
            number(messages.text("abtest.plain"), 138, this::unadjusted),
            number(messages.text("abtest.outliers"), 138, this::withoutTop),
            number(messages.text("abtest.loss"), 96, one -> text.loss(one.expectedLoss())),
            number(
                messages.text("abtest.smallest"),
                104,
                one -> text.share(one.planning().smallestLift())),
            number(messages.text("abtest.power"), 76, one -> text.share(one.planning().power())),
            number(
                messages.text("abtest.missing"), 118, one -> text.count(one.planning().persons())),
            number(messages.text("abtest.days"), 76, one -> text.count(one.planning().days()))));
  }

  private String reduction(Comparison one) {
    Unadjusted plain = one.unadjusted();
    return text.share(plain == null ? null : plain.varianceReduction());
  }

  private String unadjusted(Comparison one) {
    Unadjusted plain = one.unadjusted();
    return plain == null ? "–" : withP(one, plain.difference(), plain.p());
  }

  private String withoutTop(Comparison one) {
    WithoutTop without = one.withoutTop();
    return without == null ? "–" : withP(one, without.difference(), without.p());
  }

  private String withP(Comparison one, double difference, double p) {
    return messages.text("abtest.with.p", text.difference(one, difference), text.p(p));
  }

  VBox arms() {
    String title = messages.text("abtest.arms");
    boolean clustered = result.arms().stream().anyMatch(arm -> arm.clusters() != null);
    var table =
        Columns.table(
            title,
            result.arms(),
            MOST,
            words(messages.text("abtest.arm"), 220, Arm::name),
            number(messages.text("abtest.persons"), 120, arm -> formats.count(arm.persons())),
            number(messages.text("abtest.share"), 120, arm -> formats.percent(arm.share(), 2)),
            number(
                messages.text("abtest.expected"), 120, arm -> formats.percent(arm.expected(), 2)));
    if (clustered) {
      table
          .getColumns()
          .add(number(messages.text("abtest.clusters"), 120, arm -> text.count(arm.clusters())));
    }
    return Parts.card(
        Ui.heading(title),
        Ui.paragraph(
            messages.text(
                result.sampleRatio().ok() ? "abtest.arms.ok" : "abtest.arms.off",
                formats.decimal(result.sampleRatio().chiSquared(), 2),
                text.p(result.sampleRatio().p())),
            "muted"),
        table);
  }

  VBox balance() {
    String title = messages.text("abtest.balance");
    return Parts.card(
        Ui.heading(title),
        Ui.paragraph(messages.text("abtest.balance.about"), "muted"),
        Columns.table(
            title,
            result.balance(),
            MOST,
            words(messages.text("leads.column"), 220, Balance::column),
            words(messages.text("abtest.arm"), 160, Balance::arm),
            number(
                messages.text("abtest.balance.apart"),
                190,
                one -> one.difference() == null ? "–" : formats.decimal(one.difference(), 4)),
            number("p", 100, one -> text.p(one.p())),
            marks(
                messages.text("abtest.balance.state"),
                140,
                one ->
                    one.ok()
                        ? new Mark(Feather.CHECK, "icon-met", messages.text("abtest.balance.alike"))
                        : new Mark(
                            Feather.ALERT_TRIANGLE,
                            "icon-open",
                            messages.text("abtest.balance.unlike")))));
  }

  VBox novelty() {
    String title = messages.text("abtest.novelty");
    return Parts.card(
        Ui.heading(title),
        Ui.paragraph(messages.text("abtest.novelty.about"), "muted"),
        Columns.table(
            title,
            result.novelty(),
            MOST,
            words(messages.text("abtest.metric.name"), 190, Novelty::metric),
            words(messages.text("abtest.arm"), 160, Novelty::arm),
            number(messages.text("abtest.novelty.early"), 150, one -> effect(one, one.early())),
            number(messages.text("abtest.novelty.late"), 150, one -> effect(one, one.late())),
            number(messages.text("abtest.novelty.p"), 120, one -> text.p(one.p())),
            words(
                messages.text("abtest.novelty.wears"), 120, one -> formats.yesNo(one.wearsOff()))));
  }

  private String effect(Novelty of, double value) {
    return result.metrics().stream()
        .filter(one -> one.metric().equals(of.metric()) && one.arm().equals(of.arm()))
        .filter(one -> !one.kind().matches("median|p\\d.*"))
        .findFirst()
        .map(one -> text.difference(one, value))
        .orElseGet(() -> formats.decimal(value, 4));
  }

  VBox boundaries() {
    String title = messages.text("abtest.bounds");
    return Parts.card(
        Ui.heading(title),
        Columns.table(
            title,
            result.boundaries(),
            MOST,
            number(messages.text("abtest.look"), 90, one -> formats.count(one.look())),
            number(messages.text("abtest.persons"), 120, one -> formats.count(one.persons())),
            number(
                messages.text("abtest.fraction"), 150, one -> formats.percent(one.fraction(), 1)),
            number(
                messages.text("abtest.bound"),
                150,
                (Boundary one) -> formats.decimal(one.bound(), 3))));
  }
}
