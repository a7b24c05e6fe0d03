package io.liftwerk.app.window.grid;

import javafx.collections.ObservableListBase;

/** The numbers 0 to size − 1 as a list that holds none of them. */
final class RowNumbers extends ObservableListBase<Long> {
  private final int size;

  RowNumbers(long size) {
    this.size = (int) Math.min(size, Integer.MAX_VALUE - 8);
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
