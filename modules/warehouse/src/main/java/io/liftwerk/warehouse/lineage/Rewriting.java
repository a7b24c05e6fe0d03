package io.liftwerk.warehouse.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.workspace.Json;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies of expressions with other columns in them. */
final class Rewriting {
  private Rewriting() {}

  /** What stands in the place of a column; null when nothing can. */
  @FunctionalInterface
  interface Replacement {
    @Nullable JsonNode of(List<String> names) throws SQLException;
  }

  /** The expression with every column replaced; null when one of them cannot be. */
  static @Nullable JsonNode references(JsonNode node, Replacement replacement) throws SQLException {
    if (Nodes.isA(node, "COLUMN_REF")) {
      return replacement.of(Nodes.texts(node.path("column_names")));
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = Json.mapper().createObjectNode();
      for (var field : object.properties()) {
        JsonNode child = references(field.getValue(), replacement);
        if (child == null) {
          return null;
        }
        copy.set(field.getKey(), child);
      }
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = Json.mapper().createArrayNode();
      for (JsonNode element : array) {
        JsonNode child = references(element, replacement);
        if (child == null) {
          return null;
        }
        copy.add(child);
      }
      return copy;
    }
    return node;
  }

  /** A reference to {@code column} instead of the first name, fields of it kept. */
  static JsonNode renamed(List<String> names, String column) {
    var path = new ArrayList<String>(names);
    path.set(0, column);
    return Nodes.reference(path);
  }

  /** Whether the expression says something of one row alone. */
  static boolean isOfOneRow(JsonNode node, SyntaxTree tree) throws SQLException {
    String type = node.path("class").asText();
    if (type.equals("WINDOW")
        || type.equals("SUBQUERY")
        || type.equals("STAR")
        || type.equals("LAMBDA")
        || type.equals("POSITIONAL_REFERENCE")
        || type.equals("FUNCTION")
            && (tree.isAggregate(Nodes.function(node)) || Nodes.function(node).equals("unnest"))) {
      return false;
    }
    for (JsonNode child : node) {
      if (!isOfOneRow(child, tree)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it only compares one column, perhaps cast, with a value, so that NULL never passes. */
  static boolean isPlainComparison(JsonNode node) {
    if (!node.path("type").asText().equals("COMPARE_EQUAL")) {
      return false;
    }
    JsonNode left = node.path("left");
    while (Nodes.isA(left, "CAST")) {
      left = left.path("child");
    }
    boolean oneColumn =
        Nodes.isA(left, "COLUMN_REF") || left.path("type").asText().equals("OPERATOR_COALESCE");
    return oneColumn && Nodes.isA(node.path("right"), "CONSTANT");
  }
}
