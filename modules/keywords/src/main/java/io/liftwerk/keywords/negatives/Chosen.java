package io.liftwerk.keywords.negatives;

import io.liftwerk.keywords.account.Negative;
import java.math.BigDecimal;
import java.util.List;

/**
 * A negative of the chosen set. Of searches that several of the set keep away, the first has the
 * cost, clicks and conversions, so that these add up over the set.
 *
 * @param negative what to enter, and where
 * @param saving cost of the searches that it is the first to keep away
 * @param blockedCost cost of all searches it keeps away
 * @param clicks of the searches that it is the first to keep away
 * @param conversions reported, of the same searches
 * @param expectedConversions of the same searches
 * @param searches the texts of all searches it keeps away, the costliest first
 */
public record Chosen(
    Negative negative,
    BigDecimal saving,
    BigDecimal blockedCost,
    long clicks,
    BigDecimal conversions,
    double expectedConversions,
    List<String> searches) {

  public Chosen {
    searches = List.copyOf(searches);
  }
}
