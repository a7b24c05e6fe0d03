/**
 * How versions of models are kept: {@code Baseline} is what a model's data looked like. Internal to
 * the module.
 */
@NullMarked
package io.liftwerk.scoring.registry;

import org.jspecify.annotations.NullMarked;
