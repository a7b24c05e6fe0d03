package io.liftwerk.experiments.uplift;

import io.liftwerk.scoring.Features;
import java.util.stream.IntStream;

/**
 * People of whom some were treated and the others were not.
 *
 * @param features of all rows of the table
 * @param rows the people's rows
 * @param treated per person
 * @param outcome per person: 1 or 0, or where {@code numeric} any finite number
 * @param chance per person, with which probability it was treated, between 0 and 1
 * @param numeric whether the outcome is a number, not yes or no
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Trial(
    Features features,
    int[] rows,
    boolean[] treated,
    double[] outcome,
    double[] chance,
    boolean numeric) {

  public int size() {
    return rows.length;
  }

  /** The people at these places, in their order. */
  public Trial pick(int[] places) {
    return new Trial(
        features,
        IntStream.of(places).map(i -> rows[i]).toArray(),
        flags(places),
        IntStream.of(places).mapToDouble(i -> outcome[i]).toArray(),
        IntStream.of(places).mapToDouble(i -> chance[i]).toArray(),
        numeric);
  }

  private boolean[] flags(int[] places) {
    var flags = new boolean[places.length];
    for (int i = 0; i < places.length; i++) {
      flags[i] = treated[places[i]];
    }
    return flags;
  }

  /** Places of those treated, or of those not. */
  public int[] arm(boolean wanted) {
    return IntStream.range(0, rows.length).filter(i -> treated[i] == wanted).toArray();
  }

  /**
   * Numbers {@code 0 … k − 1}, one a person, so that each part gets its share of both arms and of
   * high and low outcomes.
   */
  public int[] folds(int k, long seed) {
    double middle = numeric ? median() : 0.5;
    int[] order = IntStream.range(0, rows.length).toArray();
    new Draws(seed).shuffle(order);
    var next = new int[4];
    var fold = new int[rows.length];
    for (int i : order) {
      int stratum = (treated[i] ? 2 : 0) + (outcome[i] > middle ? 1 : 0);
      // strata begin at different parts, or the first would get every remainder
      fold[i] = (next[stratum]++ + stratum) % k;
    }
    return fold;
  }

  private double median() {
    double[] sorted = outcome.clone();
    java.util.Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
