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
import io.liftwerk.experiments.BanditSimulationResult;
import io.liftwerk.experiments.BanditSimulationResult.Allocation;
import io.liftwerk.experiments.BanditSimulationResult.Arm;
import io.liftwerk.experiments.BanditSimulationResult.PolicyScore;
import io.liftwerk.report.BanditFigures;
import java.nio.file.Path;
import java.util.Comparator;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A simulation from top to bottom: what each policy costs, the arms, the next period. */
final class SimulationView extends Parts {
  private static final int MOST = 12;

  private final Desk desk;
  private final Messages messages;
  private final Formats formats;
  private final SimulationModel model;
  private final BanditSimulationResult result;

  /**
   * @param whole told when all parts are there
   */
  SimulationView(Desk desk, SimulationModel model, BanditSimulationResult result, Runnable whole) {
    super(desk);
    this.desk = desk;
    this.messages = desk.messages();
    this.formats = messages.formats();
    this.model = model;
    this.result = result;
    warnings(result.warnings());
    getChildren().add(tiles());
    figures(new BanditFigures(messages.locale()).of(result));
    part(this::policies);
    part(this::arms);
    if (!result.allocation().isEmpty()) {
      part(this::allocation);
    }
    part(this::used);
    unfold(whole);
  }

  private Tiles tiles() {
    var tiles = new Tiles();
    PolicyScore even = result.policies().getFirst();
    PolicyScore least =
        result.policies().stream().min(Comparator.comparingDouble(PolicyScore::lost)).orElse(even);
    tiles.add(messages.text("bandit.tile.best"), result.best(), "");
    tiles.add(
        messages.text("bandit.tile.even"), formats.decimal(even.lost(), 1), money(even, false));
    tiles.add(
        messages.text("bandit.tile.least", policy(least)),
        formats.decimal(least.lost(), 1),
        money(least, true));
    tiles.add(
        messages.text("bandit.tile.found"),
        formats.percent(even.found()),
        messages.text("bandit.tile.found.by", formats.percent(result.certainty())));
    return tiles;
  }

  private String money(PolicyScore score, boolean interval) {
    Double value = score.lostValue();
    return value != null
        ? messages.text("bandit.worth", formats.decimal(value, 0))
        : interval ? quantiles(score) : messages.text("bandit.outcomes");
  }

  private String policy(PolicyScore score) {
    return messages.textOr("bandit.policy." + score.name(), score.name());
  }

  private String quantiles(PolicyScore score) {
    return messages.text(
        "uplift.between",
        formats.decimal(score.lostLow(), 1),
        formats.decimal(score.lostHigh(), 1));
  }

  private VBox policies() {
    TableView<PolicyScore> table =
        Columns.table(
            messages.text("bandit.policies"),
            result.policies(),
            MOST,
            words(messages.text("bandit.policy"), 160, this::policy),
            number(messages.text("bandit.got"), 120, one -> formats.decimal(one.outcomes(), 1)),
            number(messages.text("bandit.lost"), 120, one -> formats.decimal(one.lost(), 1)),
            number(messages.text("bandit.quantiles"), 170, this::quantiles),
            number(
                messages.text("bandit.overeven"), 160, one -> formats.decimal(one.overEven(), 1)),
            number(messages.text("bandit.lostvalue"), 120, one -> plain(one.lostValue(), 0)),
            number(messages.text("bandit.found"), 110, one -> formats.percent(one.found())),
            number(messages.text("bandit.wrong"), 110, one -> formats.percent(one.wrong())),
            number(messages.text("bandit.median"), 130, this::median));
    return Parts.card(
        Ui.heading(messages.text("bandit.policies")),
        Ui.paragraph(
            messages.text("bandit.policies.about", formats.percent(result.certainty())), "muted"),
        table);
  }

  private String median(PolicyScore score) {
    Integer periods = score.medianPeriods();
    return periods == null
        ? messages.text("bandit.median.none", result.periods())
        : formats.count(periods);
  }

  private String plain(@Nullable Double number, int digits) {
    return number == null ? "–" : formats.decimal(number, digits);
  }

  private VBox arms() {
    TableView<Arm> table =
        Columns.table(
            messages.text("bandit.arms"),
            result.arms(),
            MOST,
            words(messages.text("bandit.arm"), 220, Arm::name),
            number(
                messages.text("bandit.seen"),
                120,
                one -> one.count() == null ? "–" : formats.count(one.count())),
            number(messages.text("bandit.mean"), 140, one -> formats.decimal(one.mean(), 4)),
            number(
                messages.text("contracts.interval"),
                190,
                one ->
                    one.low() == null
                        ? "–"
                        : messages.text(
                            "uplift.between", plain(one.low(), 4), plain(one.high(), 4))),
            number(
                messages.text("bandit.chance"),
                150,
                one -> one.chanceBest() == null ? "–" : formats.percent(one.chanceBest(), 1)));
    return Parts.card(Ui.heading(messages.text("bandit.arms")), table);
  }

  private VBox allocation() {
    TableView<Allocation> table =
        Columns.table(
            messages.text("bandit.next"),
            result.allocation(),
            MOST,
            words(messages.text("bandit.arm"), 220, Allocation::arm),
            number(messages.text("bandit.share"), 120, one -> formats.percent(one.share(), 1)),
            number(messages.text("bandit.contacts"), 150, one -> formats.count(one.contacts())));
    VBox box =
        Parts.card(
            Ui.heading(messages.text("bandit.next")),
            Ui.paragraph(messages.text("bandit.next.about"), "muted"),
            table);
    if (!result.files().isEmpty()) {
      box.getChildren()
          .add(Ui.button(messages.text("bandit.next.save"), Feather.DOWNLOAD, this::save));
    }
    return box;
  }

  private void save() {
    Path target =
        desk.dialogs()
            .files()
            .save(messages.text("bandit.next.save"), messages.text("bandit.next.file") + ".csv");
    if (target != null) {
      model.save(
          result.files().getFirst(),
          target,
          () -> desk.dialogs().note(messages.text("saved", target)));
    }
  }

  private VBox used() {
    return new VBox(
        4,
        Ui.heading(messages.text("leads.leftout")),
        Ui.paragraph(
            messages.text(
                "bandit.used",
                result.plays(),
                result.periods(),
                result.contacts(),
                result.capped(),
                result.seed())));
  }
}
