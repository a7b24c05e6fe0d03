package io.liftwerk.app.window;

import io.liftwerk.app.window.grid.DataGrid;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;

/**
 * What a person cannot read or reach: words that end in an ellipsis, and controls that stick out of
 * the window where nothing scrolls to them. Words in cells of tables and lists are left out: they
 * are the client's own data, and their columns can be drawn wider. Numbers are not, since one that
 * is cut short would be read as another.
 */
final class Clipping {
  private Clipping() {}

  /** Everything in the window that is cut, as it stands. */
  static Set<String> of(Fx fx) {
    return Fx.call(
        () -> {
          var found = new TreeSet<String>();
          for (Node node : fx.nodes()) {
            if (Fx.isShown(node) && !isInCells(node)) {
              words(node, found);
              reach(fx, node, found);
            } else if (Fx.isShown(node) && node.getStyleClass().contains("number")) {
              words(node, found);
            }
          }
          return found;
        });
  }

  private static void words(Node node, Set<String> found) {
    if (node instanceof Labeled labeled && labeled.getText() != null && !isTold(labeled)) {
      for (Node part : labeled.getChildrenUnmodifiable()) {
        // an icon is a text too, of its own class
        if (part instanceof Text text
            && part.isVisible()
            && part.getStyleClass().contains("text")
            && !text.getText().equals(labeled.getText())) {
          found.add("cut short: '%s' to '%s'".formatted(labeled.getText(), text.getText()));
        }
      }
    }
  }

  /** Whether the whole of it is told where the mouse rests on it. */
  private static boolean isTold(Labeled labeled) {
    for (Node up = labeled; up != null; up = up.getParent()) {
      if (up instanceof Control control && control.getTooltip() != null) {
        return true;
      }
    }
    return false;
  }

  private static void reach(Fx fx, Node node, Set<String> found) {
    boolean acts =
        node instanceof ButtonBase
            || node instanceof ComboBoxBase
            || node instanceof TextInputControl
            || node instanceof TableView;
    if (!acts || isScrolled(node)) {
      return;
    }
    Bounds box = node.localToScene(node.getLayoutBounds());
    if (box.getMinX() < -1
        || box.getMinY() < -1
        || box.getMaxX() > fx.stage.getScene().getWidth() + 1
        || box.getMaxY() > fx.stage.getScene().getHeight() + 1
        || box.getWidth() < 1
        || box.getHeight() < 1) {
      found.add("out of reach: %s at %s".formatted(name(node), box));
    }
  }

  private static String name(Node node) {
    String text = node instanceof Labeled labeled ? labeled.getText() : null;
    return node.getClass().getSimpleName()
        + " '"
        + (text == null ? node.getAccessibleText() : text)
        + "'";
  }

  /** Whether something that scrolls holds it; a page never scrolls sideways. */
  private static boolean isScrolled(Node node) {
    for (Node up = node.getParent(); up != null; up = up.getParent()) {
      if (up instanceof ScrollPane || up instanceof VirtualFlow) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInCells(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      // the grid's own columns are named by the client's file
      if (up instanceof IndexedCell || up instanceof DataGrid) {
        return true;
      }
    }
    return false;
  }
}
