package io.liftwerk.keywords.mapping;

import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.MatchType;
import io.liftwerk.text.Words.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a report: a search and what caught it.
 *
 * @param channel whose report
 * @param term the search as typed
 * @param words its words
 * @param campaign campaign that caught it
 * @param adGroup ad group; null where a campaign has none, as Performance Max
 * @param keyword keyword that caught it; null where the report has none
 * @param match that keyword's match type; null where the report has none
 * @param figures what it brought
 */
public record SearchRow(
    Channel channel,
    String term,
    List<Word> words,
    String campaign,
    @Nullable String adGroup,
    @Nullable String keyword,
    @Nullable MatchType match,
    Figures figures) {}
