/**
 * Search terms: which words earn and which waste money, and what to tell each channel's editor.
 *
 * <p>{@code account} is the vocabulary: channels, keywords, negatives. {@code matching} knows each
 * channel's rules: which searches a negative keeps away, and which keywords it stands in the way
 * of. {@code negatives} chooses the few that save what all candidates would, and says what each
 * channel can hold of them. {@code editors} writes what is new to an account for the channel's
 * editor, and beside it the file that takes it back. None of these knows a database: they are
 * functions of what they are handed.
 */
@NullMarked
package io.liftwerk.keywords;

import org.jspecify.annotations.NullMarked;
