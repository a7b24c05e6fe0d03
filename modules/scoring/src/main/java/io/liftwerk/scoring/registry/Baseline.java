package io.liftwerk.scoring.registry;

import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model's training data looked like, to hold later data against it.
 *
 * <p>Bins of numbers are cut at the tenths of the training rows: at most nine {@code edges} e₁ < e₂
 * < …, each a value that occurs, fewer where values repeat. Shares are those of: missing; values ≤
 * e₁; values > e₁ and ≤ e₂; …; values above the last edge. Levels are taken as they are: missing,
 * each level in its order, any other value. All rows with an outcome count, since the version that
 * scores has learned from them all; their scores are out of fold.
 *
 * @param rows rows counted
 * @param features in the order of the model's features
 * @param scores the calibrated probabilities of a yes, binned like a number
 */
public record Baseline(long rows, List<Feature> features, Numbers scores) {
  private static final int PARTS = 10;

  /** Largest number of rows that edges are sought from; shares count all. */
  private static final int EDGE_ROWS = 200_000;

  /**
   * One feature.
   *
   * @param name as reasons name it, for example {@code created (month)}
   * @param source column of the table
   * @param numbers null for levels
   * @param levels null for a number
   */
  public record Feature(
      String name, String source, @Nullable Numbers numbers, @Nullable Levels levels) {}

  /**
   * @param edges ascending, at most nine
   * @param shares missing first, then one more than there are edges
   */
  public record Numbers(List<Double> edges, List<Double> shares) {

    /** Place in the shares of a value. */
    public int bin(double value) {
      if (Double.isNaN(value)) {
        return 0;
      }
      int below = 0;
      while (below < edges.size() && edges.get(below) < value) {
        below++;
      }
      return 1 + below;
    }
  }

  /**
   * @param levels in the model's order
   * @param shares missing, each level, any other
   */
  public record Levels(List<String> levels, List<Double> shares) {

    /** Place in the shares of a level's code, see {@link Column.Levels}. */
    public int bin(int code) {
      return code == Column.OTHER ? levels.size() + 1 : code;
    }
  }

  /**
   * @param scores of each of {@code rows}, in their order
   */
  public static Baseline of(Dataset data, int[] rows, double[] scores) {
    var features = new ArrayList<Feature>();
    for (Column column : data.columns()) {
      features.add(
          switch (column) {
            case Column.Numbers numbers ->
                new Feature(column.name(), column.source(), numbers(numbers.values(), rows), null);
            case Column.Levels levels ->
                new Feature(column.name(), column.source(), null, levels(levels, rows));
          });
    }
    return new Baseline(rows.length, List.copyOf(features), numbers(scores));
  }

  private static Numbers numbers(float[] values, int[] rows) {
    var some = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      some[i] = values[rows[i]];
    }
    return numbers(some);
  }

  private static Numbers numbers(double[] values) {
    var binned = new Numbers(edges(values), List.of());
    var counts = new long[binned.edges().size() + 2];
    for (double value : values) {
      counts[binned.bin(value)]++;
    }
    return new Numbers(binned.edges(), shares(counts, values.length));
  }

  private static List<Double> edges(double[] values) {
    int step = 1 + values.length / EDGE_ROWS;
    var present = new double[values.length / step + 1];
    int count = 0;
    for (int i = 0; i < values.length; i += step) {
      if (!Double.isNaN(values[i])) {
        present[count++] = values[i];
      }
    }
    Arrays.sort(present, 0, count);
    var edges = new ArrayList<Double>();
    for (int part = 1; part < PARTS && count > 0; part++) {
      double edge = present[(int) ((long) part * count / PARTS)];
      if (edge < present[count - 1] && (edges.isEmpty() || edge > edges.getLast())) {
        edges.add(edge);
      }
    }
    return List.copyOf(edges);
  }

  private static Levels levels(Column.Levels column, int[] rows) {
    var binned = new Levels(column.levels(), List.of());
    var counts = new long[column.levels().size() + 2];
    for (int row : rows) {
      counts[binned.bin(column.code(row))]++;
    }
    return new Levels(column.levels(), shares(counts, rows.length));
  }

  private static List<Double> shares(long[] counts, int all) {
    return Arrays.stream(counts).mapToObj(n -> all == 0 ? 0.0 : n / (double) all).toList();
  }
}
