package io.liftwerk.scoring.features;

import java.util.Arrays;

/** Cuts of a number into parts of about equal size. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * At most {@code parts − 1} distinct values, ascending, that occur in {@code values} at {@code
   * rows}: the upper ends of the parts but the last. Empty when all are equal or missing.
   */
  public static float[] cuts(float[] values, int[] rows, int parts) {
    var present = new float[rows.length];
    int count = 0;
    for (int row : rows) {
      if (!Float.isNaN(values[row])) {
        present[count++] = values[row];
      }
    }
    Arrays.sort(present, 0, count);
    var cuts = new float[parts];
    int found = 0;
    for (int i = 1; i < parts && count > 0; i++) {
      float cut = present[(int) ((long) i * count / parts)];
      if (cut < present[count - 1] && (found == 0 || cut > cuts[found - 1])) {
        cuts[found++] = cut;
      }
    }
    return Arrays.copyOf(cuts, found);
  }

  /** 0 for missing, else 1 plus the number of cuts below {@code value}. */
  public static int part(float[] cuts, float value) {
    if (Float.isNaN(value)) {
      return 0;
    }
    int place = Arrays.binarySearch(cuts, value);
    return 1 + (place < 0 ? -place - 1 : place);
  }
}
