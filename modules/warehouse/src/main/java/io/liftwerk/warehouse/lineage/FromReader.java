package io.liftwerk.warehouse.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.TableRef;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Brings what a query selects from into its scope, and what its joins compare into its influences.
 */
final class FromReader {
  private final QueryReader reader;
  private final Scope scope;
  private final Ctes ctes;
  private final Found influences;

  /** The conditions of joins that leave out rows of either side. */
  private final List<JsonNode> conditions = new ArrayList<>();

  FromReader(QueryReader reader, Scope scope, Ctes ctes, Found influences) {
    this.reader = reader;
    this.scope = scope;
    this.ctes = ctes;
    this.influences = influences;
  }

  List<JsonNode> conditions() {
    return conditions;
  }

  void read(JsonNode from) throws SQLException {
    switch (from.path("type").asText()) {
      case "BASE_TABLE" -> scope.add(table(from));
      case "SUBQUERY" -> {
        JsonNode query = from.path("subquery").path("node");
        scope.add(derived(query, ctes, alias(from, ""), columnAliases(from)));
      }
      case "JOIN" -> join(from);
      case "EXPRESSION_LIST" -> scope.add(values(from));
      case "TABLE_FUNCTION" -> scope.add(tableFunction(from));
      case "PIVOT" -> scope.add(pivot(from));
      case "EMPTY", "" -> {}
      default ->
          scope.add(
              open(alias(from, ""), "What " + from.path("type").asText() + " gives is not known."));
    }
  }

  private static Source open(String alias, String gap) {
    return new Source(alias, null, List.of(), gap, List.of(), null);
  }

  private static String alias(JsonNode from, String otherwise) {
    String alias = from.path("alias").asText();
    return alias.isEmpty() ? otherwise : alias;
  }

  private static List<String> columnAliases(JsonNode from) {
    return Nodes.texts(from.path("column_name_alias"));
  }

  private Source table(JsonNode from) throws SQLException {
    String name = from.path("table_name").asText();
    String schema = from.path("schema_name").asText();
    String alias = alias(from, name);
    if (schema.isEmpty()) {
      Ctes.Cte cte = ctes.find(name);
      if (cte != null) {
        return cte(cte, alias).called(alias, columnAliases(from));
      }
    }
    Relations relations = reader.relations();
    TableRef relation = relations.find(schema, name);
    reader.inputs().add(relation);
    var rows = List.of(new Dependency(relation, null, How.IDENTITY, List.of()));
    List<String> columns = relations.columns(relation);
    String gap = columns.isEmpty() ? "The columns of " + relation + " are not known." : null;
    List<Output> outputs =
        columns.stream()
            .map(
                column ->
                    new Output(
                        column,
                        List.of(new Dependency(relation, column, How.IDENTITY, List.of())),
                        null))
            .toList();
    return new Source(alias, relation, outputs, gap, rows, null).called(alias, columnAliases(from));
  }

  private Source cte(Ctes.Cte cte, String alias) throws SQLException {
    QueryLineage lineage = reader.read(cte);
    influences.addAll(lineage.influences(), How.IDENTITY);
    var inner = cte.fixed() == null ? new Source.Inner(cte.node(), cte.before()) : null;
    return new Source(alias, null, lineage.columns(), lineage.gap(), lineage.rows(), inner)
        .called(alias, cte.aliases());
  }

  private Source derived(JsonNode query, Ctes known, String alias, List<String> columns)
      throws SQLException {
    QueryLineage lineage = reader.read(query, known, scope);
    influences.addAll(lineage.influences(), How.IDENTITY);
    return new Source(
            alias,
            null,
            lineage.columns(),
            lineage.gap(),
            lineage.rows(),
            new Source.Inner(query, known))
        .called(alias, columns);
  }

