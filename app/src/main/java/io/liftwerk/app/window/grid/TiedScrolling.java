package io.liftwerk.app.window.grid;

import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Two tables side by side that scroll up and down as one. */
final class TiedScrolling {
  private final TableView<?> main;
  private final TableView<?> beside;
  private boolean tied;

  TiedScrolling(TableView<?> main, TableView<?> beside) {
    this.main = main;
    this.beside = beside;
  }

  /** Ties them as soon as both have their bars; called again for each that gets its skin. */
  void tie() {
    ScrollBar one = bar(main, Orientation.VERTICAL);
    ScrollBar two = bar(beside, Orientation.VERTICAL);
    if (one == null || two == null || tied) {
      return;
    }
    tied = true;
    two.valueProperty().bindBidirectional(one.valueProperty());
    ScrollBar sideways = bar(main, Orientation.HORIZONTAL);
    if (sideways != null) {
      // both tables must see equally many rows, or they would scroll apart
      sideways
          .visibleProperty()
          .subscribe(
              visible ->
                  beside.setPadding(new Insets(0, 0, visible ? sideways.prefHeight(-1) : 0, 0)));
    }
  }

  private static @Nullable ScrollBar bar(TableView<?> table, Orientation orientation) {
    Stream<ScrollBar> bars = table.lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast);
    return bars.filter(bar -> bar.getOrientation() == orientation).findFirst().orElse(null);
  }
}
