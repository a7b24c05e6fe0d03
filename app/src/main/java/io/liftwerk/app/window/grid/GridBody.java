package io.liftwerk.app.window.grid;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The frozen columns, the others beside them, and one scroll bar that stands for all rows of the
 * table. The two tables never scroll by themselves: they have as many rows as fit.
 */
final class GridBody extends Region {
  private static final double ROW = DataGrid.ROW;
  private static final double LEAST_MAIN = 200;

  /** Height of the heads, more or less; only how soon rows are seen hangs on it. */
  private static final double HEAD = 30;

  /** Length of the bar's thumb that a hand still gets hold of, however many rows there are. */
  private static final double LEAST_THUMB = 28;

  private final TableView<Long> frozen;
  private final TableView<Long> main;
  private final ScrollBar bar = new ScrollBar();
  private final Region corner = new Region();
  private final LongConsumer scrolled;
  private final IntConsumer fits;
  private boolean following;
  private double inSight;
  private int room = 1;

  /**
   * @param scrolled told which row is to be the first, when the bar is moved
   * @param fits told how many rows there is room for
   */
  GridBody(TableView<Long> frozen, TableView<Long> main, LongConsumer scrolled, IntConsumer fits) {
    this.frozen = frozen;
    this.main = main;
    this.scrolled = scrolled;
    this.fits = fits;
    bar.setOrientation(Orientation.VERTICAL);
    bar.getStyleClass().add("rows-bar");
    bar.setUnitIncrement(1);
    bar.valueProperty()
        .subscribe(
            value -> {
              if (!following) {
                scrolled.accept(Math.round(value.doubleValue()));
              }
            });
    corner.getStyleClass().add("rows-corner");
    corner.visibleProperty().bind(bar.visibleProperty());
  }

  /**
   * Adds what is not there yet, one part with each picture: a table makes all its cells at once.
   *
   * @return whether something was added
   */
  boolean more() {
    if (main.getParent() == null) {
      getChildren().add(main);
    } else if (frozen.getParent() == null) {
      getChildren().setAll(List.of(frozen, main, corner, bar));
    } else {
      return false;
    }
    return true;
  }

  /** Has the tables no taller than {@code rows} need: even empty rows take their time to make. */
  void room(int rows) {
    if (rows != room) {
      room = rows;
      requestLayout();
    }
  }

  /** Puts the bar where {@code window} is. */
  void follow(RowWindow window) {
    following = true;
    double last = window.lastTop();
    boolean needed = last > 0;
    if (needed != bar.isVisible()) {
      bar.setVisible(needed);
      requestLayout();
    }
    bar.setMax(last);
    inSight = (double) window.filled() / Math.max(1, window.count());
    sizeThumb();
    bar.setBlockIncrement(Math.max(1, window.filled() - 1));
    bar.setValue(window.top());
    following = false;
  }

  private void sizeThumb() {
    double least = LEAST_THUMB / Math.max(LEAST_THUMB, bar.getHeight());
    bar.setVisibleAmount(bar.getMax() * Math.max(inSight, least));
  }

  /** Follows the room that the tables have for rows, once their parts are there. */
  void tie() {
    for (TableView<Long> table : List.of(frozen, main)) {
      Region flow = flow(table);
      ScrollBar sideways = sideways(table);
      if (flow != null && sideways != null && !flow.getProperties().containsKey(GridBody.class)) {
        flow.getProperties().put(GridBody.class, this);
        flow.heightProperty().subscribe(height -> requestLayout());
        sideways.visibleProperty().subscribe(visible -> requestLayout());
      }
    }
    requestLayout();
  }

  /**
   * Counts the rows that fit, and tells.
   *
   * @param spare height that the tables do not have yet
   */
  private void fit(double spare) {
    int slots = Integer.MAX_VALUE;
    for (TableView<Long> table : List.of(frozen, main)) {
      Region flow = flow(table);
      if (flow == null || flow.getHeight() <= 0) {
        return;
      }
      slots = Math.min(slots, (int) ((flow.getHeight() + spare - height(sideways(table))) / ROW));
    }
    fits.accept(Math.max(1, slots));
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double tall = Math.min(height, HEAD + ROW * room);
    double side = snapSizeX(Math.min(frozen.prefWidth(-1), Math.max(60, width - LEAST_MAIN)));
    double thick = bar.isVisible() ? snapSizeX(bar.prefWidth(-1)) : 0;
    main.setPadding(new Insets(0, thick, 0, 0));
    frozen.resizeRelocate(0, 0, side, tall);
    main.resizeRelocate(side, 0, width - side, tall);
    double head =
        main.lookup(".column-header-background") instanceof Region row ? row.getHeight() : 0;
    double left = width - thick - 1;
    corner.resizeRelocate(left, 1, thick, head);
    bar.resizeRelocate(left, head + 1, thick, Math.max(0, height - head - 2));
    sizeThumb();
    fit(height - tall);
  }

  @Override
  protected double computePrefWidth(double height) {
    return frozen.prefWidth(height) + main.prefWidth(height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return main.prefHeight(width);
  }

  private static @Nullable Region flow(TableView<?> table) {
    return table.lookup(".virtual-flow") instanceof Region flow ? flow : null;
  }

  private static @Nullable ScrollBar sideways(TableView<?> table) {
    return table.lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
        .findFirst()
        .orElse(null);
  }

  private static double height(@Nullable ScrollBar sideways) {
    return sideways != null && sideways.isVisible() ? sideways.prefHeight(-1) : 0;
  }
}
