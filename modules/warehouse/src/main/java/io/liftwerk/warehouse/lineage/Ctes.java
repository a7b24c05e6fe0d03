package io.liftwerk.warehouse.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The common table expressions that a query may use; an inner one hides an outer one. */
final class Ctes {

  /**
   * One of them.
   *
   * @param node its query
   * @param aliases names given to its first columns
   * @param before those it may use itself
   * @param fixed what it is while the recursion it takes part in is worked out, else null
   */
  record Cte(JsonNode node, List<String> aliases, Ctes before, @Nullable QueryLineage fixed) {}

  static final Ctes NONE = new Ctes(null, "", null);

  private final @Nullable Ctes before;
  private final String name;
  private final @Nullable Cte cte;

  private Ctes(@Nullable Ctes before, String name, @Nullable Cte cte) {
    this.before = before;
    this.name = name.toLowerCase(Locale.ROOT);
    this.cte = cte;
  }

  /** These and those that {@code node} defines. */
  Ctes and(JsonNode node) {
    Ctes all = this;
    for (JsonNode entry : node.path("cte_map").path("map")) {
      JsonNode value = entry.path("value");
      JsonNode query = value.path("query_node");
      if (query.isMissingNode()) {
        query = value.path("query").path("node");
      }
      all = all.with(entry.path("key").asText(), query, Nodes.texts(value.path("aliases")), null);
    }
    return all;
  }

  Ctes with(String called, JsonNode query, List<String> aliases, @Nullable QueryLineage fixed) {
    return new Ctes(this, called, new Cte(query, aliases, this, fixed));
  }

  @Nullable Cte find(String called) {
    for (Ctes at = this; at != null; at = at.before) {
      if (at.cte != null && at.name.equals(called.toLowerCase(Locale.ROOT))) {
        return at.cte;
      }
    }
    return null;
  }
}
