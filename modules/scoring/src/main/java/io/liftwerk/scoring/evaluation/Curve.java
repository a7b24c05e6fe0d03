package io.liftwerk.scoring.evaluation;

import java.util.Arrays;

/**
 * How yes and no distribute over the scores: for every distinct score, falling, how many of each
 * lie at or above it. All measures of a ranking come from here, so the order of the rows and the
 * order within ties cannot matter.
 */
public final class Curve {
  private final double[] score;
  private final long[] yes;
  private final long[] no;

  private Curve(double[] score, long[] yes, long[] no) {
    this.score = score;
    this.yes = yes;
    this.no = no;
  }

  /**
   * @param scores per row, finite
   * @param outcome whether the row is a yes
   */
  public static Curve of(double[] scores, boolean[] outcome) {
    double[] up = sorted(scores, outcome, true);
    double[] down = sorted(scores, outcome, false);
    var score = new double[scores.length];
    var yes = new long[scores.length];
    var no = new long[scores.length];
    int steps = 0;
    int i = up.length - 1;
    int j = down.length - 1;
    while (i >= 0 || j >= 0) {
      double next = Math.max(at(up, i), at(down, j));
      while (i >= 0 && up[i] == next) {
        i--;
      }
      while (j >= 0 && down[j] == next) {
        j--;
      }
      score[steps] = next;
      yes[steps] = up.length - 1L - i;
      no[steps] = down.length - 1L - j;
      steps++;
    }
    return new Curve(
        Arrays.copyOf(score, steps), Arrays.copyOf(yes, steps), Arrays.copyOf(no, steps));
  }

  private static double at(double[] values, int index) {
    return index < 0 ? Double.NEGATIVE_INFINITY : values[index];
  }

  /** The scores of the rows with this outcome, ascending. */
  public static double[] sorted(double[] scores, boolean[] outcome, boolean wanted) {
    var found = new double[scores.length];
    int count = 0;
    for (int i = 0; i < scores.length; i++) {
      if (outcome[i] == wanted) {
        found[count++] = scores[i] + 0.0; // -0.0 and 0.0 are one score
      }
    }
    double[] values = Arrays.copyOf(found, count);
    Arrays.sort(values);
    return values;
  }

  public int steps() {
    return score.length;
  }

  /** The score of step {@code i}, falling with {@code i}. */
  public double score(int i) {
    return score[i];
  }

  /** Rows with a yes at or above that score. */
  public long yes(int i) {
    return i < 0 ? 0 : yes[i];
  }

  /** Rows with a no at or above that score. */
  public long no(int i) {
    return i < 0 ? 0 : no[i];
  }

  public long allYes() {
    return yes(score.length - 1);
  }

  public long allNo() {
    return no(score.length - 1);
  }

  public long rows() {
    return allYes() + allNo();
  }

  /**
   * Yes expected among the best {@code top} rows; a group of equal scores that the cut goes through
   * counts by its share.
   */
  public double yesAmong(double top) {
    return among(top, false);
  }

  /** Sum of the scores of the best {@code top} rows, ties by their share. */
  public double scoreAmong(double top) {
    return among(top, true);
  }

  private double among(double top, boolean ofScores) {
    double sum = 0;
    for (int i = 0; i < score.length; i++) {
      long before = yes(i - 1) + no(i - 1);
      long size = yes(i) + no(i) - before;
      double share = Math.min(1, (top - before) / size);
      if (share <= 0) {
        break;
      }
      sum += share * (ofScores ? score[i] * size : yes(i) - yes(i - 1));
    }
    return sum;
  }
}
