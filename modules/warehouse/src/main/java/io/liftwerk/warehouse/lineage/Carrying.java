package io.liftwerk.warehouse.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells which tables of a query the values of some of its columns come from. */
final class Carrying {
  private final Scope scope;
  private final SyntaxTree tree;
  private final Set<String> notes;
  private final Map<Source, Set<String>> columns = new LinkedHashMap<>();
  private final Set<JsonNode> followed = new HashSet<>();

  /**
   * @param notes gets what cannot be followed
   */
  Carrying(Scope scope, SyntaxTree tree, Set<String> notes) {
    this.scope = scope;
    this.tree = tree;
    this.notes = notes;
  }

  /**
   * The sources, and of each the columns that carry values. What only counts rows, or only decides
   * between values that are no columns, comes from what it counts or decides by; a result without
   * any column from all sources.
   */
  Map<Source, Set<String>> of(List<JsonNode> expressions) throws SQLException {
    for (JsonNode expression : expressions) {
      int before = size();
      read(expression, false);
      if (size() == before) {
        read(expression, true);
      }
    }
    if (columns.isEmpty()) {
      all();
    }
    return columns;
  }

  private int size() {
    return columns.size() + columns.values().stream().mapToInt(Set::size).sum();
  }

  private void all() {
    scope
        .visible(0)
        .forEach(source -> columns.computeIfAbsent(source, key -> new LinkedHashSet<>()));
  }

  private void read(JsonNode node, boolean conditions) throws SQLException {
    switch (node.path("class").asText()) {
      case "COLUMN_REF" -> reference(node, conditions);
      case "CASE" -> {
        for (JsonNode check : node.path("case_checks")) {
          read(check.path("then_expr"), conditions);
          if (conditions) {
            read(check.path("when_expr"), true);
          }
        }
        read(node.path("else_expr"), conditions);
      }
      case "FUNCTION" -> {
        for (JsonNode argument : Nodes.arguments(node)) {
          read(argument, conditions);
        }
        boolean counts =
            tree.isAggregate(Nodes.function(node))
                && node.path("arguments").findValue("column_names") == null;
        if (counts) {
          all();
        }
      }
      case "WINDOW" -> {
        for (JsonNode argument : Nodes.arguments(node)) {
          read(argument, conditions);
        }
      }
      case "SUBQUERY" -> notes.add("The value of a subquery is not followed to single rows.");
      default -> {
        for (JsonNode child : node) {
          read(child, conditions);
        }
      }
    }
  }

  private void reference(JsonNode node, boolean conditions) throws SQLException {
    Scope.Meaning meaning = scope.resolve(Nodes.texts(node.path("column_names")), true);
    JsonNode alias = meaning.alias();
    if (alias != null && followed.add(alias)) {
      read(alias, conditions);
      followed.remove(alias);
    }
    for (Scope.Hit hit : meaning.hits()) {
      columns.computeIfAbsent(hit.source(), key -> new LinkedHashSet<>()).add(hit.column().name());
    }
  }
}
