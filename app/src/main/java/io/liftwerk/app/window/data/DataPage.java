package io.liftwerk.app.window.data;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Origin;
import io.liftwerk.app.window.control.PageView;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.app.window.control.Unfolding;
import io.liftwerk.ingest.ImportResult;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Files in, tables out. */
public final class DataPage extends PageView {
  private final Desk desk;
  private final Messages messages;
  private final DataModel model;
  private final TableText text;
  private final TablePane table;
  private final UndoNote undo;
  private final VBox tables;
  private final DroppedList waiting;
  private final Button resume;
  private final Unfolding unfolding = new Unfolding(this, this::unfold);
  private boolean begun;
  private boolean unfolded;
  private @Nullable Node beside;

  /**
   * @param scoreLeads goes to the Leads page with a table
   */
  public DataPage(Desk desk, DataModel model, Consumer<String> scoreLeads) {
    this.desk = desk;
    this.messages = desk.messages();
    this.model = model;
    this.text = new TableText(messages, model);
    this.undo = new UndoNote(desk, model);
    this.table = new TablePane(desk, model, text, undo, scoreLeads);
    this.resume =
        Ui.button(messages.text("dropped.resume", 0), Feather.INBOX, model.dropped()::resume);
    this.tables = tables();
    this.waiting = new DroppedList(desk, model, text);
    waiting.getStyleClass().add("side-list");
    model.onProblem(desk.dialogs()::error);
    model.onImported(this::imported);
    model.tables().addListener((ListChangeListener<TableInfo>) change -> tablesChanged());
    model.dropped().waiting().addListener((ListChangeListener<DroppedFile>) c -> waitingChanged());
    model.selectedProperty().subscribe(selected -> select(selected));
    model.waitingProperty().subscribe(dropped -> content());
    model.loadedProperty().subscribe(loaded -> content());
    waitingChanged();
    unfolding.start();
  }

  /** The list of tables comes with one picture, what stands beside it with the next. */
  private boolean unfold() {
    if (!begun) {
      begun = true;
      return true;
    }
    unfolded = true;
    setCenter(beside);
    return false;
  }

  private void beside(@Nullable Node next) {
    beside = next;
    if (unfolded) {
      setCenter(next);
    }
  }

  @Override
  public void entered() {
    model.refresh();
  }

  private VBox tables() {
    Button add = Ui.button(messages.text("data.add"), Feather.PLUS, this::choose);
    add.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(add, Priority.ALWAYS);
    Button folder =
        Ui.iconButton(Feather.FOLDER_PLUS, messages.text("data.add.folder"), this::chooseFolder);
    folder.getStyleClass().remove("flat");
    resume.setMaxWidth(Double.MAX_VALUE);
    resume.getStyleClass().add("accent");
    var box =
        new VBox(
            8,
            new HBox(6, add, folder),
            resume,
            new TableList(desk, model, text),
            Ui.paragraph(messages.text("data.drop.anywhere"), "muted", "small"));
    box.getStyleClass().add("side-list");
    return box;
  }

  private void choose() {
    model.preview(desk.dialogs().files().files(messages.text("data.choose")));
  }

  private void chooseFolder() {
    Path folder = desk.dialogs().files().folder(messages.text("data.add.folder"));
    if (folder != null) {
      model.preview(List.of(folder));
    }
  }

  private void select(@Nullable TableInfo selected) {
    if (selected == null) {
      origin().set(null);
    } else {
      table.show(selected);
      RunRecord run = model.origin(selected);
      origin().set(run == null ? null : new Origin(run, List.of(selected.ref().toString())));
    }
    content();
  }

  private void tablesChanged() {
    TableInfo selected = model.selectedProperty().get();
    if (selected != null) {
      select(selected);
    }
    content();
  }

  private void waitingChanged() {
    int count = model.dropped().waiting().size();
    resume.setText(messages.text("dropped.resume", count));
    resume.setAccessibleText(resume.getText());
    Ui.show(resume, count > 0);
  }

  private void content() {
    DroppedFile dropped = model.waitingProperty().get();
    TableInfo selected = model.selectedProperty().get();
    setLeft(dropped == null ? tables : waiting);
    finding().set(dropped != null || selected == null ? "" : text.finding(selected));
    if (dropped != null) {
      boolean shown = beside instanceof PreviewPane pane && pane.file() == dropped;
      if (!shown) {
        beside(new PreviewPane(desk, model, text, dropped));
      }
    } else if (selected != null) {
      beside(table);
    } else {
      beside(model.loadedProperty().get() ? empty() : null);
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
    var note = new LoadedNote(messages, result);
    if (note.isNew()) {
      undo.offer(note.text(), run.id(), null);
    } else {
      desk.dialogs().note(note.text());
    }
  }
}
