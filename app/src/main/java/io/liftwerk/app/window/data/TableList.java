package io.liftwerk.app.window.data;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.workspace.TableInfo;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The tables, exports of one platform together, with a field that finds one among many. */
final class TableList extends VBox {
  private final Messages messages;
  private final DataModel model;
  private final TableText text;
  private final FilteredList<TableInfo> found;
  private final ListView<TableInfo> list;
  private final TextField find = new TextField();
  private final Label sum = Ui.label("", "muted", "small");
  private boolean following;

  TableList(Desk desk, DataModel model, TableText text) {
    super(8);
    this.messages = desk.messages();
    this.model = model;
    this.text = text;
    this.found = new FilteredList<>(model.tables());
    this.list = new ListView<>(found);
    list.setAccessibleText(messages.text("data.tables"));
    list.setCellFactory(view -> new Cell());
    list.setPlaceholder(Ui.label(messages.text("data.tables.none"), "muted"));
    list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    find.setPromptText(messages.text("data.find"));
    find.setAccessibleText(messages.text("data.find"));
    find.getStyleClass().add("small");
    find.textProperty().subscribe(words -> filter(words));
    find.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            event.consume();
            list.requestFocus();
            if (list.getSelectionModel().isEmpty()) {
              list.getSelectionModel().selectFirst();
            }
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox.setVgrow(this, Priority.ALWAYS);
    getChildren().addAll(find, list, sum);
    model.tables().addListener((ListChangeListener<TableInfo>) change -> changed());
    model.selectedProperty().subscribe(selected -> follow());
    changed();
  }

  private void chosen(@Nullable TableInfo table) {
    boolean byUser = !following && model.waitingProperty().get() == null;
    if (table != null && byUser) {
      model.select(table.ref());
    }
  }

  private void follow() {
    following = true;
    TableInfo selected = model.selectedProperty().get();
    if (selected == null || !found.contains(selected)) {
      list.getSelectionModel().clearSelection();
    } else if (!selected.equals(list.getSelectionModel().getSelectedItem())) {
      list.getSelectionModel().select(selected);
      list.scrollTo(selected);
    }
    following = false;
  }

  private void changed() {
    long rows = model.tables().stream().mapToLong(info -> Math.max(0, info.rows())).sum();
    sum.setText(
        model.tables().isEmpty() ? "" : messages.text("data.sum", model.tables().size(), rows));
    Ui.show(find, model.tables().size() > 1);
    Ui.show(sum, !model.tables().isEmpty());
    follow();
  }

  private void filter(String words) {
    following = true;
    String[] wanted = words.toLowerCase(Locale.ROOT).strip().split("\\s+");
    found.setPredicate(table -> Stream.of(wanted).allMatch(words(table)::contains));
    list.setPlaceholder(
        Ui.label(
            messages.text(words.isBlank() ? "data.tables.none" : "data.find.nothing"), "muted"));
    follow();
  }

  /** What the field looks through. */
  private String words(TableInfo table) {
    SourceTable source = model.source(table);
    String file = source == null ? "" : source.file();
    return String.join(
            "\n", table.ref().name(), text.kind(table), text.group(model.group(table)), file)
        .toLowerCase(Locale.ROOT);
  }

  private final class Cell extends ListCell<TableInfo> {
    @Override
    protected void updateItem(@Nullable TableInfo table, boolean empty) {
      super.updateItem(table, empty);
      if (empty || table == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      var box = new VBox(entry(table));
      box.setPrefWidth(0);
      if (isFirstOfGroup(table)) {
        var heading = Ui.label(text.group(model.group(table)), "group-heading");
        box.getChildren().addFirst(heading);
      }
      setGraphic(box);
    }

    private boolean isFirstOfGroup(TableInfo table) {
      TableGroup group = model.group(table);
      boolean only = found.stream().map(model::group).allMatch(group::equals);
      return !only && (getIndex() == 0 || !model.group(found.get(getIndex() - 1)).equals(group));
    }

    private HBox entry(TableInfo table) {
      var name = Ui.label(table.ref().name(), "table-name");
      name.setMinWidth(0);
      var rows = Ui.label(messages.formats().count(Math.max(0, table.rows())), "count");
      rows.setMinWidth(USE_PREF_SIZE);
      var line = new HBox(6, name, Ui.spacer());
      line.setAlignment(Pos.CENTER_LEFT);
      boolean missed = text.isMissed(table);
      if (missed) {
        FontIcon mark = Ui.icon(Feather.ALERT_TRIANGLE);
        mark.getStyleClass().add("icon-missed");
        Tooltip.install(mark, new Tooltip(messages.text("data.missed")));
        line.getChildren().add(mark);
      }
      line.getChildren().add(rows);
      var kind = Ui.label(about(table), "muted", "small");
      kind.setMinWidth(0);
      var words = new VBox(1, line, kind);
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      var entry = new HBox(10, Ui.icon(text.icon(table)), words);
      entry.setAlignment(Pos.CENTER_LEFT);
      entry.getStyleClass().add("entry");
      setAccessibleText(
          messages.text(
              missed ? "data.entry.missed" : "data.entry",
              table.ref().name(),
              about(table),
              Math.max(0, table.rows())));
      return entry;
    }

    private String about(TableInfo table) {
      SourceTable source = model.source(table);
      if (source != null && source.findings().kind().equals("generic")) {
        return source.file() + (source.sheet() == null ? "" : " · " + source.sheet());
      }
      return text.kind(table);
    }
  }
}
