package io.liftwerk.app.window.data;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.workspace.TableInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with a table: score its leads, export, rename and remove it. */
final class TableActions extends HBox {
  private final Desk desk;
  private final Messages messages;
  private final DataModel model;
  private final UndoNote undo;
  private final Consumer<String> scoreLeads;

  TableActions(Desk desk, DataModel model, UndoNote undo, Consumer<String> scoreLeads) {
    super(6);
    this.desk = desk;
    this.messages = desk.messages();
    this.model = model;
    this.undo = undo;
    this.scoreLeads = scoreLeads;
    setAlignment(Pos.CENTER_RIGHT);
    setMinWidth(USE_PREF_SIZE);
  }

  void show(TableInfo table) {
    getChildren().clear();
    if (!table.ref().schema().equals("gold")) {
      getChildren()
          .add(
              Ui.button(
                  messages.text("data.score"),
                  Feather.TARGET,
                  () -> scoreLeads.accept(table.ref().toString())));
    }
    var export = new MenuButton(messages.text("export"), Ui.icon(Feather.DOWNLOAD));
    export.setAccessibleText(messages.text("export"));
    for (String ending : List.of("csv", "tsv", "xlsx", "parquet", "jsonl")) {
      var item = new MenuItem(ending.toUpperCase(Locale.ROOT));
      item.setOnAction(event -> export(table, ending));
      export.getItems().add(item);
    }
    getChildren().add(export);
    if (model.source(table) != null) {
      getChildren()
          .addAll(
              Ui.iconButton(Feather.EDIT_2, messages.text("data.rename"), () -> rename(table)),
              Ui.iconButton(Feather.TRASH_2, messages.text("data.remove"), () -> remove(table)));
    }
    getChildren().forEach(node -> ((Control) node).setMinWidth(USE_PREF_SIZE));
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
}
