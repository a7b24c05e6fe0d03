package io.liftwerk.app.window.grid;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Keys, clicks and the wheel, over the rows of the table instead of the slots of the control; and
 * the marks of what is selected, the other way round.
 */
final class GridInput {
  private final RowWindow window;
  private final RowSelection selection;
  private final TableView<Long> main;
  private final TableView<Long> frozen;
  private double wheel;

  GridInput(
      RowWindow window, RowSelection selection, TableView<Long> main, TableView<Long> frozen) {
    this.window = window;
    this.selection = selection;
    this.main = main;
    this.frozen = frozen;
    for (TableView<Long> table : List.of(main, frozen)) {
      table.setRowFactory(made -> row());
      table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
      table.addEventFilter(ScrollEvent.SCROLL, this::wheel);
    }
  }

  private TableRow<Long> row() {
    var row = new TableRow<Long>();
    row.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pressed(row, event));
    // what the control would make of the rest of a click is about slots
    row.addEventFilter(MouseEvent.MOUSE_RELEASED, MouseEvent::consume);
    row.addEventFilter(MouseEvent.MOUSE_DRAGGED, MouseEvent::consume);
    return row;
  }

  private void pressed(TableRow<Long> pressed, MouseEvent event) {
    event.consume();
    main.requestFocus();
    if (pressed.isEmpty()) {
      return;
    }
    long row = window.row(pressed.getIndex());
    if (event.isShiftDown()) {
      selection.extendTo(row);
    } else if (event.isShortcutDown()) {
      selection.toggle(row);
    } else if (event.getButton() == MouseButton.PRIMARY || !selection.contains(row)) {
      selection.only(row);
    }
  }

  private void wheel(ScrollEvent event) {
    if (Math.abs(event.getDeltaY()) <= Math.abs(event.getDeltaX())) {
      return;
    }
    wheel -= event.getDeltaY() / DataGrid.ROW;
    long rows = (long) wheel;
    wheel -= rows;
    // at its end the grid lets the page around it scroll
    if (rows == 0 ? window.lastTop() > 0 : window.scrollTo(window.top() + rows)) {
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    long page = Math.max(1, window.filled() - 1);
    long lead = selection.lead() < 0 ? window.top() - 1 : selection.lead();
    long next;
    switch (event.getCode()) {
      case UP, KP_UP -> next = lead - 1;
      case DOWN, KP_DOWN -> next = lead + 1;
      case PAGE_UP -> next = lead - page;
      case PAGE_DOWN -> next = lead + page;
      case HOME -> next = 0;
      case END -> next = window.count() - 1;
      case SPACE -> {
        event.consume();
        if (selection.lead() >= 0) {
          selection.toggle(selection.lead());
        }
        return;
      }
      default -> {
        return;
      }
    }
    if (event.isAltDown()) {
      return;
    }
    event.consume();
    if (window.count() == 0) {
      return;
    }
    long row = Math.clamp(next, 0, window.count() - 1);
    if (event.isShiftDown()) {
      selection.extendTo(row);
    } else {
      selection.only(row);
    }
    window.reveal(row);
  }

  /** Marks the selected rows among those on the screen. */
  void mark() {
    var chosen = new BitSet();
    for (int slot = 0; slot < main.getItems().size(); slot++) {
      chosen.set(slot, selection.contains(window.row(slot)));
    }
    for (TableView<Long> table : List.of(main, frozen)) {
      mark(table, chosen);
    }
  }

  private void mark(TableView<Long> table, BitSet chosen) {
    var marks = table.getSelectionModel();
    var present = new BitSet();
    marks.getSelectedIndices().forEach(present::set);
    if (!present.equals(chosen)) {
      marks.clearSelection();
      int[] slots = chosen.stream().toArray();
      if (slots.length > 0) {
        marks.selectIndices(slots[0], Arrays.copyOfRange(slots, 1, slots.length));
      }
    }
    table.getFocusModel().focus(window.slot(selection.lead()));
  }
}
