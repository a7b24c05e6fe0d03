package io.liftwerk.app.window.control;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A few words side by side, of which one is chosen at any time. */
public final class SegmentBar extends HBox {
  private final ToggleGroup group = new ToggleGroup();

  /**
   * @param choose told which of {@code titles} the user chose
   */
  public SegmentBar(List<String> titles, IntConsumer choose) {
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("segments");
    for (int i = 0; i < titles.size(); i++) {
      int place = i;
      var button = new ToggleButton(titles.get(i));
      button.setMnemonicParsing(false);
      button.setAccessibleText(titles.get(i));
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setToggleGroup(group);
      button.getStyleClass().addAll("small", "segment");
      if (i == 0) {
        button.getStyleClass().add("first");
      }
      if (i == titles.size() - 1) {
        button.getStyleClass().add("last");
      }
      button.setOnAction(
          event -> {
            button.setSelected(true);
            choose.accept(place);
          });
      getChildren().add(button);
    }
  }

  /** Shows which is chosen; nobody is told. */
  public void select(int place) {
    group.selectToggle(group.getToggles().get(place));
  }
}
