package io.liftwerk.warehouse.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.TableRef;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows conditions on a table down to the rows it was made of. A condition goes through a query
 * when the columns it speaks of are, there, expressions of the row of one table: the tracing
 * queries of Cui and Widom (Lineage tracing for general data warehouse transformations, VLDB
 * Journal 12, 2003), one table at a time. What is found are all rows that count, and where a note
 * says so some more; never fewer, but for windows, which a note names too.
 */
public final class RowTrace {

  /**
   * The rows of a table that went into the row asked for.
   *
   * @param relation the table
   * @param query the rows, as SQL; all of the table's where nothing narrows them down
   * @param narrowed whether a condition on the key arrived there
   * @param notes why there may be more rows than counted, or others; empty when these are they
   */
  public record Reached(TableRef relation, String query, boolean narrowed, List<String> notes) {
    public Reached {
      notes = List.copyOf(notes);
    }
  }

  /** A condition over columns of one relation or query. */
  record Condition(JsonNode expression, boolean fromKey) {}

  /** How one of the ways down arrived at a table. */
  private record Arrival(List<String> conditions, boolean narrowed, Set<String> notes) {}

  private final Relations relations;
  private final Map<TableRef, List<Arrival>> arrivals = new LinkedHashMap<>();
  private final Set<TableRef> underWay = new LinkedHashSet<>();
  private final String stopAt;

  private RowTrace(Relations relations, String stopAt) {
    this.relations = relations;
    this.stopAt = stopAt;
  }

  /**
   * The rows that the row of {@code table} with this key was made of.
   *
   * @param column the column whose value is asked about; null for all: tables that no value of it
   *     comes from are not followed
   * @param key column to value as text; null for a missing value
   * @param stopAt the schema whose tables are the sources, as well as tables without a query
   */
  public static List<Reached> of(
      Relations relations,
      TableRef table,
      @Nullable String column,
      Map<String, @Nullable String> key,
      String stopAt)
      throws SQLException {
    var trace = new RowTrace(relations, stopAt);
    var conditions = new ArrayList<Condition>();
    key.forEach((name, value) -> conditions.add(equal(name, value)));
    trace.relation(
        relations.find(table.schema(), table.name()),
        conditions,
        column == null ? null : Set.of(column),
        new LinkedHashSet<>());
    return trace.reached();
  }

  private static Condition equal(String column, @Nullable String value) {
    JsonNode reference = Nodes.reference(List.of(column));
    return new Condition(
        value == null
            ? Nodes.isNull(reference)
            : Nodes.comparison("COMPARE_EQUAL", reference, Nodes.text(value)),
        true);
  }

  private List<Reached> reached() {
    var all = new ArrayList<Reached>();
    arrivals.forEach(
        (relation, ways) -> {
          var notes = new LinkedHashSet<String>();
          var alternatives = new LinkedHashSet<String>();
          boolean everything = false;
          for (Arrival way : ways) {
            notes.addAll(way.notes());
            everything |= way.conditions().isEmpty();
            alternatives.add(String.join(" AND ", way.conditions()));
          }
          String where =
              everything
                  ? ""
                  : alternatives.size() == 1
                      ? " WHERE " + alternatives.iterator().next()
                      : " WHERE (" + String.join(") OR (", alternatives) + ")";
          all.add(
              new Reached(
                  relation,
                  "SELECT * FROM " + relation.sql() + where,
                  ways.stream().allMatch(Arrival::narrowed),
                  List.copyOf(notes)));
        });
    return all;
  }

  private void relation(
      TableRef relation,
      List<Condition> conditions,
      @Nullable Set<String> needed,
      Set<String> notes)
      throws SQLException {
    JsonNode query =
        relation.schema().equals(stopAt) || !underWay.add(relation)
            ? null
            : relations.query(relation);
    if (query == null) {
      arrive(relation, conditions, notes);
      return;
    }
    List<String> names = relations.columns(relation);
    if (names.isEmpty()) {
      names =
          relations
              .lineage(relation)
              .map(lineage -> lineage.columns().stream().map(Output::name).toList())
              .orElse(List.of());
    }
    query(query, Ctes.NONE, names, conditions, needed, notes);
    underWay.remove(relation);
  }

