package io.liftwerk.scoring.features;

import java.util.Arrays;

/**
 * Which rows are learned from and which are judged on; all draws are stratified by outcome and
 * depend on the seed and the row numbers alone.
 *
 * @param train rows to learn from, ascending
 * @param test the holdout, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // private to this package and never compared
public record Split(int[] train, int[] test) {
  private static final double TRAIN_SHARE = 0.7;

  /** 70/30 of the labelled rows. */
  public static Split seeded(Dataset data, long seed) {
    int[] rows = data.labelled();
    boolean[] yes = data.outcomes(rows);
    double[] place = places(yes, seed);
    return new Split(
        pick(rows, place, 0, TRAIN_SHARE), pick(rows, place, TRAIN_SHARE, Double.MAX_VALUE));
  }

  /**
   * Numbers {@code 0 … k-1}, one a row, so that each number gets the same share of yes and no.
   *
   * @param yes outcome per row
   */
  public static int[] folds(boolean[] yes, int k, long seed) {
    int[] fold = new int[yes.length];
    double[] place = places(yes, seed);
    for (int i = 0; i < fold.length; i++) {
      fold[i] = Math.min(k - 1, (int) (place[i] * k));
    }
    return fold;
  }

  /** At most {@code cap} of the rows, ascending, with the same share of yes. */
  public static int[] sample(Dataset data, int[] rows, int cap, long seed) {
    if (rows.length <= cap) {
      return rows;
    }
    return pick(rows, places(data.outcomes(rows), seed), 0, (double) cap / rows.length);
  }

  /**
   * A place between 0 and 1 for every row, drawn without replacement within each outcome: every
   * interval of places holds its share of yes and of no, to within one row.
   */
  private static double[] places(boolean[] yes, long seed) {
    var place = new double[yes.length];
    for (boolean outcome : new boolean[] {true, false}) {
      int[] mine = positions(yes, outcome);
      shuffle(mine, new Draws(outcome ? seed : ~seed));
      for (int i = 0; i < mine.length; i++) {
        place[mine[i]] = (i + 0.5) / mine.length;
      }
    }
    return place;
  }

  private static int[] positions(boolean[] yes, boolean outcome) {
    var found = new int[yes.length];
    int count = 0;
    for (int i = 0; i < yes.length; i++) {
      if (yes[i] == outcome) {
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static int[] pick(int[] rows, double[] place, double from, double to) {
    var picked = new int[rows.length];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      if (place[i] >= from && place[i] < to) {
        picked[count++] = rows[i];
      }
    }
    return Arrays.copyOf(picked, count);
  }

  /** The numbers {@code 0 … n-1} in an order drawn from the seed. */
  public static int[] shuffled(int n, long seed) {
    var places = new int[n];
    Arrays.setAll(places, i -> i);
    shuffle(places, new Draws(seed));
    return places;
  }

  private static void shuffle(int[] values, Draws draws) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = draws.below(i + 1);
      int kept = values[i];
      values[i] = values[other];
      values[other] = kept;
    }
  }

  /** SplitMix64 (Steele, Lea, Flood 2014): ten lines of our own stay the same on every JDK. */
  private static final class Draws {
    private long state;

    Draws(long seed) {
      state = seed;
    }

    int below(int bound) {
      state += 0x9E3779B97F4A7C15L;
      long z = state;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      z ^= z >>> 31;
      return (int) Math.unsignedMultiplyHigh(z, bound);
    }
  }
}
