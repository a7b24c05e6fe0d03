package io.liftwerk.app.window.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which rows of a table are selected: ranges, or all as a statement about the table. It costs the
 * same however many rows it names.
 */
final class RowSelection {
  /** First row of a range to its last; ranges neither overlap nor touch. */
  private final NavigableMap<Long, Long> ranges = new TreeMap<>();

  private final Runnable changed;
  private boolean all;
  private long lead = -1;
  private long anchor = -1;

  RowSelection(Runnable changed) {
    this.changed = changed;
  }

  /** The row that the keyboard moves from, -1 when there is none. */
  long lead() {
    return lead;
  }

  boolean isAll() {
    return all;
  }

  boolean contains(long row) {
    Map.Entry<Long, Long> before = ranges.floorEntry(row);
    return all || before != null && row <= before.getValue();
  }

  /** Selects {@code row} and nothing else. */
  void only(long row) {
    forget();
    ranges.put(row, row);
    lead = row;
    anchor = row;
    changed.run();
  }

  /** Selects {@code row} besides the others, or no longer. */
  void toggle(long row) {
    if (all) {
      only(row);
      return;
    }
    if (contains(row)) {
      Map.Entry<Long, Long> range = ranges.floorEntry(row);
      ranges.remove(range.getKey());
      if (range.getKey() < row) {
        ranges.put(range.getKey(), row - 1);
      }
      if (row < range.getValue()) {
        ranges.put(row + 1, range.getValue());
      }
    } else {
      long from = row;
      long to = row;
      Map.Entry<Long, Long> before = ranges.lowerEntry(row);
      if (before != null && before.getValue() == row - 1) {
        from = before.getKey();
      }
      Long after = ranges.remove(row + 1);
      if (after != null) {
        to = after;
      }
      ranges.put(from, to);
    }
    lead = row;
    anchor = row;
    changed.run();
  }

  /** Selects from where the selection began to {@code row}. */
  void extendTo(long row) {
    long from = anchor < 0 ? row : anchor;
    forget();
    ranges.put(Math.min(from, row), Math.max(from, row));
    anchor = from;
    lead = row;
    changed.run();
  }

  /** Selects every row there is. */
  void all() {
    forget();
    all = true;
    changed.run();
  }

  void clear() {
    forget();
    lead = -1;
    anchor = -1;
    changed.run();
  }

  private void forget() {
    ranges.clear();
    all = false;
  }

  /** Number of selected rows, unless all are. */
  long count() {
    return ranges.entrySet().stream()
        .mapToLong(range -> range.getValue() - range.getKey() + 1)
        .sum();
  }

  /** The first {@code most} selected rows in their order, unless all are selected. */
  List<Long> rows(int most) {
    var rows = new ArrayList<Long>();
    for (Map.Entry<Long, Long> range : ranges.entrySet()) {
      for (long row = range.getKey(); row <= range.getValue(); row++) {
        if (rows.size() == most) {
          return rows;
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
