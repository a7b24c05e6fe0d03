/**
 * What did it really bring? A/B tests, uplift models and bandits, each with its uncertainty.
 *
 * <p>Statistics are computed from sums that DuckDB makes; rows cross into Java only where a model
 * is trained. Distributions come from Commons Statistics; every formula names its source.
 *
 * <p><b>Uplift and bandits.</b> {@link io.liftwerk.experiments.UpliftModels} is a job; {@link
 * io.liftwerk.experiments.UpliftRequest} names a table of people, who of them was treated and what
 * came of it. {@code UpliftRows} reads and checks them ({@code OutcomeCheck}, {@code PersonCheck}),
 * {@code UpliftSplit} parts them. {@code uplift.Covariates} leaves out columns that know the
 * outcome, {@code uplift.Assignment} looks whether treatment was by lot. {@code uplift.Contest}
 * trains {@code uplift.UpliftLearner}s, over the models that {@link io.liftwerk.scoring.Learning}
 * trains, and chooses one on the training part; {@code uplift.Ranking} says what each is worth on
 * the others, beside {@code uplift.RandomBand}. {@code UpliftTreatment} does that for one
 * treatment, {@code UpliftTable} writes {@code gold.uplift_scores}. {@link
 * io.liftwerk.experiments.BanditSimulation} plays {@code bandit.Policy}s on rates; {@link
 * io.liftwerk.experiments.PolicyEvaluation} values a policy by the log of another ({@code
 * bandit.OffPolicy}). The sub-packages {@code uplift} and {@code bandit} know no database.
 */
@NullMarked
package io.liftwerk.experiments;

import org.jspecify.annotations.NullMarked;
