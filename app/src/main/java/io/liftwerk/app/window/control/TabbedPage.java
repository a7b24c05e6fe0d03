package io.liftwerk.app.window.control;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Two questions on one page: the one that is chosen has its finding and its origin shown. */
public final class TabbedPage extends PageView {

  /** A question and the page that answers it. */
  public record Tab(String title, PageView page) {}

  private final List<Tab> tabs;

  /**
   * @param chosen which tab is in front; it outlives the page
   * @param choose told which tab the user brought to the front
   */
  public TabbedPage(List<Tab> tabs, ReadOnlyIntegerProperty chosen, IntConsumer choose) {
    this.tabs = tabs;
    var group = new ToggleGroup();
    var bar = new HBox();
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().addAll("segments", "page-tabs");
    for (int i = 0; i < tabs.size(); i++) {
      int place = i;
      var button = new ToggleButton(tabs.get(i).title());
      button.setMnemonicParsing(false);
      button.setAccessibleText(tabs.get(i).title());
      button.setToggleGroup(group);
      button.getStyleClass().addAll("small", "segment");
      if (i == 0) {
        button.getStyleClass().add("first");
      }
      if (i == tabs.size() - 1) {
        button.getStyleClass().add("last");
      }
      button.setOnAction(
          event -> {
            button.setSelected(true);
            choose.accept(place);
          });
      bar.getChildren().add(button);
    }
    setTop(bar);
    chosen.subscribe(
        place -> {
          group.selectToggle(group.getToggles().get(place.intValue()));
          show(place.intValue());
        });
  }

  private void show(int place) {
    PageView page = tabs.get(place).page();
    boolean seen = getScene() != null;
    setCenter(page);
    finding().bind(page.finding());
    origin().bind(page.origin());
    if (seen) {
      page.entered();
    }
  }

  @Override
  public void entered() {
    if (getCenter() instanceof PageView page) {
      page.entered();
    }
  }
}
