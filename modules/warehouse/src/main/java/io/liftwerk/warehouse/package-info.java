/**
 * Turns bronze into figures one may act on.
 *
 * <p>{@link io.liftwerk.warehouse.ModelBuild} builds the project of a workspace: the models that
 * are generated from what was imported, those that are shipped, and the user's own. A {@link
 * io.liftwerk.warehouse.BuildResult} says of each {@link io.liftwerk.warehouse.BuiltModel} what
 * became of it. Which models there are and what SQL they mean is read by {@code project}; {@code
 * Building} rehearses and builds them, {@code BuildWalk} decides for each whether it has to be, and
 * {@code BuiltModels} keeps what stands, with its SQL and columns, in {@code build.models}. {@link
 * io.liftwerk.warehouse.DbtExport} writes the same project for dbt.
 */
@NullMarked
package io.liftwerk.warehouse;

import org.jspecify.annotations.NullMarked;
