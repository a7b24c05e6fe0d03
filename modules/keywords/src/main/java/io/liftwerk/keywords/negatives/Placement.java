package io.liftwerk.keywords.negatives;

import io.liftwerk.keywords.account.Negative;

/**
 * A candidate at one place of the account.
 *
 * @param negative the candidate there
 * @param rows the searches it keeps away, in rising order
 */
record Placement(Negative negative, int[] rows) {}
