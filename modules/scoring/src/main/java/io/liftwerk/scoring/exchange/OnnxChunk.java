package io.liftwerk.scoring.exchange;

import java.util.List;

/**
 * Some rows of raw columns for an {@link OnnxModel}, in the order of its features.
 *
 * @param first number of the first row among all, from 1, for messages
 * @param rows how many; the arrays may be longer
 */
public record OnnxChunk(long first, int rows, List<Values> columns) {

  /** The values of a column. */
  public sealed interface Values {}

  /** Numbers, NaN where missing. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Numbers(double[] values) implements Values {}

  /** Texts, empty where missing. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Texts(String[] values) implements Values {}
}
