package io.liftwerk.app.window.lifetime;

import static io.liftwerk.app.window.control.Columns.number;
import static io.liftwerk.app.window.control.Columns.words;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Columns;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.Tiles;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.report.ChurnTimeFigures;
import io.liftwerk.report.LifetimeWords;
import io.liftwerk.scoring.ChurnTimeResult;
import io.liftwerk.scoring.ChurnTimeResult.Group;
import io.liftwerk.scoring.ChurnTimeResult.Hazard;
import io.liftwerk.scoring.ChurnTimeResult.Hazards;
import io.liftwerk.scoring.ChurnTimeResult.Point;
import io.liftwerk.scoring.LifetimeValueResult.FittedModel;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/** Contracts from top to bottom: how long they run, the groups, the hazards, what is expected. */
final class ContractsView extends Parts {
  private static final int MOST = 12;
  private static final double YEAR = 12;

  private final Messages messages;
  private final Formats formats;
  private final ChurnTimeResult result;

  /**
   * @param whole told when all parts are there
   */
  ContractsView(Desk desk, ChurnTimeResult result, Runnable whole) {
    super(desk);
    this.messages = desk.messages();
    this.formats = messages.formats();
    this.result = result;
    warnings(result.warnings());
    getChildren().add(tiles());
    figures(new ChurnTimeFigures(result, messages.locale()).all());
    if (!result.groups().isEmpty()) {
      part(this::groups);
    }
    Hazards cox = result.cox();
    if (cox != null) {
      part(() -> hazards(cox));
    }
    FittedModel retention = result.retention();
    if (retention != null) {
      part(() -> FitTable.of(messages, List.of(retention), new LifetimeWords(messages.results())));
    }
    part(this::used);
    unfold(whole);
  }

  private Tiles tiles() {
    var tiles = new Tiles();
    String unit = messages.text("contracts.unit." + result.unit());
    Double median = result.median();
    tiles.add(
        messages.text("contracts.tile.half"),
        median == null ? "–" : formats.decimal(median, 1),
        median == null ? messages.text("contracts.tile.half.none") : unit);
    tiles.add(
        messages.text("contracts.tile.mean"),
        formats.decimal(result.mean(), 1),
        messages.text("contracts.tile.mean.of", formats.decimal(result.until(), 0), unit));
    tiles.add(
        messages.text("contracts.tile.running"),
        formats.count(result.contracts() - result.ended()),
        messages.text("contracts.tile.of", result.contracts()));
    Double periods = result.expectedPeriods();
    if (periods != null) {
      tiles.add(
          messages.text("contracts.tile.periods", result.horizon()),
          formats.count(Math.round(periods)),
          messages.text("contracts.tile.discounted"));
    }
    Double value = result.expectedValue();
    if (value != null) {
      tiles.add(
          messages.text("contracts.tile.value", result.horizon()),
          formats.count(Math.round(value)),
          messages.text("contracts.tile.discounted"));
    }
    return tiles;
  }

  private VBox groups() {
    TableView<Group> table =
        Columns.table(
            messages.text("contracts.groups"),
            result.groups(),
            MOST,
            words(messages.text("contracts.group"), 220, Group::name),
            number(
                messages.text("contracts.contracts"),
                110,
                group -> formats.count(group.contracts())),
            number(messages.text("contracts.ended"), 110, group -> formats.count(group.ended())),
            number(
                messages.text("contracts.after"), 150, group -> formats.percent(after(group), 1)),
            number(
                messages.text("contracts.tile.half"),
                150,
                group -> group.median() == null ? "–" : formats.decimal(group.median(), 1)));
    return Parts.card(
        Ui.heading(messages.text("contracts.groups")), Ui.paragraph(tested(), "muted"), table);
  }

  private static double after(Group group) {
    double share = 1;
    for (Point point : group.survival()) {
      if (point.time() <= YEAR) {
        share = point.survival();
      }
    }
    return share;
  }

  private String tested() {
    ChurnTimeResult.LogRankTest test = result.logRank();
    Double p = test == null ? null : test.p();
    return test == null || p == null
        ? messages.text("contracts.untested")
        : messages.text(
            "contracts.tested", formats.decimal(test.chiSquare(), 1), test.degrees(), p(p));
  }

  private String p(double p) {
    return p < 0.001 ? "p < " + formats.decimal(0.001, 3) : "p = " + formats.decimal(p, 3);
  }

  private VBox hazards(Hazards cox) {
    TableView<Hazard> table =
        Columns.table(
            messages.text("contracts.hazards"),
            cox.columns(),
            MOST,
            words(messages.text("leads.column"), 280, Hazard::name),
            number(
                messages.text("contracts.ratio"),
                110,
                hazard -> formats.decimal(hazard.ratio(), 3)),
            number(
                messages.text("contracts.interval"),
                150,
                hazard ->
                    formats.decimal(hazard.low(), 3) + "–" + formats.decimal(hazard.high(), 3)),
            number(
                messages.text("contracts.coefficient"),
                110,
                hazard -> formats.decimal(hazard.coefficient(), 3)),
            number(
                messages.text("contracts.error"),
                120,
                hazard -> formats.decimal(hazard.standardError(), 3)),
            number(
                "p",
                90,
                hazard ->
                    hazard.p() < 0.001
                        ? "< " + formats.decimal(0.001, 3)
                        : formats.decimal(hazard.p(), 3)));
    return Parts.card(
        Ui.heading(messages.text("contracts.hazards")), Ui.paragraph(about(cox), "muted"), table);
  }

  private String about(Hazards cox) {
    return messages.text(
        cox.converged() ? "contracts.hazards.about" : "contracts.hazards.astray",
        cox.contracts(),
        formats.decimal(cox.concordance(), 3),
        formats.decimal(cox.logLikelihood(), 1),
        formats.decimal(cox.logLikelihoodNone(), 1));
  }

  private VBox used() {
    return new VBox(
        4,
        Ui.heading(messages.text("leads.leftout")),
        Ui.paragraph(messages.text("contracts.used", result.contracts(), result.ended())));
  }
}
