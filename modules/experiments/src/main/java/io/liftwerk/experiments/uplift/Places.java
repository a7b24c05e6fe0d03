package io.liftwerk.experiments.uplift;

import java.util.Arrays;

/** Scores as places, so that those of different models can stand in one ranking. */
final class Places {
  private Places() {}

  /** Places of scores, the highest first, of equals (0 and −0 are) the later one. */
  static int[] descending(double[] score) {
    int n = score.length;
    var sorted = new double[n];
    for (int i = 0; i < n; i++) {
      sorted[i] = score[i] + 0.0;
    }
    Arrays.sort(sorted);
    // where the equals of the one at a place end, and how many of them have been put
    var end = new int[n];
    for (int i = n - 1; i >= 0; i--) {
      boolean last = i == n - 1 || Double.compare(sorted[i], sorted[i + 1]) != 0;
      end[i] = last ? i + 1 : end[i + 1];
    }
    var put = new int[n];
    var order = new int[n];
    for (int i = n - 1; i >= 0; i--) {
      int first = first(sorted, score[i] + 0.0);
      order[n - end[first] + put[first]++] = i;
    }
    return order;
  }

  /** The first place of a value among ascending ones, as {@link Double#compare} orders them. */
  private static int first(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Double.compare(sorted[middle], value) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

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
