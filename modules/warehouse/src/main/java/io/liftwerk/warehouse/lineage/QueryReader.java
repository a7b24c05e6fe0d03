package io.liftwerk.warehouse.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.TableRef;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks the syntax tree of one query, from its tables to its columns. */
final class QueryReader {
  private static final int MOST_ROUNDS = 8;

  private final Relations relations;
  private final SyntaxTree tree;
  private final Set<TableRef> inputs = new LinkedHashSet<>();
  private final Map<JsonNode, QueryLineage> read = new IdentityHashMap<>();
  private int recursions;

  QueryReader(Relations relations, SyntaxTree tree) {
    this.relations = relations;
    this.tree = tree;
  }

  SyntaxTree tree() {
    return tree;
  }

  Relations relations() {
    return relations;
  }

  Set<TableRef> inputs() {
    return inputs;
  }

  /** What a common table expression gives, worked out once. */
  QueryLineage read(Ctes.Cte cte) throws SQLException {
    if (cte.fixed() != null) {
      return cte.fixed();
    }
    QueryLineage known = recursions == 0 ? read.get(cte.node()) : null;
    if (known == null) {
      known = read(cte.node(), cte.before(), null);
      if (recursions == 0) {
        read.put(cte.node(), known);
      }
    }
    return known;
  }

  /** What a query node gives. */
  QueryLineage read(JsonNode node, Ctes before, @Nullable Scope outer) throws SQLException {
    Ctes ctes = before.and(node);
    return switch (node.path("type").asText()) {
      case "SELECT_NODE" -> select(node, ctes, outer);
      case "SET_OPERATION_NODE" -> setOperation(node, ctes, outer);
      case "RECURSIVE_CTE_NODE" -> recursive(node, ctes, outer);
      default -> gap("What " + node.path("type").asText() + " gives is not known.");
    };
  }

  private QueryLineage gap(String reason) {
    return new QueryLineage(List.of(), reason, List.of(), List.of(), List.copyOf(inputs));
  }

  private QueryLineage select(JsonNode node, Ctes ctes, @Nullable Scope outer) throws SQLException {
    var scope = new Scope(outer);
    var influences = new Found();
    new FromReader(this, scope, ctes, influences).read(node.path("from_table"));
    SelectList list = SelectList.of(node, tree, scope);
    var columns = new ArrayList<Output>();
    for (SelectList.Item item : list.items()) {
      columns.add(ExpressionReader.column(this, scope, ctes, item.name(), item.expression(), null));
    }
    var conditions = new ExpressionReader(this, scope, ctes, influences);
    for (String clause : List.of("where_clause", "having", "qualify")) {
      conditions.read(node.path(clause), How.FILTER);
    }
    for (JsonNode group : Groups.of(node, list, tree)) {
      conditions.read(group, How.GROUPING);
    }
    modifiers(node, list, conditions);
    var rows = new Found();
    scope.sources().forEach(source -> rows.addAll(source.rows(), How.IDENTITY));
    String gap = list.gap();
    return new QueryLineage(columns, gap, rows.list(), influences.list(), List.copyOf(inputs));
  }

  /** An order counts only where it decides which rows are kept. */
  private static void modifiers(JsonNode node, SelectList list, ExpressionReader conditions)
      throws SQLException {
    boolean cut = false;
    for (JsonNode modifier : node.path("modifiers")) {
      cut |= modifier.path("type").asText().startsWith("LIMIT");
      for (JsonNode target : modifier.path("distinct_on_targets")) {
        cut = true;
        conditions.read(Groups.meant(target, list), How.GROUPING);
      }
    }
    for (JsonNode modifier : node.path("modifiers")) {
      for (JsonNode order : cut ? modifier.path("orders") : modifier.path("")) {
        conditions.read(Groups.meant(order.path("expression"), list), How.ORDER);
      }
    }
  }

  private QueryLineage setOperation(JsonNode node, Ctes ctes, @Nullable Scope outer)
      throws SQLException {
    var branches = new ArrayList<QueryLineage>();
    for (JsonNode child : branches(node)) {
      branches.add(read(child, ctes, outer));
    }
    String type = node.path("setop_type").asText();
    var influences = new Found();
    var rows = new Found();
    boolean union = type.startsWith("UNION");
    for (QueryLineage branch : branches) {
      influences.addAll(branch.influences(), How.IDENTITY);
      if (union || branch == branches.getFirst()) {
        rows.addAll(branch.rows(), How.IDENTITY);
      } else {
        branch.columns().forEach(column -> influences.addAll(column.from(), How.FILTER));
      }
    }
    List<QueryLineage> merged = union ? branches : branches.subList(0, 1);
    String gap =
        merged.stream().map(QueryLineage::gap).filter(g -> g != null).findFirst().orElse(null);
    List<Output> columns = type.equals("UNION_BY_NAME") ? byName(merged) : byPosition(merged);
    return new QueryLineage(columns, gap, rows.list(), influences.list(), List.copyOf(inputs));
  }

