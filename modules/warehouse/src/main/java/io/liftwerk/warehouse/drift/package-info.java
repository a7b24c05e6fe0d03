/**
 * Measures how far two samples of a column lie apart.
 *
 * <p>{@link io.liftwerk.warehouse.drift.Samples} carries a column of both into one narrow temporary
 * table; {@link io.liftwerk.warehouse.drift.NumberDrift} and {@link
 * io.liftwerk.warehouse.drift.CategoryDrift} have DuckDB count it by {@link
 * io.liftwerk.warehouse.drift.Bins}, and {@link io.liftwerk.warehouse.drift.Distances}, {@link
 * io.liftwerk.warehouse.drift.Kolmogorov} and {@link io.liftwerk.warehouse.drift.ChiSquare} make
 * figures of the counts. {@link io.liftwerk.warehouse.drift.Verdict} says what they mean for
 * samples of that size.
 */
@NullMarked
package io.liftwerk.warehouse.drift;

import org.jspecify.annotations.NullMarked;
