package io.liftwerk.app.window.bandit;

import static io.liftwerk.app.window.control.Columns.number;
import static io.liftwerk.app.window.control.Columns.words;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Columns;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.Tiles;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.experiments.PolicyEvaluationResult;
import io.liftwerk.experiments.PolicyEvaluationResult.ActionSummary;
import io.liftwerk.experiments.PolicyEvaluationResult.Estimate;
import io.liftwerk.experiments.PolicyEvaluationResult.Overlap;
import io.liftwerk.report.BanditFigures;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/** An evaluation from top to bottom: what the policy would bring, and whether the log can tell. */
final class EvaluationView extends Parts {
  private static final int MOST = 12;

  private final Messages messages;
  private final Formats formats;
  private final PolicyEvaluationResult result;

  /**
   * @param whole told when all parts are there
   */
  EvaluationView(Desk desk, PolicyEvaluationResult result, Runnable whole) {
    super(desk);
    this.messages = desk.messages();
    this.formats = messages.formats();
    this.result = result;
    warnings(result.warnings());
    getChildren().add(tiles());
    figures(new BanditFigures(messages.locale()).of(result));
    part(this::estimates);
    part(this::actions);
    part(this::used);
    unfold(whole);
  }

  private Tiles tiles() {
    var tiles = new Tiles();
    Estimate robust = named("dr");
    tiles.add(messages.text("bandit.tile.policy"), rate(robust.value()), interval(robust));
    tiles.add(
        messages.text("bandit.tile.logged"),
        rate(result.logged().value()),
        interval(result.logged()));
    tiles.add(
        messages.text("bandit.tile.gain"), rate(result.gain().value()), interval(result.gain()));
    Overlap overlap = result.overlap();
    tiles.add(
        messages.text("bandit.tile.effective"),
        formats.count(Math.round(overlap.effectiveSize())),
        messages.text("bandit.tile.effective.of", result.decisions()));
    tiles.add(
        messages.text("bandit.tile.unsupported"),
        formats.percent(overlap.unsupported(), 1),
        messages.text("bandit.tile.unsupported.about"));
    tiles.add(
        messages.text("bandit.tile.weight"),
        formats.decimal(overlap.meanWeight(), 3),
        messages.text("bandit.tile.weight.largest", formats.decimal(overlap.largestWeight(), 1)));
    return tiles;
  }

  private Estimate named(String name) {
    return result.estimates().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElse(result.logged());
  }

  private String rate(double value) {
    return formats.decimal(value, 5);
  }

  private String interval(Estimate one) {
    return messages.text("uplift.between", rate(one.low()), rate(one.high()));
  }

  private VBox estimates() {
    List<Estimate> all = new ArrayList<>();
    all.add(result.logged());
    all.addAll(result.estimates());
    all.add(result.gain());
    TableView<Estimate> table =
        Columns.table(
            messages.text("bandit.estimates"),
            all,
            MOST,
            words(
                messages.text("bandit.estimator"),
                260,
                one -> messages.textOr("bandit.estimator." + one.name(), one.name())),
            number(messages.text("bandit.perdecision"), 150, one -> rate(one.value())),
            number(messages.text("contracts.error"), 130, one -> rate(one.error())),
            number(messages.text("contracts.interval"), 200, this::interval));
    return Parts.card(
        Ui.heading(messages.text("bandit.estimates")),
        Ui.paragraph(messages.text("bandit.estimates.about"), "muted"),
        table);
  }

  private VBox actions() {
    TableView<ActionSummary> table =
        Columns.table(
            messages.text("bandit.actions"),
            result.perAction(),
            MOST,
            words(messages.text("bandit.action"), 220, ActionSummary::action),
            number(messages.text("bandit.decisions"), 120, one -> formats.count(one.decisions())),
            number(messages.text("bandit.perdecision"), 150, one -> rate(one.reward())),
            number(messages.text("bandit.share"), 120, one -> formats.percent(one.share(), 1)),
            number(
                messages.text("bandit.share.target"),
                150,
                one -> formats.percent(one.targetShare(), 1)));
    return Parts.card(Ui.heading(messages.text("bandit.actions")), table);
  }

  private VBox used() {
    return new VBox(
        4,
        Ui.heading(messages.text("leads.leftout")),
        Ui.paragraph(
            messages.text(
                "bandit.log.used", result.decisions(), result.actions(), result.contexts())));
  }
}
