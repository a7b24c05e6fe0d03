package io.liftwerk.warehouse.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what an expression is made of, in one scope. */
final class ExpressionReader {
  private final QueryReader reader;
  private final Scope scope;
  private final Ctes ctes;
  private final Found found;
  private final Set<String> parameters = new HashSet<>();
  private final Set<JsonNode> followed = new HashSet<>();

  ExpressionReader(QueryReader reader, Scope scope, Ctes ctes, Found found) {
    this.reader = reader;
    this.scope = scope;
    this.ctes = ctes;
    this.found = found;
  }

  /** Adds what {@code node} is made of, used in the way {@code how}. */
  void read(JsonNode node, How how) throws SQLException {
    if (!Nodes.isThere(node)) {
      return;
    }
    switch (node.path("class").asText()) {
      case "COLUMN_REF" -> reference(Nodes.texts(node.path("column_names")), how);
      case "CONSTANT" -> {}
      case "CASE" -> {
        for (JsonNode check : node.path("case_checks")) {
          read(check.path("when_expr"), How.CONDITION, how);
          read(check.path("then_expr"), How.EXPRESSION, how);
        }
        read(node.path("else_expr"), How.EXPRESSION, how);
      }
      case "FUNCTION" -> function(node, how);
      case "WINDOW" -> window(node, how);
      case "SUBQUERY" -> subquery(node, how);
      case "LAMBDA" -> lambda(node, how);
      case "STAR" -> star(node, how);
      case "POSITIONAL_REFERENCE" -> found.gap("A column is chosen by its position.");
      default -> children(node, how);
    }
  }

  /** As {@link #read(JsonNode, How)}, of something that is used as {@code inner} inside. */
  private void read(JsonNode node, How inner, How how) throws SQLException {
    read(node, how.direct() ? inner.direct() ? how.over(inner) : inner : how);
  }

  private void children(JsonNode node, How how) throws SQLException {
    for (JsonNode child : node) {
      if (child.isArray() || child.isObject() && child.path("class").isMissingNode()) {
        children(child, how);
      } else if (child.isObject()) {
        read(child, How.EXPRESSION, how);
      }
    }
  }

  private void reference(List<String> names, How how) throws SQLException {
    if (parameters.contains(names.getFirst().toLowerCase(Locale.ROOT))) {
      return;
    }
    Scope.Meaning meaning = scope.resolve(names, true);
    JsonNode alias = meaning.alias();
    if (alias != null) {
      if (followed.add(alias)) {
        read(alias, how);
        followed.remove(alias);
      }
      return;
    }
    found.gap(meaning.gap());
    How used = meaning.whole() ? how : more(how);
    for (Scope.Hit hit : meaning.hits()) {
      found.addAll(hit.column().from(), used);
      found.gap(hit.column().gap());
    }
  }

  private static How more(How how) {
    return how == How.IDENTITY ? How.EXPRESSION : how;
  }

  private void function(JsonNode node, How how) throws SQLException {
    boolean aggregate = reader.tree().isAggregate(Nodes.function(node));
    int before = found.list().size();
    for (JsonNode argument : Nodes.arguments(node)) {
      read(argument, aggregate ? How.AGGREGATION : How.EXPRESSION, how);
    }
    if (aggregate && found.list().size() == before && !mentions(node)) {
      rows(How.AGGREGATION, how);
    }
    read(node.path("filter"), How.FILTER, how);
    for (JsonNode order : node.path("order_bys").path("orders")) {
      read(order.path("expression"), How.ORDER, how);
    }
  }

  /** Whether a column stands in the arguments, so that not the rows as such are counted. */
  private static boolean mentions(JsonNode node) {
    return node.path("arguments").findValue("column_names") != null;
  }

  private void rows(How inner, How how) {
    How used = how.direct() ? how.over(inner) : how;
    scope.sources().forEach(source -> found.addAll(source.rows(), used));
  }

  private void window(JsonNode node, How how) throws SQLException {
    boolean aggregate = reader.tree().isAggregate(Nodes.function(node));
    List<JsonNode> arguments = Nodes.arguments(node);
    for (JsonNode argument : arguments) {
      read(argument, aggregate ? How.AGGREGATION : How.EXPRESSION, how);
    }
    if (aggregate && !mentions(node)) {
      rows(How.AGGREGATION, how);
    }
    for (JsonNode partition : node.path("partitions")) {
      read(partition, How.WINDOW, how);
    }
    for (String orders : List.of("orders", "arg_orders")) {
      for (JsonNode order : node.path(orders)) {
        read(order.path("expression"), How.WINDOW, how);
      }
    }
    read(node.path("filter_expr"), How.FILTER, how);
  }

  private void subquery(JsonNode node, How how) throws SQLException {
    QueryLineage inner = reader.read(node.path("subquery").path("node"), ctes, scope);
    found.gap(inner.gap());
    String type = node.path("subquery_type").asText();
    boolean value = type.equals("SCALAR");
    How use = value ? more(how) : how.direct() ? How.CONDITION : how;
    for (Output column : type.endsWith("EXISTS") ? List.<Output>of() : inner.columns()) {
      found.addAll(column.from(), use);
      found.gap(column.gap());
    }
    if (!value) {
      found.addAll(inner.rows(), use);
    }
    found.addAll(inner.influences(), how.direct() ? How.IDENTITY : how);
    read(node.path("child"), How.EXPRESSION, how);
  }

  private void lambda(JsonNode node, How how) throws SQLException {
    var names = new HashSet<String>();
    collect(node.path("lhs"), names);
    Set<String> fresh = new HashSet<>(names);
    fresh.removeAll(parameters);
    parameters.addAll(fresh);
    read(node.path("expr"), How.EXPRESSION, how);
    parameters.removeAll(fresh);
  }

  private static void collect(JsonNode node, Set<String> names) {
    for (JsonNode path : node.findValues("column_names")) {
      Nodes.texts(path).forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    }
    for (JsonNode parameter : node.isArray() ? node : List.<JsonNode>of()) {
      if (parameter.isTextual()) {
        names.add(parameter.asText().toLowerCase(Locale.ROOT));
      }
    }
  }

  private void star(JsonNode node, How how) {
    if (Nodes.isThere(node.path("expr"))) {
      found.gap("COLUMNS chooses columns by a pattern.");
      return;
    }
    String relation = node.path("relation_name").asText();
    for (Source source : scope.visible(0)) {
      if (relation.isEmpty() || source.isCalled(relation)) {
        source.columns().forEach(column -> found.addAll(column.from(), more(how)));
        found.gap(source.gap());
      }
    }
  }

  /** What {@code node} is made of, as a column: with the text of what it does. */
  static Output column(
      QueryReader reader, Scope scope, Ctes ctes, String name, JsonNode node, @Nullable String gap)
      throws SQLException {
    var found = new Found();
    found.gap(gap);
    new ExpressionReader(reader, scope, ctes, found).read(node, How.IDENTITY);
    if (Nodes.isA(node, "COLUMN_REF")) {
      return new Output(name, found.list(), found.gap());
    }
    List<String> step = List.of(reader.tree().text(node));
    return new Output(
        name,
        found.list().stream().map(one -> one.through(How.IDENTITY, step)).toList(),
        found.gap());
  }
}
