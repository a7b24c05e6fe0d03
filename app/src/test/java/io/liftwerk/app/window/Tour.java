package io.liftwerk.app.window;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.IntegerProperty;

/** The way through every page of an open workspace, tabs included, in the order of work. */
final class Tour {
  private final Fx fx;
  private final Map<String, Runnable> views = new LinkedHashMap<>();

  private Tour(Fx fx) {
    this.fx = fx;
  }

  /** What to do on the screen's thread to see each view, by the view's name. */
  static Map<String, Runnable> of(Fx fx) {
    var tour = new Tour(fx);
    Models models = Objects.requireNonNull(fx.window.models());
    for (PageId page : PageId.values()) {
      switch (page) {
        case CHURN -> tour.tabs(page, models.churnTab(), 2);
        case LIFETIME -> tour.tabs(page, models.lifetimeTab(), 2);
        case BANDITS -> tour.tabs(page, models.banditTab(), 2);
        case EXPERIMENTS -> tour.tabs(page, models.experiments().tab(), 2);
        case KEYWORDS -> tour.tabs(page, models.keywords().tab(), 4);
        case BRIEFS -> tour.tabs(page, models.briefs().tab(), 3);
        default -> tour.view(page, "", () -> {});
      }
    }
    return tour.views;
  }

  private void tabs(PageId page, IntegerProperty tab, int count) {
    for (int i = 0; i < count; i++) {
      int place = i;
      view(page, "-" + (i + 1), () -> tab.set(place));
    }
  }

  private void view(PageId page, String part, Runnable then) {
    String name = String.format(Locale.ROOT, "%02d-%s%s", page.ordinal() + 1, page.id(), part);
    views.put(
        name,
        () -> {
          Objects.requireNonNull(fx.window.shell()).go(page);
          then.run();
        });
  }
}
