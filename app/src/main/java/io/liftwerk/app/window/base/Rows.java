package io.liftwerk.app.window.base;

import io.liftwerk.workspace.Page;
import io.liftwerk.workspace.TableInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a grid's rows come from. {@link #page} is called beside the screen. */
public interface Rows {

  /** Number of rows. */
  long count();

  List<TableInfo.Column> columns();

  /** Whether the rows may be sorted by a column. */
  default boolean sortable() {
    return true;
  }

  /**
   * Rows {@code offset} to {@code offset + limit}.
   *
   * @param orderBy column to sort by, null for the table's own order
   */
  Page page(@Nullable String orderBy, boolean descending, long offset, int limit) throws Exception;
}
