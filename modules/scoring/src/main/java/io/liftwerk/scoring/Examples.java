package io.liftwerk.scoring;

import org.jspecify.annotations.Nullable;

/**
 * What a model learns: rows and what is known of each.
 *
 * @param rows numbers of the rows to learn from
 * @param labels of each of them, in their order: 1 or 0, or where {@code numeric} any finite number
 * @param weights what each counts, more than 0; null for 1
 * @param numeric whether a number is to be learned, not the chance of a 1
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Examples(int[] rows, double[] labels, double @Nullable [] weights, boolean numeric) {

  /** Yes or no, each row counting once. */
  public static Examples binary(int[] rows, double[] labels) {
    return new Examples(rows, labels, null, false);
  }

  /** Numbers, each row counting once. */
  public static Examples numeric(int[] rows, double[] labels) {
    return new Examples(rows, labels, null, true);
  }
}
