package io.liftwerk.app.window.scoring;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.workspace.Page;
import io.liftwerk.workspace.TableInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ranked list with its columns named, and its reasons told, in the user's language. */
record NamedRows(Rows rows, Messages messages, ScoringWords words) implements Rows {
  private static final String REASONS = "reasons";

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
                    words.column(column.name()),
                    // as wide as sentences are
                    column.name().equals(REASONS) ? "VARCHAR(200)" : column.type()))
        .toList();
  }

  @Override
  public boolean sortable() {
    return rows.sortable();
  }

  @Override
  public Page page(@Nullable String orderBy, boolean descending, long offset, int limit)
      throws Exception {
    Page page = rows.page(orderBy, descending, offset, limit);
    int place = rows.columns().stream().map(TableInfo.Column::name).toList().indexOf(REASONS);
    if (place < 0) {
      return page;
    }
    var told = new ArrayList<List<@Nullable Object>>();
    for (List<@Nullable Object> row : page.rows()) {
      var cells = new ArrayList<@Nullable Object>(row);
      Object reasons = cells.get(place);
      cells.set(place, reasons == null ? null : told(reasons.toString()));
      told.add(cells);
    }
    return new Page(page.columns(), told, page.offset());
  }

  /** Each reason is an arrow and a sentence of the engine. */
  private String told(String reasons) {
    return Arrays.stream(reasons.split("; "))
        .map(
            reason ->
                reason.startsWith("↑ ") || reason.startsWith("↓ ")
                    ? reason.substring(0, 2) + messages.sentence(reason.substring(2))
                    : reason)
        .collect(Collectors.joining("   "));
  }
}
