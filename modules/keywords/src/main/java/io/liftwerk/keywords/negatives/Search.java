package io.liftwerk.keywords.negatives;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A search term in one ad group, over a whole report.
 *
 * @param text as it was typed
 * @param campaign the campaign that paid for it
 * @param adGroup the ad group; null where there is none
 * @param cost in the report's currency
 * @param clicks at least 0
 * @param conversions as reported; may be a fraction
 * @param expectedConversions what its clicks would bring by the caller's shrunk rate
 */
public record Search(
    String text,
    String campaign,
    @Nullable String adGroup,
    BigDecimal cost,
    long clicks,
    BigDecimal conversions,
    double expectedConversions) {}
