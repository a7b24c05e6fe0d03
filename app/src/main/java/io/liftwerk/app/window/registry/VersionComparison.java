package io.liftwerk.app.window.registry;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.scoring.ModelComparisonResult;
import io.liftwerk.scoring.ModelComparisonResult.Difference;
import io.liftwerk.scoring.ModelComparisonResult.Side;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Two versions on the same rows: the sentence first, then the figures side by side. */
final class VersionComparison extends VBox {
  private final Formats formats;

  VersionComparison(Messages messages, ModelComparisonResult result) {
    super(10);
    this.formats = messages.formats();
    getStyleClass().add("padded");
    Side first = result.first();
    Side second = result.second();
    var grid = new GridPane(28, 4);
    grid.addRow(
        0,
        Ui.label(messages.text("runs.metric"), "muted"),
        right(Ui.label(first.model() + ":" + first.version(), "strong")),
        right(Ui.label(second.model() + ":" + second.version(), "strong")),
        right(Ui.label(messages.text("runs.difference"), "muted")),
        right(Ui.label("p", "muted")));
    for (Difference one : result.differences()) {
      grid.addRow(
          grid.getRowCount(),
          Ui.label(messages.text("models.figure." + one.figure())),
          number(value(first, one.figure()), ""),
          number(value(second, one.figure()), ""),
          number(one.difference(), one.difference() > 0 ? "+" : ""),
          right(Ui.label(formats.decimal(one.p(), 3), "number-text")));
    }
    getChildren()
        .addAll(
            Ui.heading(messages.sentence(result.sentence())),
            grid,
            Ui.paragraph(
                messages.text(
                    result.basis() == ModelComparisonResult.Basis.HOLDOUT
                        ? "models.compared.holdout"
                        : "models.compared.table",
                    result.rows(),
                    result.table(),
                    result.positives()),
                "muted"));
    result
        .warnings()
        .forEach(
            warning ->
                getChildren().add(Ui.paragraph(messages.sentence(warning.message()), "warning")));
  }

  private static double value(Side side, String figure) {
    return switch (figure) {
      case "auc" -> side.auc();
      case "averagePrecision" -> side.averagePrecision();
      case "brier" -> side.brier();
      case "logLoss" -> side.logLoss();
      default -> side.top20();
    };
  }

  private Label number(double value, String sign) {
    return right(Ui.label(sign + formats.decimal(value, 4), "number-text"));
  }

  private static Label right(Label label) {
    GridPane.setHalignment(label, HPos.RIGHT);
    return label;
  }
}
