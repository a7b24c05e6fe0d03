package io.liftwerk.keywords.account;

import org.jspecify.annotations.Nullable;

/**
 * A keyword that an account bids on.
 *
 * @param channel whose account
 * @param campaign its campaign
 * @param adGroup its ad group; null where a campaign has none
 * @param text its words, without the signs of its match type
 * @param match how it meets searches
 */
public record LiveKeyword(
    Channel channel, String campaign, @Nullable String adGroup, String text, MatchType match) {}
