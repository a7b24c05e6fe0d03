package io.liftwerk.app.window.control;

import io.liftwerk.report.Fonts;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Short tables of things that are no rows of data: a line each, all of them shown. */
public final class Columns {
  private static final double ROW = 27;
  private static final double HEAD = 28;
  private static final double INSET = 4;
  private static final double NUMBER = 84;

  /** Room in which names as people give them can mostly be told apart. */
  private static final double LEAST_WORDS = 96;

  private static final double SIZE = 13;
  private static final int MEASURED = 40;
  private static final double PADDING = 20;

  private Columns() {}

  /** A mark beside a word, in the colour that {@code style} gives it. */
  public record Mark(Feather icon, String style, String text) {}

  /**
   * A table as high as its lines.
   *
   * @param name accessible name
   * @param most lines shown before it scrolls
   */
  @SafeVarargs
  public static <T> TableView<T> table(
      String name, List<T> lines, int most, TableColumn<T, ?>... columns) {
    var table = new TableView<T>(FXCollections.observableArrayList(lines));
    table.getStyleClass().addAll("dense", "plain");
    table.setAccessibleText(name);
    table.setFixedCellSize(ROW);
    table.setPrefHeight(height(lines.size(), most));
    table.setMinHeight(TableView.USE_PREF_SIZE);
    table.getColumns().setAll(List.of(columns));
    for (TableColumn<T, ?> column : columns) {
      roomForNumbers(column, lines);
    }
    roomForTitles(table);
    return table;
  }

  /** How high a table of so many lines is; it scrolls beyond {@code most}. */
  public static double height(int lines, int most) {
    return HEAD + ROW * Math.clamp(lines, 1, most) + 2;
  }

  /**
   * Has every column as wide as its title at least, so that none ends in an ellipsis. Where the
   * table is too narrow for all of them it scrolls.
   */
  public static void roomForTitles(TableView<?> table) {
    for (TableColumn<?, ?> column : table.getColumns()) {
      double title = width(column.getText());
      column.setMinWidth(Math.max(column.getMinWidth(), title));
      column.setPrefWidth(Math.max(column.getPrefWidth(), title));
    }
    table
        .widthProperty()
        .subscribe(
            width ->
                table.setColumnResizePolicy(
                    width.doubleValue() > 0 && width.doubleValue() < least(table)
                        ? TableView.UNCONSTRAINED_RESIZE_POLICY
                        : TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN));
  }

  private static double least(TableView<?> table) {
    return table.getColumns().stream().mapToDouble(TableColumn::getMinWidth).sum();
  }

  /** As wide as the longest of its numbers: one that is cut off would be read as another. */
  private static <T> void roomForNumbers(TableColumn<T, ?> column, List<T> lines) {
    if (column.getStyleClass().contains("number")) {
      for (T line : lines.subList(0, Math.min(lines.size(), MEASURED))) {
        if (column.getCellData(line) instanceof String number) {
          column.setMinWidth(Math.max(column.getMinWidth(), width(number)));
        }
      }
      column.setPrefWidth(Math.max(column.getPrefWidth(), column.getMinWidth()));
    }
  }

  /** What a title or a number takes, with what the style sheet leaves beside it. */
  private static double width(String title) {
    var text = new Text(title);
    text.setFont(Font.font(Fonts.FAMILY + " Medium", SIZE));
    return Math.ceil(text.getLayoutBounds().getWidth()) + PADDING;
  }

  /** A column of words; those that do not fit are told when the mouse rests on them. */
  public static <T> TableColumn<T, String> words(
      String title, double width, Function<T, String> value) {
    var column = new TableColumn<T, String>(title);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    column.setCellFactory(made -> new WordCell<>());
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, LEAST_WORDS));
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  /** A column of numbers, right-aligned. */
  public static <T> TableColumn<T, String> number(
      String title, double width, Function<T, String> value) {
    TableColumn<T, String> column = words(title, width, value);
    column.getStyleClass().add("number");
    column.setMinWidth(Math.min(width, 100));
    return column;
  }

  /** A column of words that the lines can be sorted by. */
  public static <T> TableColumn<T, String> sortedWords(
      String title, double width, Function<T, String> value) {
    TableColumn<T, String> column = words(title, width, value);
    column.setSortable(true);
    return column;
  }

  /**
   * A right-aligned column of numbers that the lines can be sorted by.
   *
   * @param order what is less; missing numbers first
   * @param written the number as it is read
   */
  public static <T> TableColumn<T, T> sorted(
      String title, double width, Comparator<T> order, Function<T, String> written) {
    return bars(title, width, order, written, line -> 0.0, line -> "");
  }

  /**
   * As {@link #sorted}, with a bar behind each number.
   *
   * @param share length of the bar, 0 to 1
   * @param style colour of the bar
   */
  public static <T> TableColumn<T, T> bars(
      String title,
      double width,
      Comparator<T> order,
      Function<T, String> written,
      ToDoubleFunction<T> share,
      Function<T, String> style) {
    var column = new TableColumn<T, T>(title);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(made -> new BarCell<>(written, share, style));
    column.setComparator(order);
    column.setSortType(TableColumn.SortType.DESCENDING);
    column.getStyleClass().add("number");
    column.setPrefWidth(width);
    // a number that is cut off would be read as another
    column.setMinWidth(Math.min(width, NUMBER));
    column.setReorderable(false);
    return column;
  }

  /** A column of marks. */
  public static <T> TableColumn<T, Mark> marks(
      String title, double width, Function<T, Mark> value) {
    var column = new TableColumn<T, Mark>(title);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setCellFactory(made -> new MarkCell<>());
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, 136));
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private static final class WordCell<T> extends TableCell<T, String> {
    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? null : text);
      setTooltip(empty || text == null || text.length() < 24 ? null : new Tooltip(text));
    }
  }

  /** A number, with a bar behind it as long as its share. */
  private static final class BarCell<T> extends TableCell<T, T> {
    private final Function<T, String> written;
    private final ToDoubleFunction<T> share;
    private final Function<T, String> style;
    private final Region bar = new Region();
    private double length;

    private BarCell(
        Function<T, String> written, ToDoubleFunction<T> share, Function<T, String> style) {
      this.written = written;
      this.share = share;
      this.style = style;
      bar.setManaged(false);
      bar.setMouseTransparent(true);
    }

    @Override
    protected void updateItem(@Nullable T line, boolean empty) {
      super.updateItem(line, empty);
      if (empty || line == null) {
        setText(null);
        length = 0;
      } else {
        setText(written.apply(line));
        length = Math.clamp(share.applyAsDouble(line), 0, 1);
        bar.getStyleClass().setAll("bar", style.apply(line));
      }
      requestLayout();
    }

    @Override
    protected void layoutChildren() {
      super.layoutChildren();
      if (length > 0) {
        if (!getChildren().contains(bar)) {
          getChildren().addFirst(bar);
        }
        double room = getWidth() - 2 * INSET;
        bar.resizeRelocate(INSET, INSET, Math.max(2, room * length), getHeight() - 2 * INSET);
      } else {
        getChildren().remove(bar);
      }
    }
  }

  private static final class MarkCell<T> extends TableCell<T, Mark> {
    @Override
    protected void updateItem(@Nullable Mark mark, boolean empty) {
      super.updateItem(mark, empty);
      if (empty || mark == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      setText(mark.text());
      FontIcon icon = Ui.icon(mark.icon());
      icon.getStyleClass().add(mark.style());
      setGraphic(icon);
      setGraphicTextGap(7);
    }
  }
}
