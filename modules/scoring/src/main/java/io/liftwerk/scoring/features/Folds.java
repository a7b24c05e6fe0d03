package io.liftwerk.scoring.features;

import java.util.Arrays;

/** Picks rows by their fold. */
public final class Folds {
  private Folds() {}

  /** The rows of fold {@code f}, in their order. */
  public static int[] in(int[] rows, int[] fold, int f) {
    return pick(rows, fold, f, true);
  }

  /** The rows of all other folds, in their order. */
  public static int[] notIn(int[] rows, int[] fold, int f) {
    return pick(rows, fold, f, false);
  }

  private static int[] pick(int[] rows, int[] fold, int f, boolean inside) {
    var picked = new int[rows.length];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      if ((fold[i] == f) == inside) {
        picked[count++] = rows[i];
      }
    }
    return Arrays.copyOf(picked, count);
  }
}
