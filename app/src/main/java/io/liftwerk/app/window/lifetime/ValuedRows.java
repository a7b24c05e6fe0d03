package io.liftwerk.app.window.lifetime;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.workspace.Page;
import io.liftwerk.workspace.TableInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The valued customers with columns and segments named in the user's language. */
record ValuedRows(Rows rows, Messages messages) implements Rows {
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
                    messages.textOr("valued." + column.name(), column.name()), column.type()))
        .toList();
  }

  @Override
  public boolean sortable() {
    return false;
  }

  @Override
  public Page page(@Nullable String orderBy, boolean descending, long offset, int limit)
      throws Exception {
    Page page = rows.page(orderBy, descending, offset, limit);
    int place = rows.columns().stream().map(TableInfo.Column::name).toList().indexOf("segment");
    var told = new ArrayList<List<@Nullable Object>>();
    for (List<@Nullable Object> row : page.rows()) {
      var cells = new ArrayList<@Nullable Object>(row);
      Object segment = place < 0 ? null : cells.get(place);
      if (segment != null) {
        cells.set(place, messages.textOr("segment." + segment, segment.toString()));
      }
      told.add(cells);
    }
    return new Page(page.columns(), told, page.offset());
  }
}
