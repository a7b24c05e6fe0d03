/**
 * Reads the tables of bronze as what they are: ads, orders, leads, events.
 *
 * <p>{@link io.liftwerk.warehouse.staging.StagingModels} writes the folder {@code models/staging}
 * of a workspace's project from its list of sources. A {@code Source} is a table seen through its
 * recipe; a {@code Domain} says which columns its rows are brought to; one class a domain ({@code
 * AdRows}, {@code OrderRows} …) says which column of a source becomes which of the domain. So each
 * source has one model that only names and casts, and one model a domain puts them below each
 * other; a domain without sources has its columns and no rows, so that what is built on it always
 * compiles. What the figures mean across platforms is decided above, in silver.
 *
 * <p>The SQL made here is DuckDB's own: it reads what only Liftwerk loads.
 */
@NullMarked
package io.liftwerk.warehouse.staging;

import org.jspecify.annotations.NullMarked;
