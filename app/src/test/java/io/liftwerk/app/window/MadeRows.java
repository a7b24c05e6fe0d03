package io.liftwerk.app.window;

import io.liftwerk.app.window.base.Rows;
import io.liftwerk.workspace.Page;
import io.liftwerk.workspace.TableInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows made up as they are asked for; sorted downwards they come from the other end. */
final class MadeRows implements Rows {
  private final long count;
  private final List<TableInfo.Column> columns;
  private final AtomicInteger pages = new AtomicInteger();

  /**
   * @param width number of columns: the row's number, counted from 1, and words beside it
   */
  MadeRows(long count, int width) {
    this.count = count;
    this.columns =
        IntStream.range(0, width)
            .mapToObj(i -> new TableInfo.Column("c" + i, i == 0 ? "BIGINT" : "VARCHAR"))
            .toList();
  }

  /** How many pages have been asked for. */
  int pages() {
    return pages.get();
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public List<TableInfo.Column> columns() {
    return columns;
  }

  @Override
  public Page page(@Nullable String orderBy, boolean descending, long offset, int limit) {
    pages.incrementAndGet();
    var rows = new ArrayList<List<@Nullable Object>>();
    for (long i = offset; i < Math.min(count, offset + limit); i++) {
      long number = descending ? count - i : i + 1;
      var row = new ArrayList<@Nullable Object>(List.of(number));
      for (int c = 1; c < columns.size(); c++) {
        row.add("r" + number + "c" + c);
      }
      rows.add(row);
    }
    return new Page(columns.stream().map(TableInfo.Column::name).toList(), rows, offset);
  }
}
