/**
 * Counting word sequences: {@link io.liftwerk.keywords.ngrams.NgramCounter} adds up all amounts of
 * all terms a sequence occurs in, {@link io.liftwerk.keywords.ngrams.Shrinkage} says how much the
 * sums of few clicks are to be believed. Neither knows a database.
 */
@NullMarked
package io.liftwerk.keywords.ngrams;

import org.jspecify.annotations.NullMarked;
