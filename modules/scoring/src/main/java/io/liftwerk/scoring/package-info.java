/**
 * Ranks leads by their chance of a yes, and says what the ranking is worth.
 *
 * <p>{@link io.liftwerk.scoring.LeadScoring} is the job; {@link
 * io.liftwerk.scoring.LeadScoringRequest} names a table and its yes/no column, {@link
 * io.liftwerk.scoring.LeadScoringResult} is what window, command line and report show. The data
 * passes through in this order:
 *
 * <ol>
 *   <li>{@code SourceTable} takes a snapshot of the table in one fixed order and notes its hash;
 *       {@code Target} decides which value is the yes; {@code Profile} decides from counts which
 *       columns can be learned from, and says of the others why not.
 *   <li>{@code DatasetReader} carries the snapshot into a {@code Dataset}: per {@code Column} four
 *       bytes for a number, one for a level. A date becomes an age and its parts. Nothing is
 *       learned here.
 *   <li>{@code Split} draws the holdout from the seed (or {@code UserSplit} reads it); {@code
 *       Suspicion} looks for too few outcomes and for records in both parts; {@code Narrowing}
 *       keeps tables of thousands of columns trainable.
 *   <li>{@code Contest} trains three {@code Learner}s on the training part: {@code Heuristic}
 *       (rules of {@code Condition}s), {@code Logistic} (on {@code LinearFeatures}, by LibLinear),
 *       {@code Boosted} (on {@code TreeFeatures}, by XGBoost). Whatever is learned, scaling and
 *       rare levels included, is learned there.
 *   <li>{@code Metrics}, on the {@code Curve} of each ranking, and {@code DeLong} judge them on the
 *       holdout; the simplest that is not significantly worse than the best is chosen.
 *   <li>{@code Leakage} warns of a column that ranks alone, by {@code SingleColumn}, at least as
 *       well as all others together.
 *   <li>The chosen model, learned again from all rows with an outcome, scores the open rows; rows
 *       with an outcome are scored out of fold. {@code ScoreTable} ranks them into {@code
 *       gold.lead_scores}, {@code LeadFiles} writes the lists for a sales team, which take their
 *       names in {@code exports/} with the commit of the run.
 * </ol>
 *
 * <p>All computing runs in {@code Work}, on threads that a cancelled job can walk away from. The
 * figures depend on the rows and the seed alone: not on the number of threads, nor on the order in
 * which the database delivers.
 *
 * <p>Codes of warnings: {@code leakage}, {@code single-driver}, {@code duplicates}, {@code
 * few-positives}, {@code positive-guessed}, {@code classes-merged}, {@code id-repeated}, {@code
 * sampled}. Codes of refusals: {@code table-unknown}, {@code table-empty}, {@code table-too-large},
 * {@code column-unknown}, {@code target-empty}, {@code target-one-class}, {@code
 * target-many-classes}, {@code target-excluded}, {@code positive-unknown}, {@code too-few-rows},
 * {@code too-few-of-a-class}, {@code split-value}, {@code split-class}, {@code no-usable-column},
 * {@code scores-table}.
 */
@NullMarked
package io.liftwerk.scoring;

import org.jspecify.annotations.NullMarked;
