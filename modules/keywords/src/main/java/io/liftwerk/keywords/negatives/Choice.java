package io.liftwerk.keywords.negatives;

import java.math.BigDecimal;
import java.util.List;

/**
 * The chosen set, the most saving first.
 *
 * @param chosen what to enter
 * @param refused what was asked for and not taken, and why
 * @param saving cost of all searches kept away, each once
 * @param clicks of the same searches
 * @param conversions reported, of the same searches
 * @param expectedConversions of the same searches
 */
public record Choice(
    List<Chosen> chosen,
    List<Refused> refused,
    BigDecimal saving,
    long clicks,
    BigDecimal conversions,
    double expectedConversions) {

  public Choice {
    chosen = List.copyOf(chosen);
    refused = List.copyOf(refused);
  }
}
