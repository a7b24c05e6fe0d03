/**
 * Tests of tables, as a {@code schema.yml} states them, and alerts on what nobody stated.
 *
 * <p>{@code Declarations} reads what stands under {@code tests:} and {@code data_tests:} into
 * {@link io.liftwerk.warehouse.quality.TestDefinition}s: names of dbt, dbt_expectations, dbt_utils
 * and Great Expectations mean the same test. {@code TestNames} finds the maker of each, which turns
 * a definition and the columns of its table into a {@code Check}: a condition that rows fail, or a
 * figure over the table. {@link io.liftwerk.warehouse.quality.TestRunner} runs a check and judges
 * it, {@link io.liftwerk.warehouse.quality.ResultStore} keeps what came of it.
 *
 * <p>An SQL error ends DuckDB's transaction, so tests do not run in the job's own: {@code Reader}
 * has a connection for itself and runs each test in a transaction that can only read. What it sees
 * is committed; a job that tests what it has just made commits it under another name first and
 * tells the runner by {@link io.liftwerk.warehouse.quality.Relations} where it lies. Failing rows
 * are read whole by the reader before the job's transaction copies them into the schema {@code
 * failures}: what could go wrong there has gone wrong here.
 *
 * <p>{@link io.liftwerk.warehouse.quality.Alerts} holds a period against those before it by {@code
 * Usual}, which learns from nothing else.
 */
@NullMarked
package io.liftwerk.warehouse.quality;

import org.jspecify.annotations.NullMarked;
