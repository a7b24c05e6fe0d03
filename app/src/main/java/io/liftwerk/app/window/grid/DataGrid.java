package io.liftwerk.app.window.grid;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.app.window.control.Dialogs;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.app.window.control.Unfolding;
import io.liftwerk.workspace.TableInfo;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/**
 * A table over any number of rows: the numbers of the rows and the frozen columns on the left, the
 * rest beside them. Selecting all is a statement about the table, not a list of its rows.
 */
public final class DataGrid extends BorderPane {
  /** Height of a row in pixels. */
  static final double ROW = 24;

  /** More columns than anyone looks at; the rest are a search away, and cost nothing until then. */
  static final int SHOWN = 60;

  /** Rows that are added with each picture, until the window is full. */
  private static final int ROWS_AT_ONCE = 4;

  /** Rows that stay above the one that was jumped to, so that one sees where it stands. */
  private static final int ABOVE = 3;

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination ALL =
      new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

  private final Messages messages;
  private final Formats formats;
  private final Background background;
  private final Dialogs dialogs;
  private final TableView<Long> main = new TableView<>();
  private final TableView<Long> frozen = new TableView<>();
  private final RowNumbers slots = new RowNumbers();
  private final RowWindow window = new RowWindow(this::moved);
  private final RowSelection selection = new RowSelection(this::selected);
  private final ColumnPlaces places = new ColumnPlaces(main, frozen);
  private final Set<GridColumns.Drawn> live = Collections.newSetFromMap(new WeakHashMap<>());
  private final GridToolbar toolbar;
  private final GridInput input;
  private final GridBody body;
  private final Unfolding unfolding = new Unfolding(this, this::unfold);
  private final ReadOnlyObjectWrapper<@Nullable List<@Nullable Object>> row =
      new ReadOnlyObjectWrapper<>();
  private int room;
  private boolean begun;
  private @Nullable Rows rows;
  private @Nullable PageCache cache;

  /**
   * @param name accessible name of the table
   */
  public DataGrid(String name, Messages messages, Background background, Dialogs dialogs) {
    this.messages = messages;
    this.formats = messages.formats();
    this.background = background;
    this.dialogs = dialogs;
    getStyleClass().add("data-grid");
    for (TableView<Long> table : List.of(main, frozen)) {
      table.setFixedCellSize(ROW);
      table.getStyleClass().add("dense");
      table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
      table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
      table.setSortPolicy(sorted -> sort(sorted));
      table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
      table.setPlaceholder(Ui.label(messages.text("grid.empty"), "muted"));
      table.setItems(slots);
    }
    main.setAccessibleText(name);
    frozen.setAccessibleText(messages.text("grid.numbers"));
    frozen.getStyleClass().add("frozen");
    frozen.setFocusTraversable(false);
    frozen.setMinWidth(0);
    input = new GridInput(window, selection, main, frozen);
    body = new GridBody(frozen, main, window::scrollTo, window::slots);
    setCenter(body);
    toolbar = new GridToolbar(this, messages);
    setTop(toolbar);
    unfolding.start();
    main.skinProperty().subscribe(skin -> background.onScreen(body::tie));
    frozen.skinProperty().subscribe(skin -> background.onScreen(body::tie));
  }

  /** Shows {@code next}, from its first row. */
  public void show(Rows next) {
    rows = next;
    if (cache != null) {
      cache.drop();
    }
    var fresh = new PageCache(next, background, this::redraw, dialogs::error);
    cache = fresh;
    live.clear();
    var columns = new GridColumns(formats, live, window);
    List<TableInfo.Column> all = next.columns();
    main.getSortOrder().clear();
    frozen.getSortOrder().clear();
    places.start(
        columns.numbers(next.count()),
        all,
        place -> {
          TableColumn<Long, Long> column = columns.column(all.get(place), place, fresh::row);
          column.setSortable(next.sortable());
          return column;
        });
    toolbar.shown(next);
    selection.clear();
    room(1);
    window.over(next.count());
    unfolding.start();
  }

  /** A table of thirty rows and sixty columns is more than can be made between two pictures. */
  private boolean unfold() {
    if (!begun) {
      begun = true; // the bar above, and whatever is around, come with the first picture
      return true;
    }
    if (body.more()) {
      return true;
    }
    if (slots.size() < window.filled()) {
      room(room + ROWS_AT_ONCE);
      slots.resize(Math.min(room, window.filled()));
      input.mark();
      return true;
    }
    room(Integer.MAX_VALUE);
    return places.more();
  }