  static List<JsonNode> branches(JsonNode node) {
    var branches = new ArrayList<JsonNode>();
    node.path("children").forEach(branches::add);
    if (branches.isEmpty()) {
      branches.add(node.path("left"));
      branches.add(node.path("right"));
    }
    return branches;
  }

  private static List<Output> byPosition(List<QueryLineage> branches) {
    var columns = new ArrayList<Output>();
    int width =
        branches.stream()
            .filter(branch -> branch.gap() == null)
            .mapToInt(branch -> branch.columns().size())
            .min()
            .orElse(0);
    for (int i = 0; i < width; i++) {
      var found = new Found();
      for (QueryLineage branch : branches) {
        if (branch.gap() != null) {
          found.gap(branch.gap());
          continue;
        }
        found.addAll(branch.columns().get(i).from(), How.IDENTITY);
        found.gap(branch.columns().get(i).gap());
      }
      columns.add(named(branches, i, found));
    }
    return columns;
  }

  private static Output named(List<QueryLineage> branches, int i, Found found) {
    String name =
        branches.stream()
            .filter(branch -> branch.gap() == null)
            .findFirst()
            .orElseThrow()
            .columns()
            .get(i)
            .name();
    return new Output(name, found.list(), found.gap());
  }

  private static List<Output> byName(List<QueryLineage> branches) {
    var names = new LinkedHashSet<String>();
    for (QueryLineage branch : branches) {
      for (Output column : branch.columns()) {
        if (names.stream().noneMatch(column.name()::equalsIgnoreCase)) {
          names.add(column.name());
        }
      }
    }
    var columns = new ArrayList<Output>();
    for (String name : names) {
      var found = new Found();
      for (QueryLineage branch : branches) {
        branch
            .column(name)
            .ifPresent(
                column -> {
                  found.addAll(column.from(), How.IDENTITY);
                  found.gap(column.gap());
                });
        found.gap(branch.gap());
      }
      columns.add(new Output(name, found.list(), found.gap()));
    }
    return columns;
  }

  /** Goes round until nothing new comes in: what the recursion hands on may change columns. */
  private QueryLineage recursive(JsonNode node, Ctes ctes, @Nullable Scope outer)
      throws SQLException {
    List<String> aliases = Nodes.texts(node.path("aliases"));
    recursions++;
    QueryLineage so = renamed(read(node.path("left"), ctes, outer), aliases);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Ctes with = ctes.with(node.path("cte_name").asText(), node.path("left"), aliases, so);
      QueryLineage step = read(node.path("right"), with, outer);
      var rows = new Found();
      var influences = new Found();
      for (QueryLineage part : List.of(so, step)) {
        rows.addAll(part.rows(), How.IDENTITY);
        influences.addAll(part.influences(), How.IDENTITY);
      }
      String gap = so.gap() != null ? so.gap() : step.gap();
      List<Output> columns = renamed(byPosition(List.of(so, step)), aliases);
      var next =
          new QueryLineage(columns, gap, rows.list(), influences.list(), List.copyOf(inputs));
      boolean settled = size(next) == size(so);
      so = next;
      if (settled) {
        break;
      }
    }
    recursions--;
    return so;
  }

  private static int size(QueryLineage lineage) {
    return lineage.influences().size()
        + lineage.columns().stream().mapToInt(column -> column.from().size()).sum();
  }

  private static QueryLineage renamed(QueryLineage lineage, List<String> aliases) {
    return new QueryLineage(
        renamed(lineage.columns(), aliases),
        lineage.gap(),
        lineage.rows(),
        lineage.influences(),
        lineage.inputs());
  }

  private static List<Output> renamed(List<Output> columns, List<String> aliases) {
    var renamed = new ArrayList<>(columns);
    for (int i = 0; i < Math.min(aliases.size(), renamed.size()); i++) {
      renamed.set(i, renamed.get(i).named(aliases.get(i)));
    }
    return renamed;
  }
}
