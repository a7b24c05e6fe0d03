package io.liftwerk.keywords.negatives;

import java.math.BigDecimal;

/**
 * What a negative may cost at most.
 *
 * @param conversions reported conversions of the searches it keeps away
 * @param expectedConversions what these searches are expected to bring, by the shrunk rate
 * @param leastSaving what a negative must save beyond the others to be worth a line
 */
public record Risk(BigDecimal conversions, double expectedConversions, BigDecimal leastSaving) {

  /** No reported conversion is given up; what is expected does not count. */
  public static final Risk NO_CONVERSION =
      new Risk(BigDecimal.ZERO, Double.POSITIVE_INFINITY, BigDecimal.ZERO);
}
