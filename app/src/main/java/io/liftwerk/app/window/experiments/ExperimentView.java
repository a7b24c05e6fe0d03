package io.liftwerk.app.window.experiments;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.Tiles;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.experiments.AbTestResult;
import io.liftwerk.experiments.AbTestResult.Arm;
import io.liftwerk.experiments.AbTestResult.Comparison;
import io.liftwerk.experiments.AbTestResult.CovariateUse;
import io.liftwerk.experiments.AbTestResult.Warning;
import io.liftwerk.report.AbTestFigures;
import io.liftwerk.report.AbTestWords;
import io.liftwerk.scoring.ScoringWarning;
import java.util.Comparator;
import javafx.scene.layout.VBox;

/** A comparison of arms from top to bottom: what to beware of, the first metric, then all. */
final class ExperimentView extends Parts {
  private final Messages messages;
  private final AbTestWords text;
  private final AbTestResult result;

  /**
   * @param whole told when all parts are there
   */
  ExperimentView(Desk desk, AbTestResult result, Runnable whole) {
    super(desk);
    this.messages = desk.messages();
    this.text = new AbTestWords(messages.results());
    this.result = result;
    // arms of the wrong size stop every claim: nothing may stand above that
    warnings(
        result.warnings().stream()
            .sorted(Comparator.comparing((Warning one) -> !one.code().equals("sample-ratio")))
            .map(one -> new ScoringWarning(one.code(), null, one.message()))
            .toList());
    getChildren().add(tiles());
    figures(new AbTestFigures(result, messages.locale()).all());
    var tables = new ExperimentTables(messages, result);
    part(tables::comparisons);
    if (result.sampleRatio().ok() && result.metrics().size() > 1) {
      part(tables::sentences);
    }
    part(tables::basis);
    part(tables::arms);
    if (!result.balance().isEmpty()) {
      part(tables::balance);
    }
    if (!result.novelty().isEmpty()) {
      part(tables::novelty);
    }
    if (!result.boundaries().isEmpty()) {
      part(tables::boundaries);
    }
    part(this::used);
    unfold(whole);
  }

  private Tiles tiles() {
    var tiles = new Tiles();
    boolean ok = result.sampleRatio().ok();
    Comparison one = result.headline();
    if (ok) {
      tiles.add(
          messages.text("abtest.tile.lift", one.metric(), one.arm()),
          one.lift() == null ? text.difference(one, one.difference()) : text.lift(one.lift()),
          text.interval(one));
      tiles.add("p", text.p(one.p()), messages.text("abtest.tile.p", text.p(one.adjustedP())));
      tiles.add(
          messages.text("abtest.tile.always"),
          text.p(one.alwaysValidP()),
          messages.text("abtest.tile.always.about"));
      tiles.add(
          messages.text("abtest.tile.win"),
          text.chance(one.chanceToWin()),
          messages.text("abtest.tile.win.about", result.control()));
      tiles.add(
          messages.text("abtest.tile.loss"),
          text.loss(one.expectedLoss()),
          messages.text("abtest.tile.loss.about", text.loss(one.controlLoss())));
    }
    tiles.add(
        messages.text("abtest.tile.sizes"),
        messages.text(ok ? "abtest.tile.sizes.ok" : "abtest.tile.sizes.off"),
        "p " + text.p(result.sampleRatio().p()));
    return tiles;
  }

  private VBox used() {
    var box = new VBox(4, Ui.heading(messages.text("leads.leftout")));
    long persons = result.arms().stream().mapToLong(Arm::persons).sum();
    box.getChildren()
        .add(Ui.paragraph(messages.text("abtest.used", persons, result.arms().size())));
    CovariateUse use = result.covariate();
    if (use != null) {
      String refused = use.refused();
      box.getChildren()
          .add(
              Ui.paragraph(
                  refused == null
                      ? messages.text("abtest.used.covariate", use.column())
                      : messages.sentence(refused)));
    }
    String plan = result.plan();
    Integer look = result.look();
    if (plan != null && look != null) {
      box.getChildren().add(Ui.paragraph(messages.text("abtest.used.plan", look, plan)));
    }
    return box;
  }
}
