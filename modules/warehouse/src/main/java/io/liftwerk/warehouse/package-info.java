/**
 * Turns bronze into figures one may act on.
 *
 * <p>{@link io.liftwerk.warehouse.Lineage} tells where a column comes from, back to the files, and
 * which rows of bronze one row was made of; {@link io.liftwerk.warehouse.OpenLineageExport} tells
 * it to catalogues. {@link io.liftwerk.warehouse.DriftCheck} compares two tables or periods column
 * by column; {@link io.liftwerk.warehouse.Features} makes the query of features as they were known
 * at a moment.
 */
@NullMarked
package io.liftwerk.warehouse;

import org.jspecify.annotations.NullMarked;
