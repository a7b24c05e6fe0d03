package io.liftwerk.app.window.runs;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.workspace.RunRecord;
import java.util.TreeSet;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The numbers of two runs side by side. */
final class RunComparison extends VBox {
  private final Formats formats;

  RunComparison(Messages messages, RunRecord one, RunRecord two) {
    super(10);
    this.formats = messages.formats();
    getStyleClass().add("padded");
    RunRecord older = one.id().compareTo(two.id()) <= 0 ? one : two;
    RunRecord newer = older == one ? two : one;
    var grid = new GridPane(28, 4);
    grid.addRow(
        0,
        Ui.label(messages.text("runs.metric"), "muted"),
        right(Ui.label(older.id(), "strong")),
        right(Ui.label(newer.id(), "strong")),
        right(Ui.label(messages.text("runs.difference"), "muted")));
    var names = new TreeSet<>(older.metrics().keySet());
    names.addAll(newer.metrics().keySet());
    for (String name : names) {
      Double before = older.metrics().get(name);
      Double after = newer.metrics().get(name);
      grid.addRow(
          grid.getRowCount(),
          Ui.label(name),
          right(Ui.label(number(before), "number-text")),
          right(Ui.label(number(after), "number-text")),
          right(Ui.label(difference(before, after), "number-text")));
    }
    getChildren()
        .addAll(
            Ui.heading(messages.text("runs.compare", older.id(), newer.id())),
            names.isEmpty() ? Ui.label(messages.text("runs.compare.nothing"), "muted") : grid);
    String same = older.resultHash();
    if (same != null && same.equals(newer.resultHash())) {
      getChildren().add(Ui.paragraph(messages.text("runs.compare.same"), "muted"));
    }
  }

  private static Label right(Label label) {
    GridPane.setHalignment(label, HPos.RIGHT);
    return label;
  }

  private String number(@Nullable Double value) {
    return value == null ? "–" : number(formats, value);
  }

  /** Whole numbers as they are, others with four digits after the decimal sign. */
  static String number(Formats formats, double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? formats.count((long) value)
        : formats.decimal(value, 4);
  }

  private String difference(@Nullable Double before, @Nullable Double after) {
    if (before == null || after == null) {
      return "–";
    }
    double difference = after - before;
    return (difference > 0 ? "+" : "") + formats.decimal(difference, 4);
  }
}
