package io.liftwerk.app.window.data;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.ingest.ColumnDecision;
import io.liftwerk.ingest.FilePreview;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A dropped file before it is loaded: what it seems to be and how its columns would be read. */
final class PreviewPane extends BorderPane {
  private final Desk desk;
  private final Messages messages;
  private final DataModel model;
  private final DataModel.Waiting waiting;
  private final Map<String, ColumnDecision> decided = new LinkedHashMap<>();
  private final List<CheckBox> sheets = new ArrayList<>();

  PreviewPane(Desk desk, DataModel model, DataModel.Waiting waiting) {
    this.desk = desk;
    this.messages = desk.messages();
    this.model = model;
    this.waiting = waiting;
    getStyleClass().add("page-body");
    FilePreview preview = waiting.preview();
    if (preview == null) {
      var busy = new ProgressIndicator();
      busy.setMaxSize(36, 36);
      busy.setAccessibleText(messages.text("preview.looking", name()));
      var box = new VBox(10, busy, Ui.label(messages.text("preview.looking", name()), "muted"));
      box.setAlignment(Pos.CENTER);
      setCenter(box);
      return;
    }
    setTop(head(preview));
    setCenter(body(preview));
  }

  private String name() {
    return String.valueOf(waiting.file().getFileName());
  }

  private VBox head(FilePreview preview) {
    Button load = Ui.primary(messages.text("preview.load"), () -> load());
    load.setDefaultButton(true);
    Button skip = Ui.button(messages.text("preview.skip"), model::dismiss);
    var titles =
        new VBox(2, Ui.label(preview.file(), "table-title"), Ui.label(facts(preview), "muted"));
    HBox.setHgrow(titles, Priority.ALWAYS);
    titles.setMinWidth(0);
    var line = new HBox(8, titles, skip, load);
    line.setAlignment(Pos.TOP_LEFT);
    var head = new VBox(8, line);
    if (model.behind() > 0) {
      titles.getChildren().add(Ui.label(messages.text("preview.behind", model.behind()), "muted"));
    }
    for (String note : preview.notes()) {
      head.getChildren().add(Ui.paragraph(messages.sentence(note), "notice"));
    }
    if (preview.sheets().size() > 1) {
      head.getChildren().add(sheets(preview));
    }
    head.getStyleClass().add("table-head");
    return head;
  }

  private String facts(FilePreview preview) {
    var parts = new ArrayList<String>();
    parts.add(messages.sentence(preview.kind()));
    parts.add(messages.formats().bytes(preview.bytes()));
    if (!preview.encoding().isEmpty()) {
      parts.add(messages.sentence(preview.encoding()));
    }
    if (!preview.delimiter().isEmpty()) {
      parts.add(messages.text("data.delimiter", Delimiters.shown(preview.delimiter())));
    }
    parts.add(
        preview.isSeveral()
            ? messages.text("preview.files", preview.rows().size())
            : messages.text("preview.columns", preview.columns().size()));
    return String.join(" · ", parts);
  }

  private VBox sheets(FilePreview preview) {
    var pane = new FlowPane(12, 6, Ui.label(messages.text("preview.sheets"), "muted"));
    pane.setAlignment(Pos.CENTER_LEFT);
    for (String sheet : preview.sheets()) {
      CheckBox box = Ui.checkBox(sheet);
      box.setAccessibleText(messages.text("preview.sheet.load", sheet));
      box.setSelected(true);
      sheets.add(box);
      pane.getChildren().add(box);
    }
    return new VBox(6, pane, Ui.paragraph(messages.text("preview.sheets.first"), "muted", "small"));
  }

  private VBox body(FilePreview preview) {
    if (preview.isSeveral()) {
      TableView<List<String>> inside = rows(preview);
      VBox.setVgrow(inside, Priority.ALWAYS);
      return new VBox(8, Ui.heading(messages.text("preview.inside")), inside);
    }
    var columns =
        new DecisionTable(
            messages, preview.columns(), decision -> decided.put(decision.name(), decision));
    VBox.setVgrow(columns, Priority.SOMETIMES);
    columns.setPrefHeight(34 + 30.0 * preview.columns().size());
    columns.setMinHeight(120);
    TableView<List<String>> rows = rows(preview);
    VBox.setVgrow(rows, Priority.ALWAYS);
    rows.setMinHeight(140);
    return new VBox(
        8,
        Ui.heading(messages.text("preview.reading")),
        columns,
        Ui.heading(messages.text("preview.rows", preview.rows().size())),
        rows);
  }

  private TableView<List<String>> rows(FilePreview preview) {
    var table = new TableView<>(FXCollections.observableArrayList(preview.rows()));
    table.setAccessibleText(messages.text("preview.rows", preview.rows().size()));
    table.getStyleClass().add("dense");
    table.setFixedCellSize(24);
    for (int i = 0; i < preview.columns().size(); i++) {
      int position = i;
      ColumnDecision decision = preview.columns().get(i);
      String title = preview.isSeveral() ? messages.sentence(decision.name()) : decision.name();
      var column = new TableColumn<List<String>, String>(title);
      column.setCellValueFactory(
          row ->
              new ReadOnlyStringWrapper(
                  position < row.getValue().size() ? row.getValue().get(position) : ""));
      column.setSortable(false);
      column.setReorderable(false);
      boolean path = preview.isSeveral() && i == 0;
      column.setPrefWidth(
          path ? 420 : Math.max(80, 34 + 7.2 * Math.min(24, decision.name().length())));
      table.getColumns().add(column);
    }
    return table;
  }

  private void load() {
    List<String> chosen =
        sheets.stream().filter(CheckBox::isSelected).map(CheckBox::getText).toList();
    if (!sheets.isEmpty() && chosen.isEmpty()) {
      desk.dialogs().note(messages.text("preview.sheet.none"));
      return;
    }
    model.load(
        messages.text("job.title.import", name()),
        chosen.size() == sheets.size() ? List.of() : chosen,
        decided);
  }
}
