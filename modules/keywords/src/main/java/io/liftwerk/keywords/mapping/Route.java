package io.liftwerk.keywords.mapping;

import io.liftwerk.keywords.account.MatchType;
import org.jspecify.annotations.Nullable;

/**
 * What catches a term.
 *
 * @param campaign its campaign
 * @param adGroup its ad group; null where a campaign has none
 * @param keyword its keyword; null where the report has none
 * @param match the keyword's match type; null where the report has none
 * @param figures what the term brought on this way
 */
public record Route(
    String campaign,
    @Nullable String adGroup,
    @Nullable String keyword,
    @Nullable MatchType match,
    Figures figures) {}
