package io.liftwerk.briefs;

import org.jspecify.annotations.Nullable;

/**
 * What somebody thinks of a part of a draft.
 *
 * @param part id of a sentence or a section
 * @param verdict {@code up} or {@code down}; null to take it back
 * @param why a reason; null for none
 */
public record BriefThumb(String part, @Nullable String verdict, @Nullable String why) {}
