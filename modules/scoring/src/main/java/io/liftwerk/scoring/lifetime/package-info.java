/**
 * The mathematics of lifetime value and of churn time; internal to the module, knows no database.
 *
 * <p>{@link io.liftwerk.scoring.lifetime.Histories} holds what the models need of customers. The
 * {@link io.liftwerk.scoring.lifetime.PurchaseModel}s (BG/NBD and MBG/NBD, Pareto/NBD, BG/BB) say
 * how often they will buy, {@link io.liftwerk.scoring.lifetime.GammaGamma} for how much; {@link
 * io.liftwerk.scoring.lifetime.ShiftedBetaGeometric} how long contracts run. Each is fitted by
 * {@code Optimiser}, from several starts, to a {@link io.liftwerk.scoring.lifetime.Fit}. {@link
 * io.liftwerk.scoring.lifetime.KaplanMeier}, {@link io.liftwerk.scoring.lifetime.LogRank} and
 * {@link io.liftwerk.scoring.lifetime.Cox} look at times until churn without a model of them.
 */
@NullMarked
package io.liftwerk.scoring.lifetime;

import org.jspecify.annotations.NullMarked;
