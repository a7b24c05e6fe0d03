/**
 * Does a negative keep a search away, and does it keep away a keyword one pays for?
 *
 * <p>Each channel cuts texts into words in its own way ({@link
 * io.liftwerk.keywords.matching.ChannelWords}), which differs from how n-grams are counted: a
 * channel does not stem and, but for Amazon's plurals, knows no variants of a negative. {@link
 * io.liftwerk.keywords.matching.NegativeMatcher} judges one search, {@link
 * io.liftwerk.keywords.matching.SearchIndex} finds all of a report's that a negative would keep
 * away, {@link io.liftwerk.keywords.matching.Conflicts} finds the keywords it would silence.
 */
@NullMarked
package io.liftwerk.keywords.matching;

import org.jspecify.annotations.NullMarked;
