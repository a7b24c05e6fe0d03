package io.liftwerk.app.window.data;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Origin;
import io.liftwerk.app.window.control.PageView;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.ingest.ImportResult;
import io.liftwerk.ingest.ImportedTable;
import io.liftwerk.ingest.Skipped;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Files in, tables out. */
public final class DataPage extends PageView {
  private static final int MOST_NAMED = 4;

  private final Desk desk;
  private final Messages messages;
  private final DataModel model;
  private final ListView<TableInfo> list = new ListView<>();
  private final TablePane table;
  private final UndoNote undo;
  private boolean following;

  /**
   * @param scoreLeads goes to the Leads page with a table
   */
  public DataPage(Desk desk, DataModel model, Consumer<String> scoreLeads) {
    this.desk = desk;
    this.messages = desk.messages();
    this.model = model;
    this.undo = new UndoNote(desk, model);
    this.table = new TablePane(desk, model, undo, scoreLeads);
    model.onProblem(desk.dialogs()::error);
    model.onImported(this::imported);
    setLeft(tables());
    model.tables().addListener((ListChangeListener<TableInfo>) change -> tablesChanged());
    model.selectedProperty().subscribe(selected -> select(selected));
    model.waitingProperty().subscribe(waiting -> content());
    model.loadedProperty().subscribe(loaded -> content());
    tablesChanged();
  }

  @Override
  public void entered() {
    model.refresh();
  }

  private VBox tables() {
    Button add = Ui.button(messages.text("data.add"), Feather.PLUS, this::choose);
    add.setMaxWidth(Double.MAX_VALUE);
    list.setItems(model.tables());
    list.setAccessibleText(messages.text("data.tables"));
    list.setCellFactory(view -> new TableCell());
    list.setFixedCellSize(44);
    list.setPlaceholder(Ui.label(messages.text("data.tables.none"), "muted"));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            chosen -> {
              if (chosen != null && !following) {
                model.select(chosen.ref());
              }
            });
    VBox.setVgrow(list, Priority.ALWAYS);
    var box =
        new VBox(8, add, list, Ui.paragraph(messages.text("data.drop.anywhere"), "muted", "small"));
    box.getStyleClass().add("side-list");
    return box;
  }

  private void choose() {
    model.preview(desk.dialogs().files().files(messages.text("data.choose")));
  }

  private void select(@Nullable TableInfo selected) {
    following = true;
    if (selected == null) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().select(selected);
    }
    following = false;
    if (selected != null) {
      table.show(selected);
      RunRecord run = model.origin(selected);
      origin().set(run == null ? null : new Origin(run, List.of(selected.ref().toString())));
    } else {
      origin().set(null);
    }
    content();
  }

  private void tablesChanged() {
    long rows = model.tables().stream().mapToLong(info -> Math.max(0, info.rows())).sum();
    finding()
        .set(
            model.tables().isEmpty()
                ? ""
                : messages.text("data.finding", model.tables().size(), rows));
    TableInfo selected = model.selectedProperty().get();
    if (selected != null) {
      select(selected);
    }
    content();
  }

  private void content() {
    DataModel.Waiting waiting = model.waitingProperty().get();
    if (waiting != null) {
      setCenter(new PreviewPane(desk, model, waiting));
    } else if (model.selectedProperty().get() != null) {
      setCenter(table);
    } else {
      setCenter(model.loadedProperty().get() ? empty() : null);
    }
  }

  private Node empty() {
    Button choose = Ui.primary(messages.text("data.choose"), this::choose);
    choose.setDefaultButton(true);
    var zone =
        new VBox(
            12,
            Ui.icon(Feather.UPLOAD),
            Ui.label(messages.text("data.empty"), "choice-title"),
            Ui.paragraph(messages.text("data.empty.hint"), "muted", "centered"),
            choose);
    zone.setAlignment(Pos.CENTER);
    zone.getStyleClass().add("drop-zone");
    var holder = new VBox(zone);
    VBox.setVgrow(zone, Priority.ALWAYS);
    holder.getStyleClass().add("page-body");
    return holder;
  }

  private void imported(ImportResult result, RunRecord run) {
    var sentences = new ArrayList<String>();
    boolean isNew = false;
    boolean many = result.tables().size() > MOST_NAMED;
    if (many) {
      long rows = result.tables().stream().mapToLong(ImportedTable::rows).sum();
      sentences.add(messages.text("data.loaded.many", result.tables().size(), rows));
    }
    for (ImportedTable made : result.tables()) {
      String told =
          made.rejects() == 0
              ? messages.text("data.loaded", made.name(), made.rows())
              : messages.text("data.loaded.rejects", made.name(), made.rows(), made.rejects());
      String twin = made.duplicateOf();
      if (!many) {
        sentences.add(twin == null ? told : told + " " + messages.text("data.duplicate", twin));
      }
      isNew |= twin == null;
    }
    if (!result.skipped().isEmpty()) {
      Skipped first = result.skipped().getFirst();
      sentences.add(
          messages.text(
              "data.skipped",
              result.skipped().size(),
              first.file(),
              messages.sentence(first.message())));
    }
    String all = String.join(" ", sentences);
    if (isNew) {
      undo.offer(all, run.id(), null);
    } else {
      desk.dialogs().note(all);
    }
  }

  private final class TableCell extends ListCell<TableInfo> {
    @Override
    protected void updateItem(@Nullable TableInfo info, boolean empty) {
      super.updateItem(info, empty);
      if (empty || info == null) {
        setGraphic(null);
        return;
      }
      var name = Ui.label(info.ref().name(), "table-name");
      name.setMinWidth(0);
      HBox.setHgrow(name, Priority.ALWAYS);
      var rows = Ui.label(messages.formats().count(Math.max(0, info.rows())), "count");
      rows.setMinWidth(USE_PREF_SIZE);
      var line = new HBox(8, name, Ui.spacer(), rows);
      line.setAlignment(Pos.CENTER_LEFT);
      var box = new VBox(1, line, Ui.label(about(info), "muted", "small"));
      box.setAlignment(Pos.CENTER_LEFT);
      box.setPrefWidth(0);
      setGraphic(box);
    }

    private String about(TableInfo info) {
      SourceTable source = model.source(info);
      return source == null
          ? messages.text("data.layer." + info.ref().schema())
          : source.file() + (source.sheet() == null ? "" : " · " + source.sheet());
    }
  }
}
