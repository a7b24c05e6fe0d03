package io.liftwerk.app.window.uplift;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.Tiles;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.app.window.grid.DataGrid;
import io.liftwerk.experiments.UpliftResult;
import io.liftwerk.experiments.UpliftResult.Effect;
import io.liftwerk.experiments.UpliftResult.LearnerScore;
import io.liftwerk.experiments.UpliftResult.Targeting;
import io.liftwerk.experiments.UpliftResult.Treatment;
import io.liftwerk.report.UpliftFigures;
import io.liftwerk.report.UpliftWords;
import javafx.scene.layout.VBox;

/** Uplift from top to bottom: is it better than chance, whom to treat, who is who. */
final class UpliftView extends Parts {
  private final Desk desk;
  private final Messages messages;
  private final Formats formats;
  private final UpliftModel model;
  private final UpliftResult result;
  private final UpliftWords text;

  /**
   * @param whole told when all parts are there
   */
  UpliftView(Desk desk, UpliftModel model, UpliftResult result, Runnable whole) {
    super(desk);
    this.desk = desk;
    this.messages = desk.messages();
    this.formats = messages.formats();
    this.model = model;
    this.result = result;
    this.text = new UpliftWords(messages.results(), result);
    warnings(result.warnings());
    boolean several = result.treatments().size() > 1;
    for (Treatment treatment : result.treatments()) {
      if (several) {
        section(treatment.treated(), messages.sentence(treatment.verdict()));
      }
      part(() -> tiles(treatment));
      figures(new UpliftFigures(result, treatment, messages.locale()).all());
      var tables = new UpliftTables(messages, result, treatment, text);
      part(tables::learners);
      part(tables::deciles);
      part(tables::groups);
      part(tables::balance);
    }
    part(this::people);
    part(this::used);
    unfold(whole);
  }

  private Tiles tiles(Treatment treatment) {
    var tiles = new Tiles();
    LearnerScore chosen =
        result.learners().stream()
            .filter(score -> score.treated().equals(treatment.treated()) && score.chosen())
            .findFirst()
            .orElseThrow();
    Effect effect = treatment.effect();
    tiles.add(
        messages.text("uplift.tile.qini", chosen.name()),
        text.qini(chosen.qini()),
        text.between(text.qini(chosen.qiniLow()), text.qini(chosen.qiniHigh())));
    tiles.add(
        messages.text("uplift.tile.chance"),
        text.qini(chosen.randomP95()),
        messages.text(chosen.beatsRandom() ? "uplift.tile.beaten" : "uplift.tile.unbeaten"));
    tiles.add(
        messages.text("uplift.tile.effect"),
        text.effect(effect.difference()),
        text.unit() + ", " + text.interval(effect));
    tiles.add(
        messages.text("uplift.tile.top"),
        text.effect(chosen.upliftAt30()),
        text.unit()
            + ", ± "
            + formats.decimal(chosen.upliftAt30Error() * (result.numeric() ? 1 : 100), 2));
    Targeting targeting = treatment.targeting();
    if (targeting != null) {
      tiles.add(
          messages.text("uplift.tile.contacts"),
          formats.count(targeting.contacts()),
          messages.text("uplift.tile.of", targeting.people()));
      tiles.add(
          messages.text("uplift.tile.profit"),
          formats.count(Math.round(targeting.profit())),
          text.between(
              formats.count(Math.round(targeting.profitLow())),
              formats.count(Math.round(targeting.profitHigh()))));
      tiles.add(
          messages.text("uplift.tile.everybody"),
          formats.count(Math.round(targeting.everybodyProfit())),
          text.between(
              formats.count(Math.round(targeting.everybodyLow())),
              formats.count(Math.round(targeting.everybodyHigh()))));
    }
    return tiles;
  }

  private VBox people() {
    String title = messages.text("uplift.people");
    var grid = new DataGrid(title, messages, desk.background(), desk.dialogs());
    grid.setPrefHeight(420);
    grid.setMinHeight(300);
    VBox box =
        Parts.card(Ui.heading(title), Ui.paragraph(messages.text("uplift.people.hint"), "muted"));
    model.people(
        rows -> {
          if (rows == null) {
            box.getChildren().add(Ui.paragraph(messages.text("uplift.people.gone"), "muted"));
          } else {
            box.getChildren().add(grid);
            grid.show(new RankedPeople(rows, messages));
          }
        });
    return box;
  }

  private VBox used() {
    var box =
        new VBox(
            4,
            Ui.heading(messages.text("leads.leftout")),
            Ui.paragraph(text.used()),
            Ui.paragraph(text.columns(), "muted"));
    result
        .leftOut()
        .forEach(left -> box.getChildren().add(Ui.paragraph(text.leftOut(left), "muted")));
    box.getChildren().add(Ui.heading(messages.text("uplift.definitions")));
    result
        .definitions()
        .forEach(
            one ->
                box.getChildren()
                    .add(
                        Ui.paragraph(
                            one.figure() + ": " + messages.sentence(one.meaning()), "muted")));
    return box;
  }
}
