package io.liftwerk.app.window.uplift;

import static io.liftwerk.app.window.control.Columns.number;
import static io.liftwerk.app.window.control.Columns.words;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Columns;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.experiments.UpliftResult;
import io.liftwerk.experiments.UpliftResult.Balance;
import io.liftwerk.experiments.UpliftResult.Covariate;
import io.liftwerk.experiments.UpliftResult.Decile;
import io.liftwerk.experiments.UpliftResult.Group;
import io.liftwerk.experiments.UpliftResult.LearnerScore;
import io.liftwerk.experiments.UpliftResult.Treatment;
import io.liftwerk.report.UpliftWords;
import java.util.Comparator;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The tables of one treatment. */
final class UpliftTables {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final int MOST = 12;

  private final Messages messages;
  private final Formats formats;
  private final UpliftResult result;
  private final Treatment treatment;
  private final UpliftWords text;

  UpliftTables(Messages messages, UpliftResult result, Treatment treatment, UpliftWords text) {
    this.messages = messages;
    this.formats = messages.formats();
    this.result = result;
    this.treatment = treatment;
    this.text = text;
  }

  VBox learners() {
    List<LearnerScore> scores =
        result.learners().stream()
            .filter(score -> score.treated().equals(treatment.treated()))
            .sorted(Comparator.comparingDouble(LearnerScore::qini).reversed())
            .toList();
    TableView<LearnerScore> table =
        Columns.table(
            messages.text("uplift.learners"),
            scores,
            MOST,
            words(messages.text("uplift.learner"), 160, LearnerScore::name),
            number("Qini", 90, score -> text.qini(score.qini())),
            number(
                messages.text("contracts.interval"),
                150,
                score -> text.between(text.qini(score.qiniLow()), text.qini(score.qiniHigh()))),
            number(messages.text("uplift.tile.chance"), 130, score -> text.qini(score.randomP95())),
            Columns.marks(messages.text("uplift.beats"), 130, this::beats),
            number(messages.text("uplift.auuc"), 90, score -> text.qini(score.auuc())),
            number(
                messages.text("uplift.at30", text.unit()),
                150,
                score -> text.effect(score.upliftAt30())),
            number(messages.text("uplift.autoc"), 100, score -> text.qini(score.autoc())),
            number(messages.text("uplift.validation"), 130, this::validation));
    table.setRowFactory(
        view ->
            new TableRow<>() {
              @Override
              protected void updateItem(@Nullable LearnerScore one, boolean empty) {
                super.updateItem(one, empty);
                pseudoClassStateChanged(CHOSEN, !empty && one != null && one.chosen());
              }
            });
    return Parts.card(
        Ui.heading(messages.text("uplift.learners")),
        Ui.paragraph(messages.text("uplift.learners.about", treatment.chosen()), "muted"),
        table);
  }

  private Columns.Mark beats(LearnerScore score) {
    return score.beatsRandom()
        ? new Columns.Mark(Feather.CHECK, "icon-met", formats.yesNo(true))
        : new Columns.Mark(Feather.X, "icon-open", formats.yesNo(false));
  }

  private String validation(LearnerScore score) {
    Double value = score.validation();
    return value == null ? "–" : text.qini(value);
  }

  VBox deciles() {
    TableView<Decile> table =
        Columns.table(
            messages.text("uplift.deciles"),
            treatment.deciles(),
            MOST,
            number(messages.text("uplift.decile"), 80, one -> formats.count(one.part())),
            number(
                messages.text("uplift.count.treated"),
                110,
                one -> formats.count(one.effect().treated())),
            number(
                messages.text("uplift.count.control"),
                110,
                one -> formats.count(one.effect().control())),
            number(
                messages.text("uplift.effect", text.unit()),
                140,
                one -> text.effect(one.effect().difference())),
            number(messages.text("contracts.interval"), 160, one -> text.interval(one.effect())),
            number(messages.text("uplift.predicted"), 120, one -> text.effect(one.predicted())),
            number(
                messages.text("uplift.cumulative"),
                150,
                one -> text.effect(one.cumulative().difference())),
            number(
                messages.text("contracts.interval"), 160, one -> text.interval(one.cumulative())));
    return Parts.card(
        Ui.heading(messages.text("uplift.deciles")),
        Ui.paragraph(messages.text("uplift.deciles.about"), "muted"),
        table);
  }

  VBox groups() {
    TableView<Group> table =
        Columns.table(
            messages.text("uplift.groups"),
            treatment.groups(),
            MOST,
            words(messages.text("contracts.group"), 180, one -> text.group(one.name())),
            number(messages.text("uplift.group.people"), 100, one -> formats.count(one.people())),
            number(messages.text("uplift.group.share"), 90, one -> formats.percent(one.share(), 1)),
            number(
                messages.text("uplift.effect", text.unit()),
                140,
                one -> text.effect(one.effect().difference())),
            number(messages.text("contracts.interval"), 160, one -> text.interval(one.effect())),
            Columns.marks(messages.text("uplift.group.shown"), 170, this::shown),
            number(messages.text("uplift.group.bounds"), 200, this::bounds));
    return Parts.card(
        Ui.heading(messages.text("uplift.groups")),
        Ui.paragraph(messages.text("uplift.groups.about"), "muted"),
        table);
  }

  private Columns.Mark shown(Group group) {
    return group.shown()
        ? new Columns.Mark(Feather.CHECK, "icon-met", messages.text("uplift.group.shown.yes"))
        : new Columns.Mark(
            Feather.HELP_CIRCLE, "icon-open", messages.text("uplift.group.shown.no"));
  }

  private String bounds(Group group) {
    Double low = group.shareLow();
    Double high = group.shareHigh();
    return low == null || high == null
        ? "–"
        : text.between(formats.percent(low), formats.percent(high));
  }

  VBox balance() {
    Balance balance = treatment.balance();
    TableView<Covariate> table =
        Columns.table(
            messages.text("uplift.balance"),
            balance.columns(),
            8,
            words(messages.text("leads.column"), 240, Covariate::name),
            number(messages.text("uplift.mean.treated"), 130, one -> mean(one.treatedMean())),
            number(messages.text("uplift.mean.control"), 130, one -> mean(one.controlMean())),
            number(
                messages.text("uplift.difference"),
                150,
                one -> formats.decimal(one.difference(), 3)),
            number("p", 90, one -> text.p(one.p())));
    String key =
        balance.even()
            ? "uplift.balance.even"
            : balance.estimated() ? "uplift.balance.estimated" : "uplift.balance.uneven";
    return Parts.card(
        Ui.heading(messages.text("uplift.balance")),
        Ui.paragraph(
            messages.text(key, formats.decimal(balance.auc(), 3), text.p(balance.p())), "muted"),
        table);
  }

  private String mean(@Nullable Double mean) {
    return mean == null ? "–" : formats.decimal(mean, 3);
  }
}
