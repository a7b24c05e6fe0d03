package io.liftwerk.app.window.grid;

/**
 * The rows that stand on the screen: as many as there are slots for, from {@link #top} on. Slots
 * are the only rows a table control ever hears of, so it works alike over ten rows and ten million.
 */
final class RowWindow {
  /** More than most screens have room for; put right as soon as there is a screen. */
  private static final int GUESS = 30;

  private final Runnable changed;
  private long count;
  private long top;
  private int slots = GUESS;

  RowWindow(Runnable changed) {
    this.changed = changed;
  }

  /** Looks at another table of {@code rows} rows, from its first. */
  void over(long rows) {
    count = rows;
    top = 0;
    changed.run();
  }

  /** There is room for {@code number} rows now. */
  void slots(int number) {
    if (number != slots) {
      slots = number;
      top = Math.clamp(top, 0, lastTop());
      changed.run();
    }
  }

  long count() {
    return count;
  }

  /** The row in the first slot, counted from 0. */
  long top() {
    return top;
  }

  /** The furthest that {@link #top} goes. */
  long lastTop() {
    return Math.max(0, count - slots);
  }

  /** How many slots have a row. */
  int filled() {
    return (int) Math.min(slots, count);
  }

  long row(long slot) {
    return top + slot;
  }

  /** The slot that {@code row} stands in, -1 when it is out of sight. */
  int slot(long row) {
    long slot = row - top;
    return row >= 0 && slot >= 0 && slot < filled() ? (int) slot : -1;
  }

  /** Goes so that {@code row} is the first, or as far as there are rows; whether it moved. */
  boolean scrollTo(long row) {
    long next = Math.clamp(row, 0, lastTop());
    boolean moves = next != top;
    top = next;
    if (moves) {
      changed.run();
    }
    return moves;
  }

  /** Goes just so far that {@code row} is in sight. */
  void reveal(long row) {
    if (row < top) {
      scrollTo(row);
    } else if (row >= top + slots) {
      scrollTo(row - slots + 1);
    }
  }
}
