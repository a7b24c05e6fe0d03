package io.liftwerk.keywords.account;

import org.jspecify.annotations.Nullable;

/**
 * A word or phrase an account no longer wants to be found by.
 *
 * @param channel whose account
 * @param list shared list it stands in; null for one of a campaign or ad group
 * @param campaign campaign it holds in; null in a shared list
 * @param adGroup ad group it holds in; null when it holds in the whole campaign or list
 * @param text its words, without the signs of its match type
 * @param match how it keeps searches away
 */
public record Negative(
    Channel channel,
    @Nullable String list,
    @Nullable String campaign,
    @Nullable String adGroup,
    String text,
    MatchType match) {}
