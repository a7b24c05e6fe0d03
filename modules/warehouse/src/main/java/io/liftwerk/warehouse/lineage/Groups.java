package io.liftwerk.warehouse.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a query groups by, with positions and {@code ALL} written out. */
final class Groups {
  private Groups() {}

  static List<JsonNode> of(JsonNode select, SelectList list, SyntaxTree tree) throws SQLException {
    var groups = new ArrayList<JsonNode>();
    for (JsonNode group : select.path("group_expressions")) {
      groups.add(meant(group, list));
    }
    if (groups.isEmpty() && select.path("aggregate_handling").asText().equals("FORCE_AGGREGATES")) {
      for (SelectList.Item item : list.items()) {
        if (!aggregates(item.expression(), tree)) {
          groups.add(item.expression());
        }
      }
    }
    return groups;
  }

  /** A position in the select list is the expression that stands there. */
  static JsonNode meant(JsonNode expression, SelectList list) {
    JsonNode literal = expression.path("literal");
    if (Nodes.isA(expression, "CONSTANT") && literal.path("kind").asText().equals("INTEGER")) {
      int position = literal.path("text").asInt();
      if (position >= 1 && position <= list.items().size()) {
        return list.items().get(position - 1).expression();
      }
    }
    return expression;
  }

  /** Whether an aggregate stands in the expression, those of windows and subqueries not counted. */
  static boolean aggregates(JsonNode node, SyntaxTree tree) throws SQLException {
    if (Nodes.isA(node, "FUNCTION") && tree.isAggregate(Nodes.function(node))) {
      return true;
    }
    if (Nodes.isA(node, "SUBQUERY")) {
      return false;
    }
    for (JsonNode child : node) {
      if (aggregates(child, tree)) {
        return true;
      }
    }
    return false;
  }
}
