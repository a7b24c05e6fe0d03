package io.liftwerk.warehouse.staging;

import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.workspace.Sql;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Search Console's tables, of which each counts the same searches by another dimension. */
final class SearchConsoleRows {
  private SearchConsoleRows() {}

  static boolean fits(Source source) {
    return source.platform().equals("search-console")
        && source.has(Role.CLICKS)
        && source.has(Role.IMPRESSIONS);
  }

  static Staged of(Source source) {
    return new Staged(Domain.SEARCH_CONSOLE, source)
        .put("dimension", Sql.literal(dimension(source)))
        .put("date_day", source.sql(Field::day, Role.DAY))
        .put("query", source.sql(Field::text, Role.QUERY))
        .put("page", source.sql(Field::text, Role.PAGE))
        .put("country", source.sql(Field::word, Role.COUNTRY))
        .put("device_raw", source.sql(Field::word, Role.DEVICE))
        .put("appearance", source.sql(Field::word, "appearance"))
        .put("clicks", source.sql(Field::whole, Role.CLICKS))
        .put("impressions", source.sql(Field::whole, Role.IMPRESSIONS))
        .put("position", position(source));
  }

  private static String dimension(Source source) {
    return switch (source.kind()) {
      case "search-console-dates" -> "day";
      case "search-console-queries" -> "query";
      case "search-console-pages" -> "page";
      case "search-console-countries" -> "country";
      case "search-console-devices" -> "device";
      case "search-console-appearance" -> "appearance";
      default -> "several";
    };
  }

  /** The bulk export has the sum of positions, counted from 0, instead of their mean. */
  private static @Nullable String position(Source source) {
    Optional<Field> sum = source.find("sum_position");
    Optional<Field> impressions = source.find(Role.IMPRESSIONS);
    if (sum.isPresent() && impressions.isPresent()) {
      return "cast(1 + "
          + sum.get().number()
          + " / nullif("
          + impressions.get().whole()
          + ", 0) as decimal(28, 6))";
    }
    return source.sql(Field::number, Role.POSITION);
  }
}
