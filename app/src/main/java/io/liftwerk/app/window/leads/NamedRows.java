package io.liftwerk.app.window.leads;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.workspace.Page;
import io.liftwerk.workspace.TableInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ranked list with its columns named in the user's language. */
record NamedRows(Rows rows, Messages messages) implements Rows {
  @Override
  public long count() {
    return rows.count();
  }

  @Override
  public List<TableInfo.Column> columns() {
    return rows.columns().stream()
        .map(
            column ->
                new TableInfo.Column(
                    messages.textOr("ranking." + column.name(), column.name()), column.type()))
        .toList();
  }

  @Override
  public boolean sortable() {
    return rows.sortable();
  }

  @Override
  public Page page(@Nullable String orderBy, boolean descending, long offset, int limit)
      throws Exception {
    return rows.page(orderBy, descending, offset, limit);
  }
}
