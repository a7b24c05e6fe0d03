/**
 * Search terms: which words earn and which waste money, and what to tell each channel's editor.
 *
 * <p>{@code account} is the vocabulary: channels, keywords, negatives.
 */
@NullMarked
package io.liftwerk.keywords;

import org.jspecify.annotations.NullMarked;
