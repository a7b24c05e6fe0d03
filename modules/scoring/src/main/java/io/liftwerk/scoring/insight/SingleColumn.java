package io.liftwerk.scoring.insight;

import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Quantiles;

/**
 * How one column alone would rank: by the rate of yes of its levels, or of up to 32 parts of equal
 * size, missing being one of its own. The rates of a row's part are learned on the other folds and
 * drawn towards their base rate, so chance alone ranks nothing.
 */
public final class SingleColumn {
  private static final int MOST_PARTS = 32;
  private static final int ROWS_OF_A_PART = 75;
  private static final double PRIOR_ROWS = 5;

  private SingleColumn() {}

  /**
   * @param yes outcome of each of {@code rows}
   * @param fold fold of each of {@code rows}, below {@code folds}
   */
  public static double[] scores(Column column, int[] rows, boolean[] yes, int[] fold, int folds) {
    int[] part = parts(column, rows);
    var scores = new double[rows.length];
    for (int f = 0; f < folds; f++) {
      var hits = new long[256];
      var positives = new long[256];
      long all = 0;
      long allYes = 0;
      for (int i = 0; i < rows.length; i++) {
        if (fold[i] != f) {
          hits[part[i]]++;
          positives[part[i]] += yes[i] ? 1 : 0;
          all++;
          allYes += yes[i] ? 1 : 0;
        }
      }
      double base = allYes / (double) all;
      for (int i = 0; i < rows.length; i++) {
        if (fold[i] == f) {
          scores[i] = (positives[part[i]] + PRIOR_ROWS * base) / (hits[part[i]] + PRIOR_ROWS);
        }
      }
    }
    return scores;
  }

  private static int[] parts(Column column, int[] rows) {
    var part = new int[rows.length];
    switch (column) {
      case Column.Levels levels -> {
        for (int i = 0; i < rows.length; i++) {
          part[i] = levels.code(rows[i]);
        }
      }
      case Column.Numbers numbers -> {
        int most = Math.clamp(rows.length / ROWS_OF_A_PART, 4, MOST_PARTS);
        float[] cuts = Quantiles.cuts(numbers.values(), rows, most);
        for (int i = 0; i < rows.length; i++) {
          part[i] = Quantiles.part(cuts, numbers.values()[rows[i]]);
        }
      }
    }
    return part;
  }
}
