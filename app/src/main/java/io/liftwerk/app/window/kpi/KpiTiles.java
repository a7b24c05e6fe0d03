package io.liftwerk.app.window.kpi;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Columns.Mark;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.report.KpiFigures;
import io.liftwerk.warehouse.KpiResult;
import io.liftwerk.warehouse.kpi.KpiDefinition;
import java.math.BigDecimal;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A tile a figure: what it is, what it came to, how it changed, what it rests on. */
final class KpiTiles extends FlowPane {
  private static final double WIDTH = 186;
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final Messages messages;
  private final KpiFigures figures;
  private final StandingText text;
  private final KpiPage.Ways ways;
  private final Consumer<KpiResult.Kpi> chosen;
  private final ToggleGroup group = new ToggleGroup();

  KpiTiles(
      Messages messages, KpiFigures figures, KpiPage.Ways ways, Consumer<KpiResult.Kpi> chosen) {
    super(10, 10);
    this.messages = messages;
    this.figures = figures;
    this.text = new StandingText(messages);
    this.ways = ways;
    this.chosen = chosen;
    getStyleClass().add("tiles");
  }

  void show(KpiResult result, KpiResult.@Nullable Kpi selected) {
    group.getToggles().clear();
    getChildren().clear();
    for (KpiResult.Kpi kpi : result.kpis()) {
      ToggleButton tile = tile(kpi);
      var box =
          new VBox(
              tile,
              way(text.mark(kpi.tests()), text.way(kpi), () -> ways.tests().accept(kpi)),
              way(
                  text.mark(kpi.heldBack()),
                  messages.text("kpi.held.show"),
                  () -> ways.consent().accept(kpi.heldBack())));
      box.getStyleClass().addAll("card", "tile");
      box.setPrefWidth(WIDTH);
      box.setMinWidth(WIDTH);
      box.setMaxWidth(WIDTH);
      tile.selectedProperty().subscribe(now -> box.pseudoClassStateChanged(CHOSEN, now));
      tile.setSelected(selected != null && KpiModel.key(kpi).equals(KpiModel.key(selected)));
      getChildren().add(box);
    }
  }

  /** A line below the figure that leads to what it tells of. */
  private static Button way(Mark mark, String where, Runnable action) {
    var icon = Ui.icon(mark.icon());
    icon.getStyleClass().add(mark.style());
    Button way = Ui.button(mark.text(), action);
    way.setGraphic(icon);
    way.setMinWidth(0);
    way.setMaxWidth(Double.MAX_VALUE);
    way.setAccessibleText(mark.text() + ". " + where);
    way.setTooltip(new Tooltip(where));
    way.getStyleClass().addAll("flat", "tile-way");
    return way;
  }

  private ToggleButton tile(KpiResult.Kpi kpi) {
    KpiDefinition definition = kpi.definition();
    var name = Ui.label(definition.title(messages.locale()), "muted", "small");
    var value = Ui.label(figures.written(kpi, kpi.value()), "tile-value");
    Label change = change(kpi);
    Ui.show(change, !change.getText().isEmpty());
    var tile = new ToggleButton();
    tile.setGraphic(new VBox(2, name, value, change));
    tile.setToggleGroup(group);
    tile.getStyleClass().add("tile-figure");
    tile.setMaxWidth(Double.MAX_VALUE);
    tile.setAccessibleText(figures.title(kpi));
    var hint = new Tooltip(definition.about(messages.locale()));
    hint.setWrapText(true);
    hint.setMaxWidth(360);
    tile.setTooltip(hint);
    tile.setOnAction(
        event -> {
          // a tile stays chosen when it is pressed again
          tile.setSelected(true);
          chosen.accept(kpi);
        });
    return tile;
  }

  /** How it changed, coloured only where one way is the good one. */
  private Label change(KpiResult.Kpi kpi) {
    BigDecimal value = kpi.value();
    BigDecimal before = kpi.before();
    if (value == null || before == null || before.signum() == 0) {
      return Ui.label("", "muted", "small");
    }
    double share = value.doubleValue() / before.doubleValue() - 1;
    var label =
        Ui.label(
            messages.text(
                "kpi.change",
                (share > 0 ? "+" : share < 0 ? "-" : "±")
                    + messages.formats().decimal(Math.abs(share) * 100, 1)),
            "small");
    if (Math.abs(share) >= 0.0005) {
      boolean more = share > 0;
      switch (kpi.definition().better()) {
        case MORE -> label.getStyleClass().add(more ? "change-good" : "change-bad");
        case LESS -> label.getStyleClass().add(more ? "change-bad" : "change-good");
        case NEITHER -> label.getStyleClass().add("muted");
      }
    }
    return label;
  }
}
