package io.liftwerk.app.window.experiments;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Form;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.workspace.TableInfo;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The metrics, each with what is made of it; the first decides. */
final class MetricRows extends FlowPane {
  private final Messages messages;
  private final ExperimentModel model;
  private final Form form;
  private final List<Row> rows = new ArrayList<>();
  private final Button add;

  MetricRows(Messages messages, ExperimentModel model, Form form) {
    super(14, 8);
    this.messages = messages;
    this.model = model;
    this.form = form;
    setRowValignment(javafx.geometry.VPos.BOTTOM);
    add = Ui.button(messages.text("abtest.metric.add"), Feather.PLUS, model::addMetric);
    add.getStyleClass().addAll("small", "flat");
  }

  /** Shows what is set; the same controls stay, so that the keyboard stays where it was. */
  void show(List<MetricChoice> metrics, List<String> names) {
    while (rows.size() < metrics.size()) {
      rows.add(new Row(rows.size()));
    }
    while (rows.size() > metrics.size()) {
      rows.removeLast();
    }
    for (int i = 0; i < metrics.size(); i++) {
      rows.get(i).show(metrics.get(i), names);
    }
    if (getChildren().size() != rows.size() + 1) {
      getChildren().setAll(rows);
      getChildren().add(add);
    }
  }

  private final class Row extends VBox {
    private final int place;
    private final ComboBox<String> column;
    private final ComboBox<String> kind;
    private final ComboBox<String> below;
    private final ToggleButton less = new ToggleButton(null, Ui.icon(Feather.ARROW_DOWN));

    private Row(int place) {
      super(3);
      this.place = place;
      String name = messages.text(place == 0 ? "abtest.metric.first" : "abtest.metric", place + 1);
      column = form.choice(text -> text, this::column);
      kind =
          form.choice(
              text -> messages.textOr("abtest.kind." + text, text),
              text -> model.metric(place, now().withKind(text)));
      below = form.choice(text -> "/ " + text, text -> model.metric(place, now().withBelow(text)));
      Ui.named(less, messages.text("abtest.metric.less", place + 1));
      less.getStyleClass().addAll("flat", "icon-button", "more-options");
      less.setOnAction(event -> model.metric(place, now().withLess(less.isSelected())));
      Button remove =
          Ui.iconButton(
              Feather.X,
              messages.text("abtest.metric.remove", place + 1),
              () -> model.removeMetric(place));
      box(column, name, 150);
      box(kind, messages.text("abtest.metric.kind", place + 1), 116);
      box(below, messages.text("abtest.metric.below", place + 1), 130);
      var label = Ui.label(name, "field-label");
      label.setLabelFor(column);
      var line = new HBox(3, column, below, kind, less, remove);
      line.setAlignment(Pos.CENTER_LEFT);
      getChildren().setAll(label, line);
    }

    private static void box(ComboBox<String> box, String name, double width) {
      box.setAccessibleText(name);
      box.setPrefWidth(width);
      box.getStyleClass().add("small");
    }

    private MetricChoice now() {
      return model.settings().metrics().get(place);
    }

    private void column(String name) {
      for (TableInfo.Column one : model.columns()) {
        if (one.name().equals(name)) {
          model.metricColumn(place, now().withColumn(name), one);
        }
      }
    }

    private void show(MetricChoice metric, List<String> names) {
      Form.fill(column, names, metric.column());
      Form.fill(kind, MetricChoice.KINDS, metric.kind());
      Form.fill(below, names, metric.below());
      Ui.show(below, metric.kind().equals(MetricChoice.RATIO));
      less.setSelected(metric.less());
    }
  }
}
