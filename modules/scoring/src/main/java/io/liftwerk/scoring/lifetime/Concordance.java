package io.liftwerk.scoring.lifetime;

import java.util.Arrays;

/**
 * Harrell's concordance: of all pairs of which one is known to have left before the other, the
 * share in which the one who left had the higher risk; equal risks count half (as R's survival has
 * it).
 */
final class Concordance {
  private Concordance() {}

  /** In {@code n log n} by a binary indexed tree over the ranks of the risks. */
  static double of(double[] time, boolean[] event, double[] risk) {
    double[] ranks = Arrays.stream(risk).sorted().distinct().toArray();
    var tree = new long[ranks.length + 1];
    Integer[] order = KaplanMeier.ascending(time);
    double right = 0;
    double pairs = 0;
    long met = 0;
    for (int i = order.length - 1; i >= 0; ) {
      int end = i;
      double now = time[order[i]];
      while (i >= 0 && time[order[i]] == now) {
        i--;
      }
      // one who was only no longer looked at then had not left: later than who did
      for (int j = end; j > i; j--) {
        if (!event[order[j]]) {
          add(tree, Arrays.binarySearch(ranks, risk[order[j]]) + 1);
          met++;
        }
      }
      for (int j = end; j > i; j--) {
        if (event[order[j]]) {
          int rank = Arrays.binarySearch(ranks, risk[order[j]]) + 1;
          long below = sum(tree, rank - 1);
          right += below + (sum(tree, rank) - below) / 2.0;
          pairs += met;
        }
      }
      for (int j = end; j > i; j--) {
        if (event[order[j]]) {
          add(tree, Arrays.binarySearch(ranks, risk[order[j]]) + 1);
          met++;
        }
      }
    }
    return right / pairs;
  }

  private static void add(long[] tree, int at) {
    for (int i = at; i < tree.length; i += i & -i) {
      tree[i]++;
    }
  }

  private static long sum(long[] tree, int until) {
    long sum = 0;
    for (int i = until; i > 0; i -= i & -i) {
      sum += tree[i];
    }
    return sum;
  }
}
