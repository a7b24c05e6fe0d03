package io.liftwerk.app.window.runs;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.workspace.RunRecord;
import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One run: what it was asked, what it read, what came out. */
final class RunDetails extends VBox {
  private final Messages messages;
  private final Formats formats;

  /**
   * @param again runs it again, null when its kind cannot be repeated
   * @param open shows its result, null when no page does
   */
  RunDetails(Desk desk, RunRecord run, @Nullable Runnable again, @Nullable Runnable open) {
    super(10);
    this.messages = desk.messages();
    this.formats = messages.formats();
    getStyleClass().add("padded");
    var title =
        Ui.heading(
            messages.text("palette.run", run.id(), messages.textOr("job." + run.job(), run.job())));
    Button copy =
        Ui.button(
            messages.text("runs.copy"),
            Feather.COPY,
            () -> {
              Ui.copy(io.liftwerk.workspace.Json.mapper().valueToTree(run).toPrettyString());
              desk.dialogs().note(messages.text("copied"));
            });
    copy.getStyleClass().addAll("small", "flat");
    var head = new HBox(8, title, Ui.spacer(), copy);
    if (open != null) {
      Button result = Ui.button(messages.text("runs.open"), Feather.TARGET, open);
      result.getStyleClass().add("small");
      head.getChildren().add(result);
    }
    if (again != null) {
      Button repeat = Ui.button(messages.text("runs.again"), Feather.REPEAT, again);
      repeat.getStyleClass().add("small");
      head.getChildren().add(repeat);
    }
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(head);
    String message = run.message();
    if (message != null) {
      getChildren().add(Ui.paragraph(messages.sentence(message), "warning"));
    }
    var columns = new HBox(36, facts(run), metrics(run));
    columns.getChildren().forEach(child -> HBox.setHgrow(child, Priority.ALWAYS));
    getChildren().add(columns);
  }

  private GridPane facts(RunRecord run) {
    GridPane grid = grid();
    line(grid, messages.text("runs.started"), formats.instant(run.startedAt()));
    line(grid, messages.text("runs.duration"), formats.duration(run.duration()));
    line(grid, messages.text("origin.software"), "Liftwerk " + run.software());
    for (Map.Entry<String, JsonNode> entry : run.parameters().properties()) {
      JsonNode value = entry.getValue();
      if (!value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
        line(grid, entry.getKey(), value.isTextual() ? value.asText() : value.toString());
      }
    }
    for (RunRecord.Input input : run.inputs()) {
      line(grid, messages.text("origin.input"), input.name() + "\nsha-256 " + input.sha256());
    }
    for (String artefact : run.artefacts()) {
      line(grid, messages.text("runs.artefact"), artefact);
    }
    String hash = run.resultHash();
    if (hash != null) {
      line(grid, messages.text("origin.hash"), hash);
    }
    return grid;
  }

  private GridPane metrics(RunRecord run) {
    GridPane grid = grid();
    new TreeMap<>(run.metrics())
        .forEach(
            (name, value) -> {
              int row = grid.getRowCount();
              var number = Ui.label(RunComparison.number(formats, value), "number-text");
              number.setMinWidth(USE_PREF_SIZE);
              GridPane.setHalignment(number, javafx.geometry.HPos.RIGHT);
              Label label = Ui.label(name, "muted");
              label.setMinWidth(USE_PREF_SIZE);
              grid.addRow(row, label, number);
            });
    // long names of metrics push the facts aside instead of running into their numbers
    grid.setMinWidth(USE_PREF_SIZE);
    Ui.show(grid, !run.metrics().isEmpty());
    return grid;
  }

  private static GridPane grid() {
    var grid = new GridPane(16, 4);
    var names = new ColumnConstraints();
    names.setMinWidth(USE_PREF_SIZE);
    grid.getColumnConstraints().add(names);
    return grid;
  }

  private static void line(GridPane grid, String name, String value) {
    Label label = Ui.label(name, "muted");
    GridPane.setValignment(label, VPos.TOP);
    grid.addRow(grid.getRowCount(), label, Ui.paragraph(value));
  }
}
