package io.liftwerk.workspace;

import java.util.List;

/**
 * A table or view of the warehouse as a person sees it.
 *
 * @param ref schema and name
 * @param rows number of rows; −1 for a view that cannot be read
 * @param columns in their order
 * @param view whether it is computed from other tables
 */
public record TableInfo(TableRef ref, long rows, List<Column> columns, boolean view) {

  /**
   * A column.
   *
   * @param name as in the source's header
   * @param type DuckDB's name of its type, for example {@code DECIMAL(18,2)}
   */
  public record Column(String name, String type) {}
}
