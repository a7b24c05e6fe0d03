/**
 * The statistics of comparisons between arms; knows no database.
 *
 * <p>{@link io.liftwerk.experiments.abtest.Moments} are what a group of persons leaves behind:
 * counts, means and centred sums of products, which can be added up. A {@link
 * io.liftwerk.experiments.abtest.Measure} makes a figure of them (a mean, a ratio, either adjusted
 * by a covariate) with its variance by the delta method; {@link
 * io.liftwerk.experiments.abtest.Effect} sets two of them against each other. {@link
 * io.liftwerk.experiments.abtest.AlwaysValid} and {@link
 * io.liftwerk.experiments.abtest.GroupSequential} make looking early safe, {@link
 * io.liftwerk.experiments.abtest.MultipleTesting} looking at many metrics, {@link
 * io.liftwerk.experiments.abtest.Power} says beforehand what can be seen at all.
 */
@NullMarked
package io.liftwerk.experiments.abtest;

import org.jspecify.annotations.NullMarked;
