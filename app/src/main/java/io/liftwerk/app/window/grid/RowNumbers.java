package io.liftwerk.app.window.grid;

import java.util.stream.LongStream;
import javafx.collections.ObservableListBase;

/**
 * The numbers 0 to size − 1, which are the slots of a window, as a list that holds none of them.
 */
final class RowNumbers extends ObservableListBase<Long> {
  private int size;

  /** Makes the list longer or shorter at its end. */
  void resize(int next) {
    int before = size;
    if (next == before) {
      return;
    }
    beginChange();
    size = next;
    if (next > before) {
      nextAdd(before, next);
    } else {
      nextRemove(next, LongStream.range(next, before).boxed().toList());
    }
    endChange();
  }

  @Override
  public Long get(int index) {
    return (long) index;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int indexOf(Object value) {
    return value instanceof Long number && number >= 0 && number < size ? number.intValue() : -1;
  }

  @Override
  public int lastIndexOf(Object value) {
    return indexOf(value);
  }

  @Override
  public boolean contains(Object value) {
    return indexOf(value) >= 0;
  }
}
