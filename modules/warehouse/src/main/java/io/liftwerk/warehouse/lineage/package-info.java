/**
 * Reads from the syntax trees of queries where their tables and columns come from.
 *
 * <p>{@link io.liftwerk.warehouse.lineage.SyntaxTree} has DuckDB parse and print; {@link
 * io.liftwerk.warehouse.lineage.Relations} is what is known of tables, views and models; {@link
 * io.liftwerk.warehouse.lineage.QueryReader} walks one query: {@code FromReader} brings what it
 * selects from into a {@code Scope}, {@code ExpressionReader} finds the columns that an expression
 * is made of, and the {@link io.liftwerk.warehouse.lineage.QueryLineage} says of each output column
 * what it is made of and how. Whatever cannot be told is named as such and never guessed. {@link
 * io.liftwerk.warehouse.lineage.RowTrace} goes the same way with conditions, from a row down to the
 * rows it was made of.
 */
@NullMarked
package io.liftwerk.warehouse.lineage;

import org.jspecify.annotations.NullMarked;
