/**
 * The Keywords page: which words of searches earn and which waste money, what to keep away, what
 * belongs together, and what catches and answers it.
 *
 * <p>{@code KeywordsModel} asks and shows one report; {@code NegativeReview} holds what the user
 * decided on it, at the speed of a hand on the keyboard, and writes it down in batches. {@code
 * KeywordsView} lays a report out: {@code NgramsPane} in three panes, {@code NegativesPane} for the
 * review, {@code ClustersPane} and {@code MappingPane}.
 */
@NullMarked
package io.liftwerk.app.window.keywords;

import org.jspecify.annotations.NullMarked;
