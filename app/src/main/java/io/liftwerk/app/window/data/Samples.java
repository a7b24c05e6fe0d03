package io.liftwerk.app.window.data;

import io.liftwerk.workspace.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first values of a column that differ, to show what it holds. */
final class Samples {
  /** Rows that are looked through for them. */
  static final int ROWS = 100;

  private static final int MOST = 3;

  private Samples() {}

  /** Of each column of {@code page}, by name. */
  static Map<String, List<Object>> of(Page page) {
    return of(page.columns(), page.rows());
  }

  /**
   * @param columns names in the order of the cells
   * @param rows their cells; a row may be shorter, and blank cells are no values
   */
  static Map<String, List<Object>> of(
      List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {
    var found = new LinkedHashMap<String, List<Object>>();
    for (int i = 0; i < columns.size(); i++) {
      var values = new ArrayList<Object>();
      for (List<? extends @Nullable Object> row : rows) {
        Object value = i < row.size() ? row.get(i) : null;
        boolean blank = value == null || value.toString().isBlank();
        if (!blank && !values.contains(value) && values.size() < MOST) {
          values.add(value);
        }
      }
      found.put(columns.get(i), values);
    }
    return found;
  }
}
