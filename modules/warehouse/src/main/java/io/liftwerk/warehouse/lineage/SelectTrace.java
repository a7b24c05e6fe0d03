package io.liftwerk.warehouse.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.warehouse.lineage.RowTrace.Condition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes conditions on the result of one SELECT to the tables it selects from. */
final class SelectTrace {

  /** A column of one of the sources. */
  private record Place(Source source, String column) {}

  private final RowTrace trace;
  private final SyntaxTree tree;
  private final JsonNode select;
  private final List<String> names;
  private final Scope scope = new Scope(null);
  private final FromReader from;
  private final SelectList list;

  /** Columns that joins hold equal: each knows a representative. */
  private final Map<Place, Place> equal = new HashMap<>();

  SelectTrace(RowTrace trace, Relations relations, JsonNode select, Ctes ctes, List<String> names)
      throws SQLException {
    this.trace = trace;
    this.tree = relations.tree();
    this.select = select;
    this.names = names;
    this.from = new FromReader(new QueryReader(relations, tree), scope, ctes, new Found());
    from.read(select.path("from_table"));
    this.list = SelectList.of(select, tree, scope);
    joins(select.path("from_table"));
  }

  void follow(List<Condition> conditions, @Nullable Set<String> needed, Set<String> before)
      throws SQLException {
    var notes = new LinkedHashSet<>(before);
    Map<Source, Set<String>> carrying = new Carrying(scope, tree, notes).of(items(needed));
    var carried = new ArrayList<Condition>();
    for (Condition condition : conditions) {
      JsonNode below = below(condition.expression());
      if (below == null || !Rewriting.isOfOneRow(below, tree)) {
        notes.add(
            "The condition "
                + tree.text(condition.expression())
                + " is about a value of many rows and ends here.");
      } else if (below.findValue("column_names") == null) {
        Boolean holds = trace.value(below);
        if (Boolean.FALSE.equals(holds)) {
          return;
        }
        if (holds == null) {
          carried.add(new Condition(below, true));
        }
      } else {
        carried.add(new Condition(below, condition.fromKey()));
      }
    }
    var filters = new ArrayList<Condition>();
    for (JsonNode filter : Nodes.conjuncts(select.path("where_clause"))) {
      filters.add(new Condition(filter, false));
    }
    from.conditions().forEach(condition -> filters.add(new Condition(condition, false)));
    notes.addAll(further());
    List<Source> sources = scope.visible(0);
    if (sources.size() > 1 || scope.size() > sources.size()) {
      notes.add("Rows that a join leaves out are listed too.");
    }
    var open = new LinkedHashSet<Condition>(carried);
    open.addAll(filters);
    Map<Source, List<Condition>> placed = new HashMap<>();
    for (Source source : sources) {
      var here = new ArrayList<Condition>();
      for (Condition condition : carried) {
        place(condition, source, here, open);
      }
      for (Condition filter : filters) {
        if (Rewriting.isOfOneRow(filter.expression(), tree)) {
          place(filter, source, here, open);
        }
      }
      placed.put(source, here);
    }
    for (Condition left : open) {
      if (!isJoin(left.expression())) {
        notes.add("Not every row listed passes " + tree.text(left.expression()) + ".");
      }
    }
    for (Source source : sources) {
      Set<String> columns = carrying.get(source);
      if (columns != null) {
        trace.source(source, placed.getOrDefault(source, List.of()), columns, notes);
      }
    }
  }

  private List<JsonNode> items(@Nullable Set<String> needed) {
    var expressions = new ArrayList<JsonNode>();
    List<SelectList.Item> items = list.items();
    for (int i = 0; i < items.size(); i++) {
      String called = called(i);
      if (needed == null || needed.stream().anyMatch(called::equalsIgnoreCase)) {
        expressions.add(items.get(i).expression());
      }
    }
    return expressions;
  }

  /** What the query around calls the column; by position where all columns are known. */
  private String called(int position) {
    boolean positional = list.gap() == null && names.size() == list.items().size();
    return positional ? names.get(position) : list.items().get(position).name();
  }

  /** The condition in terms of what the select list's columns are. */
  private @Nullable JsonNode below(JsonNode condition) throws SQLException {
    return Rewriting.references(
        condition,
        path -> {
          JsonNode expression = item(path.getFirst());
          if (expression == null || path.size() == 1) {
            return expression;
          }
          if (!Nodes.isA(expression, "COLUMN_REF")) {
            return null;
          }
          var longer = new ArrayList<>(Nodes.texts(expression.path("column_names")));
          longer.addAll(path.subList(1, path.size()));
          return Nodes.reference(longer);
        });
  }

  private @Nullable JsonNode item(String name) {
    List<SelectList.Item> items = list.items();
    for (int i = 0; i < items.size(); i++) {
      if (called(i).equalsIgnoreCase(name)) {
        return items.get(i).expression();
      }
    }
    return null;
  }

