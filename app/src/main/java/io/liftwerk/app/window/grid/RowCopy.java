package io.liftwerk.app.window.grid;

import io.liftwerk.app.window.base.Rows;
import io.liftwerk.workspace.Page;
import io.liftwerk.workspace.TableInfo;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows as tab-separated text with a header, for a spreadsheet's clipboard. Numbers and dates are
 * written plainly, without a locale, so that nothing is misread on the other side.
 */
final class RowCopy {
  /** A clipboard is no place for more; exporting is. */
  static final int MOST = 100_000;

  private static final int CHUNK = 2_000;

  /**
   * @param complete whether every row asked for is in it
   */
  record Copied(String text, long rows, boolean complete) {}

  private RowCopy() {}

  static Copied all(Rows rows, @Nullable String order, boolean down) throws Exception {
    var out = new StringBuilder(header(rows));
    long end = Math.min(rows.count(), MOST);
    for (long offset = 0; offset < end; offset += CHUNK) {
      Page page = rows.page(order, down, offset, (int) Math.min(CHUNK, end - offset));
      page.rows().forEach(row -> append(out, row));
    }
    return new Copied(out.toString(), end, end == rows.count());
  }

  /**
   * @param chosen numbers of the rows, ascending
   * @param complete whether these are all that were asked for
   */
  static Copied rows(
      Rows rows, @Nullable String order, boolean down, List<Long> chosen, boolean complete)
      throws Exception {
    var out = new StringBuilder(header(rows));
    int from = 0;
    while (from < chosen.size()) {
      long first = chosen.get(from);
      int to = from;
      while (to < chosen.size() && chosen.get(to) < first + CHUNK) {
        to++;
      }
      Page page = rows.page(order, down, first, (int) (chosen.get(to - 1) - first + 1));
      for (int i = from; i < to; i++) {
        append(out, page.rows().get((int) (chosen.get(i) - first)));
      }
      from = to;
    }
    return new Copied(out.toString(), chosen.size(), complete);
  }

  private static String header(Rows rows) {
    return rows.columns().stream()
        .map(TableInfo.Column::name)
        .map(RowCopy::flat)
        .collect(Collectors.joining("\t", "", "\n"));
  }

  private static void append(StringBuilder out, List<@Nullable Object> row) {
    for (int i = 0; i < row.size(); i++) {
      if (i > 0) {
        out.append('\t');
      }
      Object value = row.get(i);
      out.append(value == null ? "" : flat(value.toString()));
    }
    out.append('\n');
  }

  private static String flat(String text) {
    return text.replaceAll("[\\t\\r\\n]+", " ");
  }
}
