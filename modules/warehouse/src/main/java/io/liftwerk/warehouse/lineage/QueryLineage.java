package io.liftwerk.warehouse.lineage;

import io.liftwerk.workspace.TableRef;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the result of one query comes from.
 *
 * @param columns its columns in order; not all of them when there is a {@code gap}
 * @param gap why not all columns are known, null when they are
 * @param rows the relations whose rows it is made of
 * @param influences what decides which rows there are: joins, filters, grouping
 * @param inputs every relation it reads, those of subqueries included
 */
public record QueryLineage(
    List<Output> columns,
    @Nullable String gap,
    List<Dependency> rows,
    List<Dependency> influences,
    List<TableRef> inputs) {

  public QueryLineage {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    influences = List.copyOf(influences);
    inputs = List.copyOf(inputs);
  }

  /** The column of that name, without regard to case. */
  public Optional<Output> column(String name) {
    return columns.stream().filter(column -> column.name().equalsIgnoreCase(name)).findFirst();
  }
}
