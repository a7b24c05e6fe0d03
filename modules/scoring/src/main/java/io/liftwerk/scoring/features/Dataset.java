package io.liftwerk.scoring.features;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table in memory: features by column, the outcome, and which rows are still open. Rows are
 * numbered from 0 in the order of the snapshot, which does not depend on how the database delivered
 * them. What is to be learned is the outcome, or a number beside it; rows may weigh differently.
 */
public final class Dataset {
  /** Outcome of a row that is still open. */
  public static final byte OPEN = -1;

  private final int rows;
  private final List<Column> columns;
  private final byte[] outcome;
  private final float @Nullable [] numbers;
  private final float @Nullable [] weights;

  public Dataset(int rows, List<Column> columns, byte[] outcome) {
    this(rows, columns, outcome, null, null);
  }

  private Dataset(
      int rows,
      List<Column> columns,
      byte[] outcome,
      float @Nullable [] numbers,
      float @Nullable [] weights) {
    this.rows = rows;
    this.columns = List.copyOf(columns);
    this.outcome = outcome;
    this.numbers = numbers;
    this.weights = weights;
  }

  /**
   * The same features with something else to learn.
   *
   * @param other outcome per row; where a number is learned, what draws are stratified by
   * @param number what to learn instead of the outcome; null for the outcome
   * @param weight what each row counts; null for 1
   */
  public Dataset learning(byte[] other, float @Nullable [] number, float @Nullable [] weight) {
    return new Dataset(rows, columns, other, number, weight);
  }

  /** Whether a number is to be learned, not a yes. */
  public boolean numeric() {
    return numbers != null;
  }

  public boolean weighted() {
    return weights != null;
  }

  /** What is to be learned of a row: its number, else 1 for a yes and 0 for a no. */
  public float label(int row) {
    return numbers != null ? numbers[row] : outcome[row] == 1 ? 1 : 0;
  }

  /** What a row counts. */
  public float weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  public int rows() {
    return rows;
  }

  public List<Column> columns() {
    return columns;
  }

  public boolean yes(int row) {
    return outcome[row] == 1;
  }

  public boolean[] outcomes(int[] some) {
    var yes = new boolean[some.length];
    for (int i = 0; i < some.length; i++) {
      yes[i] = outcome[some[i]] == 1;
    }
    return yes;
  }

  /** Rows with an outcome, ascending. */
  public int[] labelled() {
    return java.util.stream.IntStream.range(0, rows).filter(row -> outcome[row] != OPEN).toArray();
  }

  /** Rows without one, ascending. */
  public int[] open() {
    return java.util.stream.IntStream.range(0, rows).filter(row -> outcome[row] == OPEN).toArray();
  }

  public long positives(int[] some) {
    long count = 0;
    for (int row : some) {
      count += outcome[row] == 1 ? 1 : 0;
    }
    return count;
  }

  /** The same rows without the features made from {@code sources}. */
  public Dataset without(Set<String> sources) {
    return new Dataset(
        rows,
        columns.stream().filter(column -> !sources.contains(column.source())).toList(),
        outcome,
        numbers,
        weights);
  }

  /** The same rows with these features only. */
  public Dataset with(List<Column> some) {
    return new Dataset(rows, some, outcome, numbers, weights);
  }

  /** These rows only, numbered anew in their order. */
  public Dataset subset(int[] some) {
    var picked = new byte[some.length];
    for (int i = 0; i < some.length; i++) {
      picked[i] = outcome[some[i]];
    }
    return new Dataset(
        some.length,
        columns.stream().map(column -> column.pick(some)).toList(),
        picked,
        pick(numbers, some),
        pick(weights, some));
  }

  private static float @Nullable [] pick(float @Nullable [] values, int[] some) {
    if (values == null) {
      return null;
    }
    var picked = new float[some.length];
    for (int i = 0; i < some.length; i++) {
      picked[i] = values[some[i]];
    }
    return picked;
  }
}
