/**
 * The page Experiments: what arms did to metrics, and the plans that were written down before.
 *
 * <p>{@code ExperimentModel} holds what is asked and proposes it by {@code ExperimentGuess}; {@code
 * ExperimentsPage} draws what came of it, {@code PlansPage} the register.
 */
@NullMarked
package io.liftwerk.app.window.experiments;

import org.jspecify.annotations.NullMarked;
