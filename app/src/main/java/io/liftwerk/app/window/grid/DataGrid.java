package io.liftwerk.app.window.grid;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.app.window.control.Dialogs;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.workspace.TableInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.IntFunction;
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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/**
 * A table over any number of rows: the numbers of the rows and the frozen columns on the left, the
 * rest beside them. Selecting all is a statement about the table, not a list of its rows.
 */
public final class DataGrid extends BorderPane {
  private static final double ROW = 24;

  /** More columns than anyone looks at; the rest are a search away, and cost nothing until then. */
  static final int SHOWN = 60;

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
  private final Set<GridColumns.Cell> live = Collections.newSetFromMap(new WeakHashMap<>());
  private final GridToolbar toolbar;
  private final ReadOnlyObjectWrapper<@Nullable List<@Nullable Object>> row =
      new ReadOnlyObjectWrapper<>();
  private @Nullable Rows rows;
  private @Nullable PageCache cache;
  private IntFunction<TableColumn<Long, ?>> maker = place -> new TableColumn<>();
  private boolean allSelected;

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
    }
    main.setAccessibleText(name);
    frozen.setAccessibleText(messages.text("grid.numbers"));
    frozen.getStyleClass().add("frozen");
    frozen.setFocusTraversable(false);
    frozen.setMinWidth(0);
    HBox.setHgrow(main, Priority.ALWAYS);
    var body = new HBox(frozen, main);
    setCenter(body);
    toolbar = new GridToolbar(this, messages);
    setTop(toolbar);
    followSelection();
    var scrolling = new TiedScrolling(main, frozen);
    main.skinProperty().subscribe(skin -> background.onScreen(scrolling::tie));
    frozen.skinProperty().subscribe(skin -> background.onScreen(scrolling::tie));
  }

  /** Shows {@code next}, from its first row. */
  public void show(Rows next) {
    rows = next;
    allSelected = false;
    if (cache != null) {
      cache.drop();
    }
    var fresh = new PageCache(next, background, this::redraw, dialogs::error);
    cache = fresh;
    live.clear();
    var columns = new GridColumns(formats, live);
    var made = new ArrayList<TableColumn<Long, ?>>();
    List<TableInfo.Column> all = next.columns();
    IntFunction<TableColumn<Long, ?>> making =
        i -> {
          TableColumn<Long, Long> column = columns.column(all.get(i), i, fresh::row);
          column.setSortable(next.sortable());
          return column;
        };
    maker = making;
    for (int i = 0; i < Math.min(SHOWN, all.size()); i++) {
      made.add(making.apply(i));
    }
    main.getSortOrder().clear();
    frozen.getSortOrder().clear();
    frozen.getColumns().setAll(List.of(columns.numbers(next.count())));
    main.getColumns().setAll(made);
    var numbers = new RowNumbers(next.count());
    frozen.setItems(numbers);
    main.setItems(numbers);
    main.getSelectionModel().clearSelection();
    fitFrozen();
    if (next.count() > 0) {
      main.scrollTo(0);
    }
    toolbar.shown(next);
  }

  /**
   * All cells of the row selected last, in the order of the table's columns; null while none is
   * selected or it is on its way.
   */
  public ReadOnlyObjectProperty<@Nullable List<@Nullable Object>> rowProperty() {
    return row.getReadOnlyProperty();
  }

  private void follow() {
    int index = main.getSelectionModel().getSelectedIndex();
    row.set(index < 0 || cache == null ? null : cache.row(index));
  }

  /** Gives the rows a menu. */
  public void menu(MenuItem... items) {
    main.setContextMenu(new ContextMenu(items));
  }

  /** Adds a control to the right end of the bar above the rows. */
  public void tool(javafx.scene.Node control) {
    toolbar.getChildren().add(control);
  }

  private void redraw() {
    for (GridColumns.Cell cell : List.copyOf(live)) {
      if (cell.getScene() != null && !cell.isEmpty()) {
        cell.draw();
      }
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
        row.set(null);
        present.order(null, false);
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
      row.set(null);
      present.order(name, down);
    }
    return true;
  }

  /** Goes to the row with the number {@code row}, counted from 1. */
  public void goTo(long row) {
    Rows shown = rows;
    if (shown == null || shown.count() == 0) {
      return;
    }
    int index = (int) Math.clamp(row - 1, 0, shown.count() - 1);
    main.getSelectionModel().clearAndSelect(index);
    main.scrollTo(Math.max(0, index - 3));
    main.requestFocus();
  }

  /** All columns of the table, the frozen ones first. */
  List<TableInfo.Column> columns() {
    var all = new ArrayList<TableInfo.Column>();
    for (TableColumn<Long, ?> column : frozen.getColumns().subList(1, frozen.getColumns().size())) {
      all.add((TableInfo.Column) column.getUserData());
    }
    Rows shown = rows;
    if (shown != null) {
      shown.columns().stream().filter(column -> !isFrozen(column)).forEach(all::add);
    }
    return all;
  }

  private @Nullable TableColumn<Long, ?> find(TableInfo.Column column) {
    for (TableView<Long> table : List.of(main, frozen)) {
      for (TableColumn<Long, ?> made : table.getColumns()) {
        if (column.equals(made.getUserData())) {
          return made;
        }
      }
    }
    return null;
  }

  boolean isFrozen(TableInfo.Column column) {
    TableColumn<Long, ?> made = find(column);
    return made != null && frozen.getColumns().contains(made);
  }

  boolean isShown(TableInfo.Column column) {
    TableColumn<Long, ?> made = find(column);
    return made != null && made.isVisible();
  }

  /** Shows a column in its place, or hides it. */
  void show(TableInfo.Column column, boolean visible) {
    if (visible) {
      made(column).setVisible(true);
    } else if (find(column) instanceof TableColumn<Long, ?> present) {
      present.setVisible(false);
    }
  }

  /** The column on the screen; one beyond the first is made when it is asked for. */
  private TableColumn<Long, ?> made(TableInfo.Column column) {
    TableColumn<Long, ?> present = find(column);
    if (present == null && rows != null) {
      present = maker.apply(rows.columns().indexOf(column));
      insert(present);
    }
    return Objects.requireNonNull(present);
  }

  /** Puts a column among the others of the table in the order of the table. */
  private void insert(TableColumn<Long, ?> column) {
    List<TableInfo.Column> order = rows == null ? List.of() : rows.columns();
    int own = order.indexOf((TableInfo.Column) column.getUserData());
    int place = 0;
    while (place < main.getColumns().size()
        && order.indexOf((TableInfo.Column) main.getColumns().get(place).getUserData()) < own) {
      place++;
    }
    main.getColumns().add(place, column);
  }

  /** Puts {@code column} beside the row numbers, or back to its place among the others. */
  void freeze(TableInfo.Column column, boolean still) {
    if (still == isFrozen(column) || rows == null) {
      return;
    }
    TableColumn<Long, ?> made = made(column);
    if (still) {
      made.setVisible(true);
      main.getColumns().remove(made);
      frozen.getColumns().add(made);
    } else {
      frozen.getColumns().remove(made);
      insert(made);
    }
    fitFrozen();
  }

  /** Brings {@code column} into view. */
  void reveal(TableInfo.Column column) {
    show(column, true);
    if (!isFrozen(column)) {
      main.scrollToColumn(made(column));
      main.getSelectionModel()
          .clearAndSelect(Math.max(0, main.getSelectionModel().getSelectedIndex()));
    }
  }

  private void fitFrozen() {
    double width = 2;
    for (TableColumn<Long, ?> column : frozen.getColumns()) {
      width += column.isVisible() ? column.getWidth() : 0;
      column.widthProperty().subscribe(now -> sizeFrozen());
    }
    frozen.setPrefWidth(width);
  }

  private void sizeFrozen() {
    double width =
        2 + frozen.getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum();
    frozen.setPrefWidth(width);
    frozen.setMinWidth(Math.min(width, 500));
    frozen.setMaxWidth(width);
  }

  private void followSelection() {
    frozen
        .getSelectionModel()
        .selectedIndexProperty()
        .subscribe(
            index -> {
              int row = index.intValue();
              if (row >= 0 && frozen.isFocused()) {
                main.getSelectionModel().clearAndSelect(row);
                main.requestFocus();
              }
            });
    main.getSelectionModel()
        .selectedIndexProperty()
        .subscribe(
            index -> {
              allSelected = false;
              if (index.intValue() >= 0) {
                frozen.getSelectionModel().clearAndSelect(index.intValue());
              } else {
                frozen.getSelectionModel().clearSelection();
              }
              follow();
            });
  }

  private void key(KeyEvent event) {
    if (ALL.match(event)) {
      event.consume();
      allSelected = true;
      toolbar.allSelected();
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
    List<Integer> chosen =
        allSelected ? List.of() : List.copyOf(main.getSelectionModel().getSelectedIndices());
    String order = present.orderBy();
    boolean down = present.descending();
    boolean all = allSelected;
    background.run(
        () -> all ? RowCopy.all(shown, order, down) : RowCopy.rows(shown, order, down, chosen),
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
