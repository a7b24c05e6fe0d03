package io.liftwerk.experiments.uplift;

import java.util.Arrays;

/** Scores as places, so that those of different models can stand in one ranking. */
final class Places {
  private Places() {}

  /**
   * Each score's place within its fold as a share of the fold, equal scores at their mean place.
   *
   * @param fold 0 … count − 1 per score
   */
  static double[] within(double[] scores, int[] fold, int count) {
    var places = new double[scores.length];
    for (int f = 0; f < count; f++) {
      var own = new double[scores.length];
      int size = 0;
      for (int i = 0; i < scores.length; i++) {
        if (fold[i] == f) {
          own[size++] = scores[i];
        }
      }
      double[] sorted = Arrays.copyOf(own, size);
      Arrays.sort(sorted);
      for (int i = 0; i < scores.length; i++) {
        if (fold[i] == f) {
          places[i] = (below(sorted, scores[i]) + upTo(sorted, scores[i])) / (2.0 * size);
        }
      }
    }
    return places;
  }

  private static int below(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int upTo(double[] sorted, double value) {
    return below(sorted, Math.nextUp(value));
  }
}