  private void arrive(TableRef relation, List<Condition> conditions, Set<String> notes)
      throws SQLException {
    var texts = new ArrayList<String>();
    for (Condition condition : conditions) {
      texts.add(relations.tree().text(condition.expression()));
    }
    boolean narrowed = conditions.stream().anyMatch(Condition::fromKey);
    arrivals
        .computeIfAbsent(relation, key -> new ArrayList<>())
        .add(new Arrival(texts, narrowed, notes));
  }

  /**
   * @param names what the conditions call the columns of the query, by position
   * @param needed the columns whose values are followed, null for all
   */
  void query(
      JsonNode node,
      Ctes before,
      List<String> names,
      List<Condition> conditions,
      @Nullable Set<String> needed,
      Set<String> notes)
      throws SQLException {
    Ctes ctes = before.and(node);
    switch (node.path("type").asText()) {
      case "SELECT_NODE" ->
          new SelectTrace(this, relations, node, ctes, names).follow(conditions, needed, notes);
      case "SET_OPERATION_NODE" -> setOperation(node, ctes, names, conditions, needed, notes);
      default -> {
        var more = new LinkedHashSet<>(notes);
        more.add("A recursive query cannot be followed to single rows.");
        for (Dependency rows :
            new QueryReader(relations, relations.tree()).read(node, ctes, null).rows()) {
          relation(rows.relation(), List.of(), null, more);
        }
      }
    }
  }

  private void setOperation(
      JsonNode node,
      Ctes ctes,
      List<String> names,
      List<Condition> conditions,
      @Nullable Set<String> needed,
      Set<String> notes)
      throws SQLException {
    String type = node.path("setop_type").asText();
    var more = new LinkedHashSet<>(notes);
    boolean union = type.startsWith("UNION");
    if (!union) {
      more.add("Rows that " + type + " leaves out are listed too.");
    }
    for (JsonNode branch : QueryReader.branches(node)) {
      List<String> called = names;
      if (type.equals("UNION_BY_NAME")) {
        called =
            new QueryReader(relations, relations.tree())
                .read(branch, ctes, null).columns().stream().map(Output::name).toList();
      }
      query(branch, ctes, called, conditions, needed, more);
      if (!union) {
        break;
      }
    }
  }

  /** Goes on into what a query selects from. */
  void source(
      Source source, List<Condition> conditions, @Nullable Set<String> needed, Set<String> notes)
      throws SQLException {
    Source.Inner inner = source.inner();
    TableRef relation = source.relation();
    if (relation != null) {
      relation(
          relation, renamed(conditions, source, relation), own(needed, source, relation), notes);
    } else if (inner != null) {
      List<String> names = source.columns().stream().map(Output::name).toList();
      query(inner.query(), inner.ctes(), names, conditions, needed, notes);
    } else {
      for (Dependency rows : source.rows()) {
        var more = new LinkedHashSet<>(notes);
        more.add("The way through a pivot cannot be followed to single rows.");
        relation(rows.relation(), List.of(), null, more);
      }
    }
  }

  private @Nullable Set<String> own(@Nullable Set<String> needed, Source source, TableRef relation)
      throws SQLException {
    List<String> own = relations.columns(relation);
    if (needed == null || own.size() != source.columns().size()) {
      return needed;
    }
    var names = new LinkedHashSet<String>();
    for (int i = 0; i < own.size(); i++) {
      String called = source.columns().get(i).name();
      if (needed.stream().anyMatch(called::equalsIgnoreCase)) {
        names.add(own.get(i));
      }
    }
    return names;
  }

  /** Columns that {@code FROM t AS t(x, y)} names anew are called by their own names again. */
  private List<Condition> renamed(List<Condition> conditions, Source source, TableRef relation)
      throws SQLException {
    List<String> own = relations.columns(relation);
    List<String> called = source.columns().stream().map(Output::name).toList();
    if (own.equals(called) || own.size() != called.size()) {
      return conditions;
    }
    var renamed = new ArrayList<Condition>();
    for (Condition condition : conditions) {
      JsonNode expression =
          Rewriting.references(
              condition.expression(),
              names -> {
                int position = called.indexOf(names.getFirst());
                return position < 0 ? null : Rewriting.renamed(names, own.get(position));
              });
      if (expression != null) {
        renamed.add(new Condition(expression, condition.fromKey()));
      }
    }
    return renamed;
  }

  /** What a condition without columns says; null when it cannot be worked out. */
  @Nullable Boolean value(JsonNode expression) throws SQLException {
    return relations.tree().value("SELECT (" + relations.tree().text(expression) + ")");
  }
}
