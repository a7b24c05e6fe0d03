package io.liftwerk.warehouse;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of bronze that went into one row of a table above.
 *
 * @param table the table, qualified
 * @param key which of its rows: column to value
 * @param sources one for each table of bronze the row may come from
 */
public record RowSources(String table, Map<String, @Nullable String> key, List<Source> sources) {

  /**
   * Rows of one table.
   *
   * @param table the table, qualified
   * @param query a query of these rows, all their columns
   * @param narrowed whether the key says anything about rows of this table; if not, these are all
   *     that the filters on the way let through
   * @param exact whether these are the rows that counted, no more and no fewer
   * @param notes why not
   */
  public record Source(
      String table, String query, boolean narrowed, boolean exact, List<String> notes) {}
}
