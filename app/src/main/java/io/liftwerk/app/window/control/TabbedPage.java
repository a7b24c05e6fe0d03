package io.liftwerk.app.window.control;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;

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
    var bar = new SegmentBar(tabs.stream().map(Tab::title).toList(), choose);
    bar.getStyleClass().add("page-tabs");
    setTop(bar);
    chosen.subscribe(
        place -> {
          bar.select(place.intValue());
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
