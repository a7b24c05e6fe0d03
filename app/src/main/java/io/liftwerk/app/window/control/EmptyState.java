package io.liftwerk.app.window.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What stands in place of things that are not there yet: that they are not, and what to do. */
public final class EmptyState extends VBox {

  /**
   * @param more what to do, and what comes of it
   * @param ways buttons that lead there
   */
  public EmptyState(Feather icon, String title, String more, Node... ways) {
    super(10);
    getChildren()
        .setAll(
            Ui.icon(icon),
            Ui.label(title, "choice-title"),
            Ui.paragraph(more, "muted", "centered"));
    if (ways.length > 0) {
      var line = new HBox(8, ways);
      line.setAlignment(Pos.CENTER);
      getChildren().add(line);
    }
    setAlignment(Pos.CENTER);
    getStyleClass().add("empty-state");
  }
}
