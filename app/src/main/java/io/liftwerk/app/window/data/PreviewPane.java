package io.liftwerk.app.window.data;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.ingest.ColumnDecision;
import io.liftwerk.ingest.FilePreview;
import io.liftwerk.ingest.Recipes;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
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
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A dropped file before it is loaded: what it seems to be and how its columns would be read. */
final class PreviewPane extends BorderPane {
  private final Desk desk;
  private final Messages messages;
  private final DroppedFiles files;
  private final TableText text;
  private final DroppedFile file;
  private final Button load;

  PreviewPane(Desk desk, DataModel model, TableText text, DroppedFile file) {
    this.desk = desk;
    this.messages = desk.messages();
    this.files = model.dropped();
    this.text = text;
    this.file = file;
    getStyleClass().add("page-body");
    load = Ui.primary(messages.text("preview.load"), this::load);
    load.setDefaultButton(true);
    file.stateProperty().subscribe(this::show);
    file.kindProperty().subscribe(kind -> load.setDisable(file.isOpen()));
  }

  DroppedFile file() {
    return file;
  }

  private void show(DroppedFile.State state) {
    load.setDisable(file.isOpen());
    switch (state) {
      case DroppedFile.Looking looking -> looking();
      case DroppedFile.Readable readable -> {
        setTop(head(readable.preview()));
        setCenter(body(readable.preview()));
      }
      case DroppedFile.Unreadable unreadable -> unreadable(unreadable.why());
    }
  }

  private void looking() {
    var busy = new ProgressIndicator();
    busy.setMaxSize(36, 36);
    busy.setAccessibleText(messages.text("preview.looking", file.name()));
    var box = new VBox(10, busy, Ui.label(messages.text("preview.looking", file.name()), "muted"));
    box.setAlignment(Pos.CENTER);
    setTop(null);
    setCenter(box);
  }

  private void unreadable(Throwable why) {
    Button details =
        Ui.button(messages.text("preview.why"), Feather.INFO, () -> desk.dialogs().error(why));
    setTop(top(messages.text("dropped.state.unreadable"), details));
    String sentence =
        why instanceof WorkbenchException known
            ? messages.sentence(known.sentence())
            : messages.text("error.internal");
    String hint = why instanceof WorkbenchException known ? messages.sentence(known.hint()) : "";
    VBox said = message(Feather.ALERT_TRIANGLE, sentence, hint);
    said.getChildren().getFirst().getStyleClass().add("icon-missed");
    setCenter(said);
  }

  private static VBox message(Feather icon, String title, String hint) {
    FontIcon picture = Ui.icon(icon);
    var box =
        new VBox(
            12,
            picture,
            Ui.paragraph(title, "choice-title", "centered"),
            Ui.paragraph(hint, "muted", "centered"));
    box.setAlignment(Pos.TOP_CENTER);
    box.getStyleClass().add("empty-state");
    return box;
  }

  /** Name, facts and what can be done. */
  private VBox top(String facts, Button usual) {
    Button skip = Ui.button(messages.text("preview.skip"), () -> files.dismiss(file));
    var name = Ui.label(file.name(), "table-title");
    name.setMinWidth(0);
    var titles = new VBox(2, name, Ui.label(facts, "muted"));
    HBox.setHgrow(titles, Priority.ALWAYS);
    titles.setMinWidth(0);
    var line = new HBox(8, titles, skip, usual);
    line.setAlignment(Pos.TOP_LEFT);
    var head = new VBox(10, line);
    head.getStyleClass().add("table-head");
    return head;
  }

  private VBox head(FilePreview preview) {
    VBox head = top(facts(preview), load);
    if (!preview.isSeveral()) {
      head.getChildren().add(new KindChoice(messages, text, files, file, preview));
    }
    for (String note : preview.notes()) {
      head.getChildren().add(Ui.paragraph(messages.sentence(note), "muted", "small"));
    }
    if (preview.sheets().size() > 1) {
      head.getChildren().add(sheets(preview));
    }
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
      box.setSelected(file.takes(sheet));
      box.selectedProperty().subscribe((was, now) -> files.sheet(file, sheet, now));
      pane.getChildren().add(box);
    }
    return new VBox(6, pane, Ui.paragraph(messages.text("preview.sheets.first"), "muted", "small"));
  }

  private Node body(FilePreview preview) {
    if (preview.isSeveral()) {
      TableView<List<String>> inside = rows(preview);
      VBox.setVgrow(inside, Priority.ALWAYS);
      return new VBox(8, Ui.heading(messages.text("preview.inside")), inside);
    }
    List<ColumnDecision> decisions =
        preview.columns().stream()
            .map(column -> file.decisions().getOrDefault(column.name(), column))
            .toList();
    var columns = new DecisionTable(messages, decisions, decision -> files.decide(file, decision));
    columns.samples(
        Samples.of(preview.columns().stream().map(ColumnDecision::name).toList(), preview.rows()));
    file.kindProperty()
        .subscribe(
            kind -> {
              Recipes.Fit fit = file.presentFit();
              columns.roles(fit == null ? Map.of() : text.roles(fit));
            });
    VBox.setVgrow(columns, Priority.SOMETIMES);
    columns.setPrefHeight(34 + 30.0 * preview.columns().size());
    columns.setMinHeight(120);
    TableView<List<String>> rows = rows(preview);
    VBox.setVgrow(rows, Priority.ALWAYS);
    rows.setMinHeight(110);
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
    if (file.isEmptied()) {
      desk.dialogs().note(messages.text("preview.sheet.none"));
    } else {
      files.load(file, messages.text("job.title.import", file.name()));
    }
  }
}
