package io.liftwerk.app.window.control;

import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The few numbers that matter, each with its name and what it is to be read beside. */
public final class Tiles extends FlowPane {
  private static final double NARROWEST = 128;

  public Tiles() {
    super(10, 10);
  }

  /**
   * Adds a number.
   *
   * @param note what it is to be read beside, empty for nothing
   */
  public void add(String name, String value, String note) {
    var box =
        new VBox(
            1,
            Ui.label(name, "fact-name"),
            Ui.label(value, "tile-value"),
            Ui.label(note, "muted", "small"));
    box.getStyleClass().addAll("card", "figure-tile");
    box.setMinWidth(NARROWEST);
    getChildren().add(box);
  }
}
