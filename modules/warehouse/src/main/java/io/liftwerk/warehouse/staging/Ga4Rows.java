package io.liftwerk.warehouse.staging;

import io.liftwerk.ingest.recipe.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events of Google Analytics 4 as BigQuery exports them, nested values being JSON text. */
final class Ga4Rows {
  private static final String PARAMETERS =
      """
      json_transform(try_cast(%s as json), '[{"key": "VARCHAR", "value": {"string_value": "VARCHAR", \
      "int_value": "VARCHAR", "float_value": "VARCHAR", "double_value": "VARCHAR"}}]')\
      """;

  private final Source source;

  private Ga4Rows(Source source) {
    this.source = source;
  }

  static boolean fits(Source source) {
    return source.kind().equals("ga4-events");
  }

  static Staged of(Source source) {
    return new Ga4Rows(source).staged();
  }

  private Staged staged() {
    String parameters =
        source.find("event_params").map(field -> PARAMETERS.formatted(field.sql())).orElse("null");
    return new Staged(Domain.GA4_EVENTS, source)
        .from(
            "(\n    select *, "
                + parameters
                + " as _params\n    from "
                + Staged.reference(source)
                + "\n)")
        .put("event_date", source.sql(Field::day, Role.DAY))
        .put("event_at", source.sql(Field::moment, Role.MOMENT))
        .put("event_name", source.sql(Field::text, Role.EVENT))
        .put("user_id", source.sql(Field::word, "user_id"))
        .put("user_pseudo_id", source.sql(Field::word, "user_pseudo_id"))
        .put("analytics_storage", json("privacy_info", "$.analytics_storage"))
        .put("session_id", parameter("ga_session_id"))
        .put("session_number", "try_cast(" + parameter("ga_session_number") + " as bigint)")
        .put("session_engaged", parameter("session_engaged"))
        .put(
            "engagement_time_msec", "try_cast(" + parameter("engagement_time_msec") + " as bigint)")
        .put("page_location", parameter("page_location"))
        .put("page_title", parameter("page_title"))
        .put("session_source", lastClick("source"))
        .put("session_medium", lastClick("medium"))
        .put("session_campaign", lastClick("campaign_name"))
        .put("event_source", collected("manual_source", "source"))
        .put("event_medium", collected("manual_medium", "medium"))
        .put("event_campaign", collected("manual_campaign_name", "campaign"))
        .put("device_category", json("device", "$.category"))
        .put("country", json("geo", "$.country"))
        .put("hostname", json("device", "$.web_info.hostname"))
        .put("transaction_id", json("ecommerce", "$.transaction_id"))
        .put("currency", "upper(" + parameter("currency") + ")")
        .put("purchase_revenue", decimal(json("ecommerce", "$.purchase_revenue")))
        .put("refund_value", decimal(json("ecommerce", "$.refund_value")));
  }

  /** The value of an event's parameter: whichever of its four types is filled. */
  private static String parameter(String name) {
    String value = "list_filter(_params, lambda p: p.key = '" + name + "')[1].value";
    return "coalesce("
        + value
        + ".string_value, "
        + value
        + ".int_value, "
        + value
        + ".double_value, "
        + value
        + ".float_value)";
  }

  private @Nullable String lastClick(String name) {
    return json("session_traffic_source_last_click", "$.manual_campaign." + name);
  }

  /** What the visit's address said, else what was sent as the event's own parameter. */
  private String collected(String name, String parameter) {
    String sql = json("collected_traffic_source", "$." + name);
    return sql == null
        ? parameter(parameter)
        : "coalesce(" + sql + ", " + parameter(parameter) + ")";
  }

  private @Nullable String json(String column, String path) {
    Optional<Field> field = source.find(column);
    return field.map(found -> Json.text(found, path)).orElse(null);
  }

  private static @Nullable String decimal(@Nullable String sql) {
    return sql == null ? null : "try_cast(" + sql + " as decimal(28, 6))";
  }
}
