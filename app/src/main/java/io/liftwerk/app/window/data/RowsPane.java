package io.liftwerk.app.window.data;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.app.window.grid.DataGrid;
import io.liftwerk.workspace.TableInfo;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The rows of a table, and on demand, beside them, the text that the selected one was read from.
 */
final class RowsPane extends SplitPane {
  static final KeyCombination KEY = new KeyCodeCombination(KeyCode.F4);

  /** Narrower than this the text lies below the rows. */
  private static final double WIDE = 820;

  private final DataModel model;
  private final DataGrid grid;
  private final RawPane raw;
  private final ToggleButton button;
  private @Nullable TableInfo table;

  RowsPane(Desk desk, DataModel model) {
    this.model = model;
    Messages messages = desk.messages();
    getStyleClass().add("rows");
    grid = new DataGrid(messages.text("data.rows"), messages, desk.background(), desk.dialogs());
    button = new ToggleButton(messages.text("raw"), Ui.icon(Feather.FILE_MINUS));
    Ui.named(button, messages.text("raw.show", KEY.getDisplayText()));
    button.getStyleClass().addAll("small", "flat");
    button.setMinWidth(USE_PREF_SIZE);
    button.selectedProperty().subscribe((was, now) -> open(now));
    raw = new RawPane(messages, () -> button.setSelected(false));
    grid.tool(button);
    var item = new MenuItem(messages.text("raw"), Ui.icon(Feather.FILE_MINUS));
    item.setAccelerator(KEY);
    item.setOnAction(event -> toggle());
    grid.menu(item);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    grid.rowProperty().subscribe(row -> unfold());
    orientationProperty()
        .bind(
            widthProperty()
                .map(
                    width ->
                        width.doubleValue() < WIDE
                            ? Orientation.VERTICAL
                            : Orientation.HORIZONTAL));
    SplitPane.setResizableWithParent(raw, false);
    getItems().add(grid);
  }

  /**
   * @param hasText whether the rows were read from a file
   */
  void show(TableInfo next, boolean fresh, boolean hasText) {
    table = next;
    Ui.show(button, hasText);
    if (!hasText) {
      button.setSelected(false);
    }
    if (fresh) {
      grid.show(model.rows(next));
    }
  }

  private void key(KeyEvent event) {
    if (KEY.match(event)) {
      event.consume();
      toggle();
    }
  }

  private void toggle() {
    if (button.isVisible()) {
      button.setSelected(!button.isSelected());
    }
  }

  private void open(boolean open) {
    if (open) {
      getItems().setAll(grid, raw);
      setDividerPositions(getOrientation() == Orientation.HORIZONTAL ? 0.58 : 0.48);
      if (grid.rowProperty().get() == null) {
        grid.goTo(1);
      }
    } else {
      getItems().setAll(List.of(grid));
    }
    unfold();
  }

  private void unfold() {
    List<@Nullable Object> row = grid.rowProperty().get();
    TableInfo shown = table;
    if (!button.isSelected()) {
      return;
    }
    if (row == null || shown == null) {
      raw.clear();
    } else {
      model.raw(
          shown,
          row,
          found -> {
            if (row.equals(grid.rowProperty().get())) {
              raw.show(found);
            }
          });
    }
  }
}
