package io.liftwerk.app.window.data;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.app.window.grid.DataGrid;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.workspace.TableInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One table: its rows, how its columns were read, what was rejected, and what can be done. */
final class TablePane extends BorderPane {
  private final Desk desk;
  private final Messages messages;
  private final DataModel model;
  private final UndoNote undo;
  private final Consumer<String> scoreLeads;
  private final Label name = Ui.label("", "table-title");
  private final Label about = Ui.paragraph("", "muted");
  private final HBox actions = new HBox(6);
  private final ToggleButton rowsTab;
  private final ToggleButton columnsTab;
  private final ToggleButton rejectsTab;
  private final HBox tabs;
  private final DataGrid grid;
  private final DataGrid rejects;
  private final VBox notes = new VBox(2);
  private @Nullable TableInfo shown;

  TablePane(Desk desk, DataModel model, UndoNote undo, Consumer<String> scoreLeads) {
    this.undo = undo;
    this.desk = desk;
    this.messages = desk.messages();
    this.model = model;
    this.scoreLeads = scoreLeads;
    getStyleClass().add("page-body");
    grid = new DataGrid(messages.text("data.rows"), messages, desk.background(), desk.dialogs());
    rejects =
        new DataGrid(messages.text("data.rejects"), messages, desk.background(), desk.dialogs());
    var group = new ToggleGroup();
    rowsTab = tab(group, messages.text("data.rows"));
    columnsTab = tab(group, messages.text("data.columns"));
    rejectsTab = tab(group, messages.text("data.rejects"));
    tabs = new HBox(rowsTab, columnsTab, rejectsTab);
    tabs.getStyleClass().add("segments");
    group
        .selectedToggleProperty()
        .subscribe(
            (before, now) -> {
              if (now == null && before != null) {
                group.selectToggle(before);
              } else {
                content();
              }
            });
    actions.setAlignment(Pos.CENTER_RIGHT);
    var titles = new VBox(2, name, about);
    HBox.setHgrow(titles, javafx.scene.layout.Priority.ALWAYS);
    var head = new HBox(12, titles, actions);
    head.setAlignment(Pos.TOP_LEFT);
    var top = new VBox(8, head, notes, tabs);
    top.getStyleClass().add("table-head");
    setTop(top);
    rowsTab.setSelected(true);
  }

  private static ToggleButton tab(ToggleGroup group, String text) {
    var tab = new ToggleButton(text);
    tab.setAccessibleText(text);
    tab.setToggleGroup(group);
    tab.getStyleClass().addAll("small", "segment");
    return tab;
  }

  void show(TableInfo table) {
    TableInfo before = shown;
    shown = table;
    SourceTable source = model.source(table);
    name.setText(table.ref().name());
    about.setText(describe(table, source));
    rejectsTab.setText(source == null ? "" : messages.text("data.rejects.count", source.rejects()));
    rejectsTab.setAccessibleText(rejectsTab.getText());
    boolean hasRejects = model.rejects(table) != null;
    Ui.show(rejectsTab, hasRejects);
    Ui.show(columnsTab, source != null);
    Ui.show(tabs, source != null);
    notes.getChildren().clear();
    if (source != null) {
      source
          .notes()
          .forEach(note -> notes.getChildren().add(Ui.paragraph(messages.sentence(note), "small")));
    }
    Ui.show(notes, !notes.getChildren().isEmpty());
    actions(table, source);
    if (before == null || !before.ref().equals(table.ref())) {
      rowsTab.setSelected(true);
    }
    if (!table.equals(before)) {
      grid.show(model.rows(table));
    }
    content();
  }

