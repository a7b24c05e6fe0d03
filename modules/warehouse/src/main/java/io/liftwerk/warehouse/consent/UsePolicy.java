package io.liftwerk.warehouse.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a use needs.
 *
 * @param purposes of the TCF that must all be covered, 1 to 24
 * @param legitimateInterest those of the purposes for which legitimate interest will do; never 1
 *     and 3 to 6
 * @param vendor number in the Global Vendor List of who uses the data, whom the string must allow;
 *     null when none is asked for
 * @param storage GA4's settings that must all be granted: {@code analytics_storage}, {@code
 *     ads_storage}
 */
public record UsePolicy(
    List<Integer> purposes,
    List<Integer> legitimateInterest,
    @Nullable Integer vendor,
    List<String> storage) {

  public UsePolicy {
    purposes = List.copyOf(purposes);
    legitimateInterest = List.copyOf(legitimateInterest);
    storage = List.copyOf(storage);
  }
}
