package io.liftwerk.warehouse.staging;

import io.liftwerk.ingest.ColumnType;
import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.workspace.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    Stream.concat(source.find("user_id").stream(), source.all(Role.PERSON_ID))
        .distinct()
        // WooCommerce writes 0 for a guest
        .map(field -> Sql.literal(owner + ":") + " || nullif(" + field.word() + ", '0')")
        .forEach(ways::add);
    source.all(Role.PHONE).map(Field::word).forEach(ways::add);
    return ways.isEmpty()
        ? null
        : ways.size() == 1 ? ways.getFirst() : "coalesce(" + String.join(", ", ways) + ")";
  }

  /**
   * What the row says of consent, as {@code key=value;key=value}, each key once: {@code tcf},
   * {@code consent}, {@code optout}, {@code analytics_storage}, {@code ads_storage}; empty where it
   * says nothing. Of several columns that mean the same, the first that is filled counts.
   */
  static String signal(Source source) {
    var parts = new ArrayList<String>();
    switch (source.kind()) {
      case "ga4-events" -> {
        parts.add(pair("analytics_storage", json(source, "privacy_info", "$.analytics_storage")));
        parts.add(pair("ads_storage", json(source, "privacy_info", "$.ads_storage")));
      }
      // answers by category, whatever the client calls these
      case "segment-events" -> parts.add(pair("consent", json(source, "context", "$.consent")));
      default -> {
        List<Field> answers = source.all(Role.CONSENT).toList();
        List<Field> texts =
            answers.stream().filter(field -> field.column().type() == ColumnType.TEXT).toList();
        parts.add(pair("tcf", first(texts, Persons::tcf)));
        parts.add(pair("consent", first(answers, Persons::answer)));
        parts.add(pair("optout", first(source.all(Role.OPT_OUT).toList(), Field::word)));
      }
    }
    parts.removeIf(String::isEmpty);
    return parts.isEmpty() ? "''" : "concat_ws(';', " + String.join(", ", parts) + ")";
  }

  private static String tcf(Field field) {
    return "case when " + shaped(field) + " then " + field.word() + " end";
  }

  private static String answer(Field field) {
    return field.column().type() == ColumnType.TEXT
        ? "case when not " + shaped(field) + " then " + field.word() + " end"
        : field.word();
  }

  private static String shaped(Field field) {
    return "regexp_full_match(" + field.word() + ", " + SHAPE_OF_TCF + ")";
  }

  private static @Nullable String first(List<Field> fields, Function<Field, String> as) {
    return fields.isEmpty()
        ? null
        : fields.size() == 1
            ? as.apply(fields.getFirst())
            : "coalesce(" + fields.stream().map(as).collect(Collectors.joining(", ")) + ")";
  }

  private static @Nullable String json(Source source, String column, String path) {
    return source.find(column).map(field -> Json.text(field, path)).orElse(null);
  }

  private static String pair(String key, @Nullable String value) {
    return value == null
        ? ""
        : "'"
            + key
            + "=' || replace(replace(replace("
            + value
            + ", '%', '%25'), ';', '%3B'), '=', '%3D')";
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
