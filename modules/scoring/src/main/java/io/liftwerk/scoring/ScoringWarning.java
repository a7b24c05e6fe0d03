package io.liftwerk.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Something a reader of the figures must know.
 *
 * @param code stable code; {@code leakage} for a column that probably knows the outcome
 * @param column the column concerned, null when it concerns the whole table
 * @param message one sentence in English
 */
public record ScoringWarning(
    String code,
    // scripts read this field without asking whether it is there
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String column,
    String message) {}
