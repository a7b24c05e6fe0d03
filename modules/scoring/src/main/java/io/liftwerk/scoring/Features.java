package io.liftwerk.scoring;

import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What models learn from: the features of all rows of a table, held compactly. Rows are numbered
 * from 0. An immutable value; what is to be learned of the rows comes with {@link Examples}.
 */
public final class Features {
  private final Dataset data;

  Features(Dataset data) {
    this.data = data;
  }

  /**
   * Features from numbers in memory.
   *
   * @param names one a column
   * @param columns columns × rows; NaN where missing
   */
  public static Features of(List<String> names, float[][] columns) {
    int rows = columns.length == 0 ? 0 : columns[0].length;
    var made = new ArrayList<Column>();
    for (int c = 0; c < columns.length; c++) {
      made.add(new Column.Numbers(names.get(c), names.get(c), columns[c]));
    }
    return new Features(new Dataset(rows, made, open(rows)));
  }

  private static byte[] open(int rows) {
    var outcome = new byte[rows];
    Arrays.fill(outcome, Dataset.OPEN);
    return outcome;
  }

  public int rows() {
    return data.rows();
  }

  /** Number of features. */
  public int width() {
    return data.columns().size();
  }

  /** What a reader is told of a feature, for example {@code created (month)}. */
  public String name(int feature) {
    return data.columns().get(feature).name();
  }

  /** The table's column that a feature was made from. */
  public String source(int feature) {
    return data.columns().get(feature).source();
  }

  /** The table's columns that features were made from, in their order. */
  public List<String> sources() {
    return data.columns().stream().map(Column::source).distinct().toList();
  }

  /** Whether a feature's values are codes of levels, not amounts. */
  public boolean levels(int feature) {
    return data.columns().get(feature) instanceof Column.Levels;
  }

  /** A number, NaN where missing, or a level's code from 0 (missing) to 255 (a rare one). */
  public float value(int feature, int row) {
    return switch (data.columns().get(feature)) {
      case Column.Numbers numbers -> numbers.values()[row];
      case Column.Levels levels -> levels.code(row);
    };
  }

  /** What a row's value is, in words: {@code age = 31}. */
  public String says(int feature, int row) {
    return data.columns().get(feature).says(row);
  }

  /** The same without what was made from these columns of the table. */
  public Features without(Set<String> sources) {
    return new Features(data.without(sources));
  }

  /** The same and one more feature. */
  public Features with(String name, float[] values) {
    var columns = new ArrayList<>(data.columns());
    columns.add(new Column.Numbers(name, name, values));
    return new Features(data.with(columns));
  }

  /**
   * The same and, beside each feature, one that says the same of the rows marked and the same
   * nothing of all others: what a linear model needs to tell the two apart.
   */
  public Features interacting(String name, boolean[] marked) {
    var columns = new ArrayList<>(data.columns());
    for (Column column : data.columns()) {
      String called = column.name() + " × " + name;
      columns.add(
          switch (column) {
            case Column.Numbers numbers ->
                new Column.Numbers(called, called, masked(numbers.values(), marked));
            case Column.Levels levels ->
                new Column.Levels(called, called, masked(levels.codes(), marked), levels.levels());
          });
    }
    return new Features(data.with(columns));
  }

  private static float[] masked(float[] values, boolean[] marked) {
    var masked = new float[values.length];
    for (int row = 0; row < values.length; row++) {
      masked[row] = marked[row] ? values[row] : 0;
    }
    return masked;
  }

  private static byte[] masked(byte[] codes, boolean[] marked) {
    var masked = new byte[codes.length];
    for (int row = 0; row < codes.length; row++) {
      masked[row] = marked[row] ? codes[row] : 0;
    }
    return masked;
  }

  Dataset data() {
    return data;
  }
}
