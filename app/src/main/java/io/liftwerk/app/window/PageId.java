package io.liftwerk.app.window;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** The pages, in the order of work. */
enum PageId {
  PLAN(Feather.MAP),
  DATA(Feather.DATABASE),
  QUALITY(Feather.CHECK_SQUARE),
  CONSENT(Feather.USER_CHECK),
  KPIS(Feather.BAR_CHART_2),
  LINEAGE(Feather.GIT_BRANCH),
  LEADS(Feather.TARGET),
  CHURN(Feather.USER_MINUS),
  LIFETIME(Feather.TRENDING_UP),
  SEGMENTS(Feather.USERS),
  EXPERIMENTS(Feather.GIT_PULL_REQUEST),
  UPLIFT(Feather.ZAP),
  BANDITS(Feather.SHUFFLE),
  MODELS(Feather.LAYERS),
  KEYWORDS(Feather.SEARCH),
  SOURCES(Feather.BOOK_OPEN),
  BRIEFS(Feather.EDIT_3),
  RUNS(Feather.CLOCK),
  GOVERNANCE(Feather.SHIELD);

  private final Feather icon;

  PageId(Feather icon) {
    this.icon = icon;
  }

  Feather icon() {
    return icon;
  }

  /** The keys that go there: the digits in the order of the pages, then the digits with Shift. */
  KeyCombination keys() {
    KeyCode digit = KeyCode.getKeyCode(String.valueOf((ordinal() + 1) % 10));
    return ordinal() < 10
        ? new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN)
        : new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The page {@code id}, or the first when there is no such page any more. */
  static PageId of(String id) {
    for (PageId page : values()) {
      if (page.id().equals(id)) {
        return page;
      }
    }
    return PLAN;
  }
}
