package io.liftwerk.app.window.grid;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.workspace.TableInfo;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** Makes the columns of a grid and draws their cells. */
final class GridColumns {
  private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
  private static final PseudoClass LOADING = PseudoClass.getPseudoClass("loading");
  private static final int LONGEST = 300;

  private final Formats formats;
  private final Set<Drawn> live;
  private final RowWindow window;

  /**
   * @param live takes every cell that is made, so that the grid can draw it again when its row has
   *     arrived, or when another row stands in its slot
   * @param window says which row stands in a slot
   */
  GridColumns(Formats formats, Set<Drawn> live, RowWindow window) {
    this.formats = formats;
    this.live = live;
    this.window = window;
  }

  /** A cell that shows what its slot holds now. */
  abstract static class Drawn extends TableCell<Long, Long> {
    @Override
    protected void updateItem(@Nullable Long item, boolean empty) {
      super.updateItem(item, empty);
      draw();
    }

    abstract void draw();
  }

  /** Cells of a row by its number; null while they are on their way. */
  interface Source {
    @Nullable List<@Nullable Object> row(long index);
  }

  /** The numbers of the rows, wide enough for {@code count}. */
  TableColumn<Long, Long> numbers(long count) {
    var column = new TableColumn<Long, Long>("#");
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(made -> new Number());
    column.setSortable(false);
    column.setResizable(false);
    column.setReorderable(false);
    column.setPrefWidth(26 + 7.4 * formats.count(Math.max(count, 100)).length());
    return column;
  }

  private final class Number extends Drawn {
    private Number() {
      setAlignment(Pos.CENTER_RIGHT);
      getStyleClass().add("row-number");
      live.add(this);
    }

    @Override
    void draw() {
      Long slot = getItem();
      setText(isEmpty() || slot == null ? null : formats.count(window.row(slot) + 1));
    }
  }

  TableColumn<Long, Long> column(TableInfo.Column from, int position, Source source) {
    var column = new TableColumn<Long, Long>(from.name());
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    boolean number = isNumber(from.type());
    column.setCellFactory(made -> new Cell(position, number, source));
    column.setPrefWidth(width(from));
    column.setMinWidth(48);
    column.setReorderable(false);
    column.setUserData(from);
    if (number) {
      column.getStyleClass().add("number");
    }
    return column;
  }

  static boolean isNumber(String type) {
    return type.matches("(?i)(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL.*|DOUBLE|FLOAT|REAL)");
  }

  private static double width(TableInfo.Column column) {
    if (column.type().startsWith("VARCHAR(")) {
      // a length is stated only of a page's own columns of sentences
      return 520;
    }
    double head = 34 + 7.2 * Math.min(column.name().length(), 24);
    double body =
        switch (column.type().replaceAll("\\(.*", "")) {
          case "DATE", "BOOLEAN" -> 96;
          case "VARCHAR" -> 140;
          case "TIMESTAMP", "TIMESTAMP WITH TIME ZONE" -> 150;
          default -> 84;
        };
    return Math.max(head, body);
  }

  /** One cell; it asks the source each time it is drawn and never waits. */
  final class Cell extends Drawn {
    private final int position;
    private final Source source;

    private Cell(int position, boolean number, Source source) {
      this.position = position;
      this.source = source;
      if (number) {
        setAlignment(Pos.CENTER_RIGHT);
      }
      live.add(this);
    }

    @Override
    void draw() {
      Long slot = getItem();
      if (isEmpty() || slot == null) {
        setText(null);
        pseudoClassStateChanged(MISSING, false);
        pseudoClassStateChanged(LOADING, false);
        return;
      }
      List<@Nullable Object> row = source.row(window.row(slot));
      String text = row == null || position >= row.size() ? null : formats.cell(row.get(position));
      pseudoClassStateChanged(LOADING, row == null);
      pseudoClassStateChanged(MISSING, row != null && text == null);
      setText(row == null ? "·" : text == null ? "–" : oneLine(text));
    }

    private static String oneLine(String text) {
      String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
      return cut.indexOf('\n') < 0 && cut.indexOf('\r') < 0 ? cut : cut.replaceAll("\\R", " ⏎ ");
    }
  }
}
