package io.liftwerk.scoring.features;

import java.util.List;
import java.util.Set;

/**
 * The table in memory: features by column, the outcome, and which rows are still open. Rows are
 * numbered from 0 in the order of the snapshot, which does not depend on how the database delivered
 * them.
 */
public final class Dataset {
  /** Outcome of a row that is still open. */
  public static final byte OPEN = -1;

  private final int rows;
  private final List<Column> columns;
  private final byte[] outcome;

  public Dataset(int rows, List<Column> columns, byte[] outcome) {
    this.rows = rows;
    this.columns = List.copyOf(columns);
    this.outcome = outcome;
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
        outcome);
  }

  /** The same rows with these features only. */
  public Dataset with(List<Column> some) {
    return new Dataset(rows, some, outcome);
  }

  /** These rows only, numbered anew in their order. */
  public Dataset subset(int[] some) {
    var picked = new byte[some.length];
    for (int i = 0; i < some.length; i++) {
      picked[i] = outcome[some[i]];
    }
    return new Dataset(
        some.length, columns.stream().map(column -> column.pick(some)).toList(), picked);
  }
}
