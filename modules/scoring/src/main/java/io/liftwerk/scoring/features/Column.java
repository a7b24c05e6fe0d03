package io.liftwerk.scoring.features;

import java.util.List;

/**
 * One feature of all rows, held compactly. Nothing in it is learned: a level's code and a number
 * are what the table says.
 */
public sealed interface Column {

  /** Code of a level that is not among those kept. */
  int OTHER = 255;

  /** What a reader is told, for example {@code age} or {@code created (month)}. */
  String name();

  /** The table's column it was made from. */
  String source();

  /**
   * Numbers, NaN where missing.
   *
   * @param yesNo whether they stand for yes (1) and no (0)
   */
  @SuppressWarnings("ArrayRecordComponent") // private to this package and never compared
  record Numbers(String name, String source, float[] values, boolean yesNo) implements Column {
    public Numbers(String name, String source, float[] values) {
      this(name, source, values, false);
    }
  }

  /**
   * Text or another column with few values.
   *
   * @param codes per row, unsigned: 0 is missing, {@link #OTHER} a level not kept, else the
   *     position in {@code levels} plus 1
   */
  @SuppressWarnings("ArrayRecordComponent") // as above
  record Levels(String name, String source, byte[] codes, List<String> levels) implements Column {
    public int code(int row) {
      return codes[row] & 0xff;
    }
  }
}
