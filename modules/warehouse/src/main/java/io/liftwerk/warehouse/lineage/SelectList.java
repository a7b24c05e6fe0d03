package io.liftwerk.warehouse.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The select list of a query with its stars written out. */
final class SelectList {

  /** A column of the result and the expression it is. */
  record Item(String name, JsonNode expression) {}

  private final SyntaxTree tree;
  private final Scope scope;
  private final List<Item> items = new ArrayList<>();
  private @Nullable String gap;

  private SelectList(SyntaxTree tree, Scope scope) {
    this.tree = tree;
    this.scope = scope;
  }

  static SelectList of(JsonNode select, SyntaxTree tree, Scope scope) throws SQLException {
    var list = new SelectList(tree, scope);
    for (JsonNode expression : select.path("select_list")) {
      list.add(expression);
    }
    return list;
  }

  List<Item> items() {
    return List.copyOf(items);
  }

  /** Why it may have further columns; null when it has none. */
  @Nullable String gap() {
    return gap;
  }

  private void add(JsonNode expression) throws SQLException {
    if (!Nodes.isA(expression, "STAR")) {
      String name = name(expression);
      items.add(new Item(name, expression));
      if (!expression.path("alias").asText().isEmpty()) {
        scope.alias(name, expression);
      }
      return;
    }
    if (Nodes.isThere(expression.path("expr"))) {
      gap = "COLUMNS chooses columns by a pattern.";
      return;
    }
    star(expression);
  }

  private void star(JsonNode star) {
    String relation = star.path("relation_name").asText();
    List<String> excluded = lower(Nodes.texts(star.path("exclude_list")));
    for (JsonNode qualified : star.path("qualified_exclude_list")) {
      excluded.add(qualified.path("column").asText().toLowerCase(Locale.ROOT));
    }
    Map<String, JsonNode> replaced = new HashMap<>();
    for (JsonNode entry : star.path("replace_list")) {
      replaced.put(entry.path("key").asText().toLowerCase(Locale.ROOT), entry.path("value"));
    }
    Map<String, String> renamed = new HashMap<>();
    for (JsonNode entry : star.path("rename_list")) {
      renamed.put(
          entry.path("key").path("column").asText().toLowerCase(Locale.ROOT),
          entry.path("value").asText());
    }
    for (Source source : scope.visible(0)) {
      if (!relation.isEmpty() && !source.isCalled(relation)) {
        continue;
      }
      if (source.gap() != null) {
        gap = source.gap();
      }
      for (Output column : source.columns()) {
        String key = column.name().toLowerCase(Locale.ROOT);
        if (excluded.contains(key)
            || relation.isEmpty() && scope.isLeftOut(source, column.name())) {
          continue;
        }
        JsonNode value = replaced.get(key);
        items.add(
            new Item(
                renamed.getOrDefault(key, column.name()),
                value != null ? value : reference(source, column.name(), relation.isEmpty())));
      }
    }
  }

  /** A merged column is meant without its table. */
  private JsonNode reference(Source source, String column, boolean everything) {
    return everything && scope.isMerged(column) || source.alias().isEmpty()
        ? Nodes.reference(List.of(column))
        : Nodes.reference(List.of(source.alias(), column));
  }

  private String name(JsonNode expression) throws SQLException {
    String alias = expression.path("alias").asText();
    if (!alias.isEmpty()) {
      return alias;
    }
    if (Nodes.isA(expression, "COLUMN_REF")) {
      List<String> names = Nodes.texts(expression.path("column_names"));
      return names.getLast();
    }
    return tree.text(expression);
  }

  private static List<String> lower(List<String> names) {
    return new ArrayList<>(names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
  }
}
