package io.liftwerk.keywords.negatives;

import io.liftwerk.keywords.account.Negative;

/**
 * A negative that a channel cannot hold.
 *
 * @param wanted what was asked for
 * @param reason why not, one sentence that names the text and the limit
 */
public record Unfit(Negative wanted, String reason) {}
