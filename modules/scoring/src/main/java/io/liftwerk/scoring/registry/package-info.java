/**
 * How versions of models are kept: {@code VersionFile} is what a file in {@code registry/} holds,
 * {@code Versions} the tables of the warehouse that list them with their stages, {@code SeenRows}
 * what a model has learned from, {@code Baseline} what its data looked like. The public face is
 * {@link io.liftwerk.scoring.ModelRegistry}.
 */
@NullMarked
package io.liftwerk.scoring.registry;

import org.jspecify.annotations.NullMarked;
