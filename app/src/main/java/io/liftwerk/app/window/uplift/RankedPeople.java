package io.liftwerk.app.window.uplift;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.workspace.Page;
import io.liftwerk.workspace.TableInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ranked people with columns, groups and parts named in the user's language. */
record RankedPeople(Rows rows, Messages messages) implements Rows {
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
                    messages.textOr("uplift.ranked." + column.name(), column.name()),
                    column.type()))
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
    List<String> names = rows.columns().stream().map(TableInfo.Column::name).toList();
    int group = names.indexOf("segment");
    int part = names.indexOf("part");
    var told = new ArrayList<List<@Nullable Object>>();
    for (List<@Nullable Object> row : page.rows()) {
      var cells = new ArrayList<@Nullable Object>(row);
      told(cells, group, "uplift.group.");
      told(cells, part, "uplift.part.");
      told.add(cells);
    }
    return new Page(page.columns(), told, page.offset());
  }

  private void told(List<@Nullable Object> cells, int place, String prefix) {
    Object cell = place < 0 ? null : cells.get(place);
    if (cell != null) {
      cells.set(place, messages.textOr(prefix + cell, cell.toString()));
    }
  }
}
