/**
 * The Leads page and the Churn page: from a table with a yes/no outcome to a ranked list, what the
 * ranking is worth, why it ranks so, and whether it can be trusted. Both are one implementation in
 * two sets of words ({@code ScoringWords}); what differs is the purpose.
 *
 * <p>{@code ScoringSettings} is what the user has set, {@code ScoringModel} what is asked, shown
 * and brought back, {@code Ranking} the list behind it. {@code ScoringPage} lays out {@code
 * ScoringControls} and {@code ScoringView}.
 */
@NullMarked
package io.liftwerk.app.window.scoring;

import org.jspecify.annotations.NullMarked;