  private String describe(TableInfo table, @Nullable SourceTable source) {
    var parts = new ArrayList<String>();
    parts.add(messages.text("data.size", Math.max(0, table.rows()), table.columns().size()));
    if (source != null) {
      parts.add(shortened(source.file()));
      parts.add(messages.formats().bytes(source.bytes()));
      if (!source.encoding().isEmpty()) {
        parts.add(messages.sentence(source.encoding()));
      }
      if (!source.delimiter().isEmpty()) {
        parts.add(messages.text("data.delimiter", Delimiters.shown(source.delimiter())));
      }
    } else {
      parts.add(messages.text("data.layer." + table.ref().schema()));
    }
    return String.join(" · ", parts);
  }

  /** Beginning and end of a long file name; Origin tells it in full. */
  private static String shortened(String file) {
    int longest = 44;
    return file.length() <= longest
        ? file
        : file.substring(0, 24) + "…" + file.substring(file.length() - 18);
  }

  private void actions(TableInfo table, @Nullable SourceTable source) {
    actions.getChildren().clear();
    Button score =
        Ui.button(
            messages.text("data.score"),
            Feather.TARGET,
            () -> scoreLeads.accept(table.ref().toString()));
    var export = new MenuButton(messages.text("export"), Ui.icon(Feather.DOWNLOAD));
    export.setAccessibleText(messages.text("export"));
    for (String ending : List.of("csv", "tsv", "xlsx", "parquet", "jsonl")) {
      var item = new MenuItem(ending.toUpperCase(java.util.Locale.ROOT));
      item.setOnAction(event -> export(table, ending));
      export.getItems().add(item);
    }
    if (!table.ref().schema().equals("gold")) {
      actions.getChildren().add(score);
    }
    actions.getChildren().add(export);
    if (source != null) {
      actions
          .getChildren()
          .addAll(
              Ui.iconButton(Feather.EDIT_2, messages.text("data.rename"), () -> rename(table)),
              Ui.iconButton(Feather.TRASH_2, messages.text("data.remove"), () -> remove(table)));
    }
    actions
        .getChildren()
        .forEach(node -> ((javafx.scene.control.Control) node).setMinWidth(USE_PREF_SIZE));
  }

  private void export(TableInfo table, String ending) {
    Path file =
        desk.dialogs().files().save(messages.text("export"), table.ref().name() + "." + ending);
    if (file != null) {
      model.export(
          table,
          file,
          messages.text("job.title.export", table.ref().name()),
          () -> desk.dialogs().note(messages.text("saved", file)));
    }
  }

  private void rename(TableInfo table) {
    String old = table.ref().name();
    desk.dialogs()
        .ask(
            messages.text("data.rename.title", old),
            messages.text("data.rename.label"),
            old,
            messages.text("data.rename"),
            next -> {
              if (!next.equals(old)) {
                model.rename(
                    table,
                    next,
                    messages.text("job.title.rename", old),
                    step -> undo.offer(messages.text("data.renamed", old, next), step, table));
              }
            });
  }

  private void remove(TableInfo table) {
    String gone = table.ref().name();
    model.remove(
        table,
        messages.text("job.title.remove", gone),
        step -> undo.offer(messages.text("data.removed", gone), step, table));
  }

  private void content() {
    TableInfo table = shown;
    if (table == null) {
      return;
    }
    SourceTable source = model.source(table);
    Node next = grid;
    if (columnsTab.isSelected() && source != null) {
      next = decisions(table, source);
    } else if (rejectsTab.isSelected()) {
      TableInfo records = model.rejects(table);
      if (records != null) {
        rejects.show(model.rows(records));
        next = rejects;
      }
    }
    setCenter(next);
  }

  private Node decisions(TableInfo table, SourceTable source) {
    return new DecisionTable(
        messages,
        source.columns(),
        decision ->
            model.decide(
                table,
                decision,
                messages.text("job.title.decide", decision.name(), table.ref().name()),
                step ->
                    undo.offer(
                        messages.text(
                            "data.decided",
                            decision.name(),
                            table.ref().name(),
                            messages.text("type." + decision.type().json())),
                        step,
                        table)));
  }
}
