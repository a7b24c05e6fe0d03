package io.liftwerk.app.window.grid;

import io.liftwerk.workspace.TableInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table stand on the screen and where: beside the row numbers, among the others,
 * or nowhere yet. The first are made one after the other, one beyond them when it is asked for.
 */
final class ColumnPlaces {
  private static final int AT_ONCE = 6;
  private static final int SEEN = 16;
  private static final int MORE_SEEN = 2;
  private static final int MORE = 5;

  private final TableView<Long> main;
  private final TableView<Long> frozen;
  private List<TableInfo.Column> order = List.of();
  private IntFunction<TableColumn<Long, ?>> maker = place -> new TableColumn<>();
  private int made;

  ColumnPlaces(TableView<Long> main, TableView<Long> frozen) {
    this.main = main;
    this.frozen = frozen;
  }

  /**
   * Starts anew with the first columns of a table.
   *
   * @param numbers column of the row numbers
   * @param all the table's columns in their order
   * @param making makes the column at a place
   */
  void start(
      TableColumn<Long, ?> numbers,
      List<TableInfo.Column> all,
      IntFunction<TableColumn<Long, ?>> making) {
    order = all;
    maker =
        place -> {
          TableColumn<Long, ?> column = making.apply(place);
          column.widthProperty().subscribe(width -> fitFrozen());
          return column;
        };
    frozen.getColumns().setAll(List.of(numbers));
    main.getColumns().clear();
    made = 0;
    make(AT_ONCE);
    fitFrozen();
  }

  /**
   * Adds a few of the columns that stand on the screen from the start; fewer of those that are seen
   * at once, which have cells.
   *
   * @return whether some are left
   */
  boolean more() {
    make(made < SEEN ? MORE_SEEN : MORE);
    return made < first();
  }

  private int first() {
    return Math.min(DataGrid.SHOWN, order.size());
  }

  private void make(int number) {
    var next = new ArrayList<TableColumn<Long, ?>>();
    while (made < first() && next.size() < number) {
      next.add(maker.apply(made++));
    }
    main.getColumns().addAll(next);
  }

  /** Whoever asks for columns sees all that belong there. */
  private void complete() {
    if (made < first()) {
      make(first());
    }
  }

  /** All columns of the table, the frozen ones first. */
  List<TableInfo.Column> all() {
    var all = new ArrayList<TableInfo.Column>();
    for (TableColumn<Long, ?> column : frozen.getColumns().subList(1, frozen.getColumns().size())) {
      all.add((TableInfo.Column) column.getUserData());
    }
    order.stream().filter(column -> !isFrozen(column)).forEach(all::add);
    return all;
  }

  private @Nullable TableColumn<Long, ?> find(TableInfo.Column column) {
    complete();
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
      onScreen(column).setVisible(true);
    } else if (find(column) instanceof TableColumn<Long, ?> present) {
      present.setVisible(false);
    }
    fitFrozen();
  }

  private TableColumn<Long, ?> onScreen(TableInfo.Column column) {
    TableColumn<Long, ?> present = find(column);
    if (present == null && order.contains(column)) {
      present = maker.apply(order.indexOf(column));
      insert(present);
    }
    return Objects.requireNonNull(present);
  }

  /** Puts a column among the others in the order of the table. */
  private void insert(TableColumn<Long, ?> column) {
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
    if (still == isFrozen(column) || !order.contains(column)) {
      return;
    }
    TableColumn<Long, ?> moved = onScreen(column);
    if (still) {
      moved.setVisible(true);
      main.getColumns().remove(moved);
      frozen.getColumns().add(moved);
    } else {
      frozen.getColumns().remove(moved);
      insert(moved);
    }
    fitFrozen();
  }

  /** Brings {@code column} into view. */
  void reveal(TableInfo.Column column) {
    show(column, true);
    if (!isFrozen(column)) {
      main.scrollToColumn(onScreen(column));
    }
  }

  private void fitFrozen() {
    frozen.setPrefWidth(
        2 + frozen.getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum());
  }
}