  private void room(int rows) {
    room = rows;
    body.room(rows);
  }

  /**
   * All cells of the row selected last, in the order of the table's columns; null while none is
   * selected or it is on its way.
   */
  public ReadOnlyObjectProperty<@Nullable List<@Nullable Object>> rowProperty() {
    return row.getReadOnlyProperty();
  }

  private void follow() {
    PageCache present = cache;
    row.set(selection.lead() < 0 || present == null ? null : present.row(selection.lead()));
  }

  /** Gives the rows a menu. */
  public void menu(MenuItem... items) {
    main.setContextMenu(new ContextMenu(items));
  }

  /** Adds a control to the right end of the bar above the rows. */
  public void tool(javafx.scene.Node control) {
    toolbar.getChildren().add(control);
  }

  /** Other rows stand in the slots now. */
  private void moved() {
    slots.resize(Math.min(room, window.filled()));
    body.follow(window);
    redraw();
    input.mark();
  }

  private void selected() {
    toolbar.selected(selection.isAll());
    input.mark();
    follow();
  }

  private void redraw() {
    for (GridColumns.Drawn cell : List.copyOf(live)) {
      cell.draw();
    }
    if (row.get() == null) {
      follow();
    }
  }

  private boolean sort(TableView<Long> table) {
    PageCache present = cache;
    if (present == null) {
      return true;
    }
    if (table.getSortOrder().isEmpty()) {
      if (present.orderBy() != null) {
        order(present, null, false);
      }
      return true;
    }
    TableColumn<Long, ?> by = table.getSortOrder().getFirst();
    TableView<Long> other = table == main ? frozen : main;
    if (!other.getSortOrder().isEmpty()) {
      other.getSortOrder().clear();
    }
    boolean down = by.getSortType() == TableColumn.SortType.DESCENDING;
    String name = ((TableInfo.Column) by.getUserData()).name();
    if (!name.equals(present.orderBy()) || down != present.descending()) {
      order(present, name, down);
    }
    return true;
  }

  /** In another order other rows have the selected numbers; all rows are all rows still. */
  private void order(PageCache present, @Nullable String column, boolean down) {
    if (!selection.isAll()) {
      selection.clear();
    }
    row.set(null);
    present.order(column, down);
  }

  /** Goes to the row with the number {@code row}, counted from 1. */
  public void goTo(long row) {
    if (window.count() == 0) {
      return;
    }
    long index = Math.clamp(row - 1, 0, window.count() - 1);
    selection.only(index);
    window.scrollTo(index - ABOVE);
    main.requestFocus();
  }

  /** The frozen one and the one beside it. */
  List<TableView<Long>> tables() {
    return List.of(frozen, main);
  }

  /** All columns of the table, the frozen ones first. */
  List<TableInfo.Column> columns() {
    return places.all();
  }

  boolean isFrozen(TableInfo.Column column) {
    return places.isFrozen(column);
  }

  boolean isShown(TableInfo.Column column) {
    return places.isShown(column);
  }

  /** Shows a column in its place, or hides it. */
  void show(TableInfo.Column column, boolean visible) {
    places.show(column, visible);
  }

  /** Puts {@code column} beside the row numbers, or back to its place among the others. */
  void freeze(TableInfo.Column column, boolean still) {
    places.freeze(column, still);
  }

  /** Brings {@code column} into view. */
  void reveal(TableInfo.Column column) {
    places.reveal(column);
  }

  private void key(KeyEvent event) {
    if (ALL.match(event)) {
      event.consume();
      selection.all();
    } else if (COPY.match(event)) {
      event.consume();
      copy();
    }
  }

  private void copy() {
    Rows shown = rows;
    PageCache present = cache;
    if (shown == null || present == null) {
      return;
    }
    boolean all = selection.isAll();
    List<Long> chosen = all ? List.of() : selection.rows(RowCopy.MOST);
    boolean complete = all || selection.count() == chosen.size();
    String order = present.orderBy();
    boolean down = present.descending();
    background
        .copying()
        .run(
            () ->
                all
                    ? RowCopy.all(shown, order, down)
                    : RowCopy.rows(shown, order, down, chosen, complete),
            copied -> {
              Ui.copy(copied.text());
              dialogs.note(
                  copied.complete()
                      ? messages.text("grid.copied", copied.rows())
                      : messages.text("grid.copied.part", copied.rows()));
            },
            dialogs::error);
  }
}
