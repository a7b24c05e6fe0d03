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

  /** These rows only, in their order; one may come more than once. */
  Column pick(int[] rows);

  /** What a row's value is, in words: {@code age = 31}, {@code city is empty}. */
  String says(int row);

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

    /** Whether they say if there is a text, or how long it is; 0 stands for none. */
    public boolean ofText() {
      return name.equals(source + " (present)") || name.equals(source + " (length)");
    }

    @Override
    public Numbers pick(int[] rows) {
      var picked = new float[rows.length];
      for (int i = 0; i < rows.length; i++) {
        picked[i] = values[rows[i]];
      }
      return new Numbers(name, source, picked, yesNo);
    }

    @Override
    public String says(int row) {
      float value = values[row];
      if (Float.isNaN(value)) {
        return name + " is empty";
      }
      return name + " = " + (yesNo ? value > 0 ? "yes" : "no" : written(value));
    }

    private static String written(float value) {
      return value == Math.rint(value) && Math.abs(value) < 1e9
          ? Long.toString((long) value)
          : Float.toString(value);
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

    @Override
    public Levels pick(int[] rows) {
      var picked = new byte[rows.length];
      for (int i = 0; i < rows.length; i++) {
        picked[i] = codes[rows[i]];
      }
      return new Levels(name, source, picked, levels);
    }

    @Override
    public String says(int row) {
      int code = code(row);
      return name
          + switch (code) {
            case 0 -> " is empty";
            case OTHER -> " = a rare value";
            default -> " = " + levels.get(code - 1);
          };
    }
  }
}
