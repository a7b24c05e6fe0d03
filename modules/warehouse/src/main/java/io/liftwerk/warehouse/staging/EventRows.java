package io.liftwerk.warehouse.staging;

import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.workspace.Sql;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Events of a customer data platform, nested or flattened. */
final class EventRows {
  private final Source source;

  private EventRows(Source source) {
    this.source = source;
  }

  static boolean fits(Source source) {
    return source.kind().equals("segment-events");
  }

  static Staged of(Source source) {
    return new EventRows(source).staged();
  }

  private Staged staged() {
    return new Staged(Domain.EVENTS, source)
        .put("platform", Sql.literal(source.platform()))
        .put("event_id", source.sql(Field::word, Role.ID))
        .put("event_type", source.sql(Field::word, "type"))
        .put("event_name", source.sql(Field::word, Role.EVENT))
        .put("event_at", source.sql(Field::moment, Role.MOMENT))
        .put("event_on", source.sql(Field::day, Role.MOMENT))
        .put("anonymous_id", source.sql(Field::word, "anonymous_id"))
        .put("user_id", source.sql(Field::word, "user_id"))
        .put(
            "page_url",
            first(
                flat("context_page_url"),
                json("context", "$.page.url"),
                json("properties", "$.url")))
        .put(
            "source_raw",
            first(flat("context_campaign_source"), json("context", "$.campaign.source")))
        .put(
            "medium_raw",
            first(flat("context_campaign_medium"), json("context", "$.campaign.medium")))
        .put("campaign", first(flat("campaign"), json("context", "$.campaign.name")))
        .put("order_id", json("properties", "$.order_id"))
        .put("currency", json("properties", "$.currency"))
        .put("revenue", revenue());
  }

  /** The specification calls it revenue without, total with shipping and tax. */
  private @Nullable String revenue() {
    String sql = first(json("properties", "$.total"), json("properties", "$.revenue"));
    return sql == null ? null : "try_cast(" + sql + " as decimal(28, 6))";
  }

  private @Nullable String flat(String key) {
    return source.sql(Field::word, key);
  }

  private @Nullable String json(String column, String path) {
    return source.find(column).map(field -> Json.text(field, path)).orElse(null);
  }

  private static @Nullable String first(@Nullable String... ways) {
    var there = new ArrayList<String>();
    for (String way : ways) {
      if (way != null) {
        there.add(way);
      }
    }
    return there.isEmpty()
        ? null
        : there.size() == 1 ? there.getFirst() : "coalesce(" + String.join(", ", there) + ")";
  }
}
