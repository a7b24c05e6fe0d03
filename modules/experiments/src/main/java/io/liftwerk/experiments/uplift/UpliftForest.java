package io.liftwerk.experiments.uplift;

import io.liftwerk.scoring.Features;
import io.liftwerk.scoring.Learning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A forest of uplift trees, each grown on its own draw of the people and columns. The trees are
 * honest (Athey, Imbens 2016, Recursive partitioning for heterogeneous causal effects): one half of
 * a draw decides the splits, the other says what a leaf is worth, so that no split is rewarded for
 * the luck that made it.
 */
final class UpliftForest implements Scorer {
  private static final int TREES = 100;
  private static final int MOST_PEOPLE = 100_000;

  private final Bins bins;
  private final List<UpliftTree> trees;

  private UpliftForest(Bins bins, List<UpliftTree> trees) {
    this.bins = bins;
    this.trees = trees;
  }

  static UpliftForest train(Trial trial, Criterion criterion, long seed, Learning learning) {
    Bins bins = Bins.of(trial.features(), trial.rows());
    var codes = new short[bins.width()][trial.size()];
    for (int c = 0; c < codes.length; c++) {
      for (int i = 0; i < trial.size(); i++) {
        codes[c][i] = bins.code(trial.features(), c, trial.rows()[i]);
      }
    }
    var trees = new ArrayList<UpliftTree>();
    var draws = new Draws(seed + 77);
    int[] people = IntStream.range(0, trial.size()).toArray();
    int drawn = Math.min(MOST_PEOPLE, trial.size() / 2);
    for (int t = 0; t < TREES; t++) {
      learning.check();
      for (int i = 0; i < drawn; i++) {
        int other = i + draws.below(people.length - i);
        int kept = people[i];
        people[i] = people[other];
        people[other] = kept;
      }
      trees.add(
          UpliftTree.grow(
              trial,
              codes,
              bins,
              criterion,
              Arrays.copyOfRange(people, 0, drawn / 2),
              Arrays.copyOfRange(people, drawn / 2, drawn),
              draws));
    }
    return new UpliftForest(bins, trees);
  }

  @Override
  public double[] uplift(Features features, int[] rows) {
    var scores = new double[rows.length];
    var codes = new short[bins.width()];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < codes.length; c++) {
        codes[c] = bins.code(features, c, rows[i]);
      }
      double sum = 0;
      for (UpliftTree tree : trees) {
        sum += tree.value(codes);
      }
      scores[i] = sum / trees.size();
    }
    return scores;
  }

  /**
   * Numbers in at most {@link #MOST} bins of equally many rows, missing ones in bin 0; levels by
   * their code.
   *
   * @param edges per feature, ascending: a number is in bin 1 + how many of them it exceeds; empty
   *     for levels
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Bins(boolean[] levels, float[][] edges) {
    private static final int MOST = 32;

    static Bins of(Features features, int[] rows) {
      var levels = new boolean[features.width()];
      var edges = new float[features.width()][];
      int step = Math.max(1, rows.length / 20_000);
      for (int c = 0; c < levels.length; c++) {
        levels[c] = features.levels(c);
        edges[c] = levels[c] ? new float[0] : edges(features, c, rows, step);
      }
      return new Bins(levels, edges);
    }

    private static float[] edges(Features features, int c, int[] rows, int step) {
      var values = new float[rows.length / step + 1];
      int count = 0;
      for (int i = 0; i < rows.length; i += step) {
        float value = features.value(c, rows[i]);
        if (!Float.isNaN(value)) {
          values[count++] = value;
        }
      }
      Arrays.sort(values, 0, count);
      var edges = new float[MOST];
      int found = 0;
      for (int bin = 1; bin < MOST && count > 0; bin++) {
        float edge = values[(int) ((long) bin * count / MOST)];
        // all up to the largest value are below no edge at it
        if (edge < values[count - 1] && (found == 0 || edge > edges[found - 1])) {
          edges[found++] = edge;
        }
      }
      return Arrays.copyOf(edges, found);
    }

    int width() {
      return levels.length;
    }

    short code(Features features, int c, int row) {
      float value = features.value(c, row);
      if (levels[c]) {
        return (short) value;
      }
      if (Float.isNaN(value)) {
        return 0;
      }
      int place = Arrays.binarySearch(edges[c], value);
      return (short) (1 + (place >= 0 ? place : -place - 1));
    }

    /** Number of codes of a feature. */
    int codes(int c) {
      return levels[c] ? 256 : edges[c].length + 2;
    }
  }
}
