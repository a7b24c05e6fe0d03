package io.liftwerk.app.window.grid;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.workspace.TableInfo;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Finds, shows, hides and freezes columns; made for tables of hundreds. */
final class ColumnChooser {
  private final DataGrid grid;
  private final Messages messages;
  private final Popup popup = new Popup();

  ColumnChooser(DataGrid grid, Messages messages) {
    this.grid = grid;
    this.messages = messages;
  }

  void show(Node below) {
    var columns = new FilteredList<>(FXCollections.observableArrayList(grid.columns()));
    var list = new ListView<>(columns);
    list.setCellFactory(view -> new Row());
    list.setFixedCellSize(30);
    list.setPrefSize(340, Math.min(360, 30 * columns.size() + 4));
    list.setAccessibleText(messages.text("grid.columns"));
    var find = new TextField();
    find.setPromptText(messages.text("grid.columns.find"));
    find.setAccessibleText(messages.text("grid.columns.find"));
    find.textProperty()
        .subscribe(
            text ->
                columns.setPredicate(
                    column ->
                        column
                            .name()
                            .toLowerCase(Locale.ROOT)
                            .contains(text.toLowerCase(Locale.ROOT))));
    find.setOnAction(
        event -> {
          if (!columns.isEmpty()) {
            popup.hide();
            grid.reveal(columns.getFirst());
          }
        });
    find.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DOWN) {
            list.requestFocus();
            list.getSelectionModel().selectFirst();
          }
        });
    list.setOnKeyPressed(
        event -> {
          TableInfo.Column chosen = list.getSelectionModel().getSelectedItem();
          if (chosen != null && event.getCode() == KeyCode.ENTER) {
            popup.hide();
            grid.reveal(chosen);
          } else if (chosen != null && event.getCode() == KeyCode.SPACE) {
            grid.show(chosen, !grid.isShown(chosen));
            list.refresh();
          }
        });
    var box =
        new VBox(8, find, list, Ui.label(messages.text("grid.columns.hint"), "muted", "small"));
    box.getStyleClass().addAll("card", "popup-card");
    popup.getContent().setAll(box);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    var bounds = below.localToScreen(below.getBoundsInLocal());
    popup.show(below, bounds.getMaxX() - 372, bounds.getMaxY() + 2);
    find.requestFocus();
  }

  private final class Row extends ListCell<TableInfo.Column> {
    private final CheckBox shown = Ui.checkBox("");
    private final ToggleButton still = new ToggleButton(null, Ui.icon(Feather.LOCK));
    private final HBox box = new HBox(6, shown, Ui.spacer(), still);

    private Row() {
      box.setAlignment(Pos.CENTER_LEFT);
      Ui.named(still, messages.text("grid.columns.freeze"));
      still.getStyleClass().addAll("flat", "icon-button");
    }

    @Override
    protected void updateItem(TableInfo.@Nullable Column column, boolean empty) {
      super.updateItem(column, empty);
      if (empty || column == null) {
        setGraphic(null);
        return;
      }
      shown.setText(column.name());
      shown.setAccessibleText(column.name());
      shown.setTooltip(new javafx.scene.control.Tooltip(column.type()));
      shown.setOnAction(null);
      shown.setSelected(grid.isShown(column));
      shown.setOnAction(event -> grid.show(column, shown.isSelected()));
      still.setOnAction(null);
      still.setSelected(grid.isFrozen(column));
      still.setOnAction(
          event -> {
            grid.freeze(column, still.isSelected());
            shown.setSelected(grid.isShown(column));
          });
      setGraphic(box);
    }
  }
}
