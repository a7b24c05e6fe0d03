package io.liftwerk.warehouse.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.TableRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something a query selects from.
 *
 * @param alias the name its columns can be qualified by, empty when it has none
 * @param relation the table, view or model; null for a subquery, a common table expression and the
 *     like
 * @param columns its columns, as far as they are known
 * @param gap why not all of them are, null when they are
 * @param rows the relations its rows are made of
 * @param inner the query behind it, where there is one
 */
record Source(
    String alias,
    @Nullable TableRef relation,
    List<Output> columns,
    @Nullable String gap,
    List<Dependency> rows,
    @Nullable Inner inner) {

  /** A query inside of a query, and the common table expressions it may use. */
  record Inner(JsonNode query, Ctes ctes) {}

  Source {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  boolean isCalled(String name) {
    return alias.equalsIgnoreCase(name);
  }

  boolean isIn(String schema) {
    return relation != null && relation.schema().equalsIgnoreCase(schema);
  }

  /**
   * The column of that name; of a relation whose columns are not known, whatever it is asked for.
   */
  Optional<Output> column(String name) {
    Optional<Output> known =
        columns.stream().filter(column -> column.name().equalsIgnoreCase(name)).findFirst();
    return known.isPresent() || gap == null ? known : Optional.of(assumed(name));
  }

  /** The column of that name, if it is among those that are known. */
  Optional<Output> known(String name) {
    return columns.stream().filter(column -> column.name().equalsIgnoreCase(name)).findFirst();
  }

  private Output assumed(String name) {
    return relation == null
        ? new Output(name, List.of(), gap)
        : new Output(name, List.of(new Dependency(relation, name, How.IDENTITY, List.of())), null);
  }

  Source called(String name, List<String> columnNames) {
    var renamed = new ArrayList<>(columns);
    for (int i = 0; i < Math.min(columnNames.size(), renamed.size()); i++) {
      renamed.set(i, renamed.get(i).named(columnNames.get(i)));
    }
    return new Source(name, relation, renamed, gap, rows, inner);
  }

  /** One place in one query; another that looks the same is another. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
