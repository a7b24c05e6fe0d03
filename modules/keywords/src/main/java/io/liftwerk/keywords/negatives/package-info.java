/**
 * Which negatives to ask for, where, and what they are worth.
 *
 * <p>{@link io.liftwerk.keywords.negatives.NegativeChoice} takes candidates and the searches of a
 * report and returns the few that cover what all of them would save, each at the widest level where
 * it silences no keyword and loses no more conversions than was allowed. A search's cost is saved
 * once, however many negatives keep it away, so savings add up.
 *
 * <p>{@link io.liftwerk.keywords.negatives.ChannelFit} says what of this a channel can hold: what
 * it has no match type for, what is too long, and what goes beyond its lists.
 */
@NullMarked
package io.liftwerk.keywords.negatives;

import org.jspecify.annotations.NullMarked;
