/**
 * What an ad account is made of, as far as searches are concerned: {@link
 * io.liftwerk.keywords.account.LiveKeyword keywords} it bids on, {@link
 * io.liftwerk.keywords.account.Negative negatives} in ad groups, campaigns and {@link
 * io.liftwerk.keywords.account.SharedList shared lists}, the {@link
 * io.liftwerk.keywords.account.Limits limits} of each channel, and the signs people write match
 * types with.
 */
@NullMarked
package io.liftwerk.keywords.account;

import org.jspecify.annotations.NullMarked;
