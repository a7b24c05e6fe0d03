package io.liftwerk.warehouse.staging;

import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.workspace.Sql;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who a row is about, and what it says of their consent. */
final class Persons {
  private static final String SHAPE_OF_TCF = "'[A-Za-z0-9_-]{20,}(\\.[A-Za-z0-9_-]+)*'";

  private Persons() {}

  /**
   * The person: the e-mail (its pseudonym, as soon as there is a vault), else the platform's own id
   * with the platform before it, else the telephone number; null where the row names nobody.
   */
  static @Nullable String id(Source source) {
    var ways = new ArrayList<String>();
    source
        .all(Role.EMAIL)
        .map(field -> "nullif(lower(trim(" + field.text() + ")), '')")
        .forEach(ways::add);
    String owner = source.platform().isEmpty() ? source.name() : source.platform();
    source
        .all(Role.PERSON_ID)
        // WooCommerce writes 0 for a guest
        .map(field -> Sql.literal(owner + ":") + " || nullif(" + field.word() + ", '0')")
        .forEach(ways::add);
    source.all(Role.PHONE).map(Field::word).forEach(ways::add);
    return ways.isEmpty()
        ? null
        : ways.size() == 1 ? ways.getFirst() : "coalesce(" + String.join(", ", ways) + ")";
  }

  /**
   * What the row says of consent, as {@code key=value;key=value}: {@code tcf}, {@code consent},
   * {@code optout}, {@code analytics_storage}, {@code ads_storage}; empty where it says nothing.
   */
  static String signal(Source source) {
    var parts = new ArrayList<String>();
    switch (source.kind()) {
      case "ga4-events" -> {
        parts.add(json(source, "privacy_info", "analytics_storage", "$.analytics_storage"));
        parts.add(json(source, "privacy_info", "ads_storage", "$.ads_storage"));
      }
      case "segment-events" -> {
        parts.add(preference(source, "analytics_storage", "analytics", "Analytics"));
        parts.add(preference(source, "ads_storage", "advertising", "Advertising"));
      }
      default -> {
        source.all(Role.CONSENT).map(Persons::consent).forEach(parts::add);
        source.all(Role.OPT_OUT).map(field -> pair("'optout='", field.word())).forEach(parts::add);
      }
    }
    parts.removeIf(String::isEmpty);
    return parts.isEmpty()
        ? "''"
        : "concat_ws(';', " + parts.stream().collect(Collectors.joining(", ")) + ")";
  }

  private static String consent(Field field) {
    String key =
        "case when regexp_full_match("
            + field.word()
            + ", "
            + SHAPE_OF_TCF
            + ") then 'tcf=' else 'consent=' end";
    return pair(key, field.word());
  }

  private static String json(Source source, String column, String key, String path) {
    return source
        .find(column)
        .map(field -> pair("'" + key + "='", Json.text(field, path)))
        .orElse("");
  }

  /** The client names the categories of its consent banner. */
  private static String preference(Source source, String key, String category, String other) {
    String path = "$.consent.categoryPreferences.";
    return source
        .find("context")
        .map(
            field ->
                pair(
                    "'" + key + "='",
                    "coalesce("
                        + Json.text(field, path + category)
                        + ", "
                        + Json.text(field, path + other)
                        + ")"))
        .orElse("");
  }

  private static String pair(String key, String value) {
    return key + " || replace(replace(replace(" + value + ", '%', '%25'), ';', '%3B'), '=', '%3D')";
  }

  /**
   * When that was said. Events and orders say it when they happen; what a list of persons says
   * without a date has none, since it may be years old.
   */
  static @Nullable String consentAt(Source source) {
    String said = source.sql(Field::moment, Role.CONSENT_TIME);
    boolean happens =
        source.kind().equals("ga4-events")
            || source.kind().equals("segment-events")
            || source.has(Role.ORDER_ID);
    return said == null && happens ? source.sql(Field::moment, Role.MOMENT) : said;
  }
}
