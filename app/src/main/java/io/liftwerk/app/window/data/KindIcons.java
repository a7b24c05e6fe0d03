package io.liftwerk.app.window.data;

import org.kordamp.ikonli.feather.Feather;

/** Pictures for the kinds of export that recipes name. */
final class KindIcons {
  static final Feather GENERIC = Feather.GRID;

  private KindIcons() {}

  /**
   * @param icon as a recipe names it: one of ours, or any of Feather's
   */
  static Feather of(String icon) {
    return switch (icon) {
      case "search" -> Feather.SEARCH;
      case "ads" -> Feather.TARGET;
      case "chart", "analytics", "report" -> Feather.BAR_CHART_2;
      case "crm", "people", "persons" -> Feather.USERS;
      case "shop", "orders", "cart" -> Feather.SHOPPING_CART;
      case "feed", "product", "products" -> Feather.TAG;
      case "crawl", "site", "pages" -> Feather.GLOBE;
      case "links" -> Feather.LINK_2;
      case "sitemap" -> Feather.MAP;
      case "log", "logs" -> Feather.SERVER;
      case "events", "stream" -> Feather.ACTIVITY;
      case "documents", "articles", "document" -> Feather.FILE_TEXT;
      case "consent" -> Feather.CHECK_SQUARE;
      case "experiment" -> Feather.SHUFFLE;
      default -> feather(icon);
    };
  }

  private static Feather feather(String icon) {
    for (Feather known : Feather.values()) {
      if (known.getDescription().equals("fth-" + icon)) {
        return known;
      }
    }
    return GENERIC;
  }
}