  private void join(JsonNode from) throws SQLException {
    int start = scope.size();
    read(from.path("left"));
    int middle = scope.size();
    read(from.path("right"));
    String type = from.path("join_type").asText();
    boolean half = type.equals("SEMI") || type.equals("ANTI");
    Set<String> using = new LinkedHashSet<>(Nodes.texts(from.path("using_columns")));
    if (from.path("ref_type").asText().equals("NATURAL")) {
      Set<String> common = scope.common(start, middle);
      if (common == null) {
        influences.gap("A natural join joins by columns that are not known.");
      } else {
        using.addAll(common);
      }
    }
    boolean either = type.equals("OUTER") || type.equals("FULL") || type.equals("RIGHT");
    for (String column : using) {
      for (Scope.Hit hit : scope.merge(column, start, middle, either)) {
        influences.addAll(hit.column().from(), How.JOIN);
      }
    }
    JsonNode condition = from.path("condition");
    new ExpressionReader(reader, scope, ctes, influences).read(condition, How.JOIN);
    if (type.equals("INNER") || type.equals("SEMI")) {
      conditions.addAll(Nodes.conjuncts(condition));
    }
    if (half) {
      scope.hideFrom(middle);
    }
  }

  private Source values(JsonNode from) throws SQLException {
    var columns = new ArrayList<Output>();
    JsonNode first = from.path("values").path(0);
    for (int i = 0; i < first.size(); i++) {
      var found = new Found();
      for (JsonNode row : from.path("values")) {
        new ExpressionReader(reader, scope, ctes, found).read(row.path(i), How.EXPRESSION);
      }
      columns.add(new Output("col" + i, found.list(), found.gap()));
    }
    return new Source(alias(from, ""), null, columns, null, List.of(), null)
        .called(alias(from, ""), columnAliases(from));
  }

  /** {@code range(…)}, {@code unnest(…)}: what it gives is made of what it is given. */
  private Source tableFunction(JsonNode from) throws SQLException {
    JsonNode function = from.path("function");
    String name = Nodes.function(function);
    var found = new Found();
    for (JsonNode argument : Nodes.arguments(function)) {
      new ExpressionReader(reader, scope, ctes, found).read(argument, How.EXPRESSION);
    }
    List<String> aliases = columnAliases(from);
    boolean known = Set.of("range", "generate_series", "unnest").contains(name);
    if (!known) {
      return open(alias(from, name), "What the function " + name + " gives is not known.");
    }
    String column = aliases.isEmpty() ? name : aliases.getFirst();
    return new Source(
        alias(from, name),
        null,
        List.of(new Output(column, found.list(), found.gap())),
        null,
        List.of(),
        null);
  }

  /**
   * Of PIVOT the columns it groups by are known, the others are named by values; of UNPIVOT all
   * are.
   */
  private Source pivot(JsonNode from) throws SQLException {
    var inside = new Scope(scope);
    new FromReader(reader, inside, ctes, influences).read(from.path("source"));
    var rows = new ArrayList<Dependency>();
    inside.sources().forEach(source -> rows.addAll(source.rows()));
    var columns = new ArrayList<Output>();
    String gap = inside.sources().getFirst().gap();
    if (from.path("unpivot_names").isEmpty()) {
      for (String group : Nodes.texts(from.path("groups"))) {
        columns.add(plain(inside, group, Nodes.reference(List.of(group))));
      }
      gap = "PIVOT names its columns by values.";
    } else {
      unpivot(from, inside, columns);
    }
    return new Source(alias(from, ""), null, columns, gap, rows, null)
        .called(alias(from, ""), columnAliases(from));
  }

  private void unpivot(JsonNode from, Scope inside, List<Output> columns) throws SQLException {
    var values = new Found();
    var taken = new LinkedHashSet<String>();
    var names = new ArrayList<Output>();
    for (JsonNode pivot : from.path("pivots")) {
      for (JsonNode entry : pivot.path("entries")) {
        JsonNode column = entry.path("star_expr");
        new ExpressionReader(reader, inside, ctes, values).read(column, How.EXPRESSION);
        column
            .findValues("column_names")
            .forEach(
                path -> taken.add(path.path(path.size() - 1).asText().toLowerCase(Locale.ROOT)));
      }
      Nodes.texts(pivot.path("unpivot_names"))
          .forEach(name -> names.add(new Output(name, List.of(), null)));
    }
    for (Source source : inside.sources()) {
      for (Output column : source.columns()) {
        if (!taken.contains(column.name().toLowerCase(Locale.ROOT))) {
          columns.add(column);
        }
      }
    }
    columns.addAll(names);
    for (String name : Nodes.texts(from.path("unpivot_names"))) {
      columns.add(new Output(name, values.list(), values.gap()));
    }
  }

  private Output plain(Scope inside, String name, JsonNode expression) throws SQLException {
    return ExpressionReader.column(reader, inside, ctes, name, expression, null);
  }
}
