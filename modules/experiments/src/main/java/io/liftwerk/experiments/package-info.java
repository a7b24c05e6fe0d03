/**
 * What did it really bring? A/B tests, uplift models and bandits, each with its uncertainty.
 *
 * <p>Statistics are computed from sums that DuckDB makes; rows cross into Java only where a model
 * is trained. Distributions come from Commons Statistics; every formula names its source.
 *
 * <h2>A/B tests</h2>
 *
 * <p>{@link io.liftwerk.experiments.AbTest} is the job, {@link
 * io.liftwerk.experiments.AbTestRequest} says what to compare, {@link
 * io.liftwerk.experiments.AbTestResult} is what window, command line and report show. The data
 * passes through in this order:
 *
 * <ol>
 *   <li>{@code AbTable} and {@code AbMetric} find the columns; {@code AbRows} reads them into one
 *       row a person, adding up rows of the same person and refusing whoever is in two arms; {@code
 *       AbColumn} chooses the scale at which a column's values are whole numbers.
 *   <li>{@code AbArms} knows the arms and whether they are as large as planned; {@code AbCovariate}
 *       whether a column may take chance out of the outcomes; {@code AbNotes} refuses and warns.
 *   <li>{@code AbSums} makes {@code abtest.Moments} of every metric by arm, stratum and day, in one
 *       pass of exact sums; {@code AbClusters} does so by cluster. {@code AbMeasuring} makes
 *       effects of them, {@code AbRegression} a second opinion by least squares.
 *   <li>{@code AbLooks} knows how often one may look; {@code AbDeciding} decides on all comparisons
 *       together, {@code AbVerdict} says it in a sentence, {@code AbSeries} shows how it came
 *       about.
 * </ol>
 *
 * <p>{@link io.liftwerk.experiments.ExperimentRegister} holds an {@link
 * io.liftwerk.experiments.ExperimentPlan} before results can be looked at: its hash stands in the
 * audit trail, as does every look ({@code ExperimentLooks}, {@code ExperimentBooks}). A look at a
 * plan's table counts, whoever asks; its guards are watched, and a canary's arms held to its share.
 * The statistics, which know no database, are the package {@code abtest}; {@link
 * io.liftwerk.experiments.FalseAlarms} counts what they say of experiments in which nothing
 * happens.
 *
 * <h2>Uplift and bandits</h2>
 *
 * <p>{@link io.liftwerk.experiments.UpliftModels} is a job; {@link
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
