package io.liftwerk.scoring;

import org.jspecify.annotations.Nullable;

/**
 * Compare two versions on the same rows.
 *
 * @param first for example the champion; a run records which version that was
 * @param second null for the newest challenger of the first one's model
 * @param table rows with an outcome; null for rows of the table they learned from that lay in
 *     neither's training part
 */
public record ModelComparisonRequest(
    ModelReference first, @Nullable ModelReference second, @Nullable String table) {}
