package io.liftwerk.warehouse.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.workspace.Json;
import java.util.ArrayList;
import java.util.List;

/** Looks into nodes of DuckDB's syntax tree, and makes them. */
final class Nodes {
  private Nodes() {}

  static boolean isA(JsonNode node, String type) {
    return node.path("class").asText().equals(type);
  }

  static boolean isThere(JsonNode node) {
    return !node.isMissingNode() && !node.isNull();
  }

  /** The text of every element. */
  static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  static String function(JsonNode node) {
    return node.path("function_name").asText();
  }

  /** The arguments of a function or window. */
  static List<JsonNode> arguments(JsonNode node) {
    var arguments = new ArrayList<JsonNode>();
    for (JsonNode argument : node.path("arguments")) {
      arguments.add(argument.path("expression"));
    }
    return arguments;
  }

  /** The parts of a condition that must all hold. */
  static List<JsonNode> conjuncts(JsonNode condition) {
    var parts = new ArrayList<JsonNode>();
    if (condition.path("type").asText().equals("CONJUNCTION_AND")) {
      condition.path("children").forEach(child -> parts.addAll(conjuncts(child)));
    } else if (isThere(condition)) {
      parts.add(condition);
    }
    return parts;
  }

  static ObjectNode reference(List<String> names) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("class", "COLUMN_REF").put("type", "COLUMN_REF").put("alias", "");
    ArrayNode path = node.putArray("column_names");
    names.forEach(path::add);
    return node;
  }

  static ObjectNode comparison(String type, JsonNode left, JsonNode right) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("class", "COMPARISON").put("type", type).put("alias", "");
    node.set("left", left);
    node.set("right", right);
    return node;
  }

  static ObjectNode text(String value) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("class", "CONSTANT").put("type", "VALUE_CONSTANT").put("alias", "");
    node.putObject("literal").put("kind", "STRING").put("text", value);
    return node;
  }

  static ObjectNode isNull(JsonNode operand) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("class", "OPERATOR").put("type", "OPERATOR_IS_NULL").put("alias", "");
    node.putArray("children").add(operand);
    return node;
  }
}