  /** Adds the condition to {@code here} if it can be said of {@code source} alone. */
  private void place(Condition condition, Source source, List<Condition> here, Set<Condition> open)
      throws SQLException {
    boolean transfer = condition.fromKey() && Rewriting.isPlainComparison(condition.expression());
    JsonNode said = place(condition.expression(), source, transfer);
    if (said != null) {
      here.add(new Condition(said, condition.fromKey()));
      open.remove(condition);
    }
  }

  private @Nullable JsonNode place(JsonNode expression, Source target, boolean transfer)
      throws SQLException {
    return Rewriting.references(
        expression,
        path -> {
          Scope.Meaning meaning = scope.resolve(path, true);
          JsonNode alias = meaning.alias();
          if (alias != null) {
            return Rewriting.isOfOneRow(alias, tree) ? place(alias, target, transfer) : null;
          }
          String column = column(meaning, target, transfer);
          if (column == null) {
            return null;
          }
          return Nodes.reference(fields(path, column, meaning.whole() || transfer));
        });
  }

  private static List<String> fields(List<String> path, String column, boolean whole) {
    var names = new ArrayList<String>(List.of(column));
    for (int i = 0; i < path.size() && !whole; i++) {
      if (path.get(i).equalsIgnoreCase(column)) {
        names.addAll(path.subList(i + 1, path.size()));
        break;
      }
    }
    return names;
  }

  private @Nullable String column(Scope.Meaning meaning, Source target, boolean transfer) {
    for (Scope.Hit hit : meaning.hits()) {
      if (hit.source() == target) {
        return hit.column().name();
      }
    }
    if (transfer && meaning.hits().size() == 1) {
      Scope.Hit hit = meaning.hits().getFirst();
      Place wanted = representative(place(hit));
      for (Output column : target.columns()) {
        if (representative(new Place(target, key(column.name()))).equals(wanted)) {
          return column.name();
        }
      }
    }
    return null;
  }

  private void joins(JsonNode node) {
    if (!node.path("type").asText().equals("JOIN")) {
      return;
    }
    joins(node.path("left"));
    joins(node.path("right"));
    for (JsonNode part : Nodes.conjuncts(node.path("condition"))) {
      if (isJoin(part)) {
        Scope.Meaning left = meaning(part.path("left"));
        Scope.Meaning right = meaning(part.path("right"));
        if (left.hits().size() == 1 && right.hits().size() == 1) {
          unite(place(left.hits().getFirst()), place(right.hits().getFirst()));
        }
      }
    }
    for (JsonNode using : node.path("using_columns")) {
      String name = using.asText();
      List<Place> sides =
          scope.sources().stream()
              .filter(source -> source.known(name).isPresent())
              .map(source -> new Place(source, key(name)))
              .toList();
      sides.forEach(side -> unite(sides.getFirst(), side));
    }
  }

  private Scope.Meaning meaning(JsonNode reference) {
    return scope.resolve(Nodes.texts(reference.path("column_names")), false);
  }

  private static boolean isJoin(JsonNode condition) {
    return condition.path("type").asText().equals("COMPARE_EQUAL")
        && Nodes.isA(condition.path("left"), "COLUMN_REF")
        && Nodes.isA(condition.path("right"), "COLUMN_REF");
  }

  private static Place place(Scope.Hit hit) {
    return new Place(hit.source(), key(hit.column().name()));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private Place representative(Place place) {
    Place up = equal.get(place);
    return up == null ? place : representative(up);
  }

  private void unite(Place one, Place other) {
    Place a = representative(one);
    Place b = representative(other);
    if (!a.equals(b)) {
      equal.put(a, b);
    }
  }

  /** What else decides which rows count, and cannot be said of single rows. */
  private List<String> further() throws SQLException {
    var notes = new ArrayList<String>();
    for (String clause : List.of("having", "qualify")) {
      if (Nodes.isThere(select.path(clause))) {
        notes.add("Not every row listed passes " + tree.text(select.path(clause)) + ".");
      }
    }
    for (JsonNode modifier : select.path("modifiers")) {
      if (modifier.path("type").asText().startsWith("LIMIT")
          || !modifier.path("distinct_on_targets").isEmpty()) {
        notes.add("Of rows that are alike only some were kept.");
      }
    }
    for (SelectList.Item item : list.items()) {
      if (hasWindow(item.expression())) {
        notes.add("The column " + item.name() + " also looks at rows around these.");
      }
    }
    return notes;
  }

  private static boolean hasWindow(JsonNode node) {
    if (Nodes.isA(node, "WINDOW")) {
      return true;
    }
    for (JsonNode child : node) {
      if (hasWindow(child)) {
        return true;
      }
    }
    return false;
  }
}
