/**
 * Turns bronze into figures one may act on.
 *
 * <p>{@link io.liftwerk.warehouse.QualityCheck} is the job that runs the tests which the project's
 * {@code schema.yml} files state; {@link io.liftwerk.warehouse.CheckResult} says of each what it
 * states, what came of it, and what came of it before. The rows that fail lie whole in the schema
 * {@code failures}, one table a test; every result of every run lies in {@code build.test_results}.
 * They are copies of rows of silver and gold: whoever removes a person there removes them here too.
 */
@NullMarked
package io.liftwerk.warehouse;

import org.jspecify.annotations.NullMarked;
