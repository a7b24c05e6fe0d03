/**
 * Turns bronze into figures one may act on.
 *
 * <p>{@link io.liftwerk.warehouse.ModelBuild} is the job that builds the workspace's models, as a
 * dbt project says it: staging models that Liftwerk writes from the list of loads (package {@code
 * staging}), the shipped ones of silver and gold among this module's resources, and the user's own.
 * Package {@code project} reads and renders them, in a sandbox, and knows what stands on what.
 * Between staging and silver the tables of schema {@code liftwerk} are worked out ({@link
 * io.liftwerk.warehouse.model.ComputedSource}): package {@code consent} judges every distinct
 * consent signal once, by the workspace's {@code consent.yml}, and silver joins the verdicts.
 * {@link io.liftwerk.warehouse.ConsentReport} counts who was held back and why.
 *
 * <p>{@link io.liftwerk.warehouse.Kpis} reads key figures out of gold. {@link
 * io.liftwerk.warehouse.Lineage} tells where one comes from, by the syntax trees of the SQL, and
 * which rows of bronze are behind it. {@code DriftCheck} compares two tables or periods, package
 * {@code feature} makes features as of a moment, package {@code activation} the keys that platforms
 * match customers by.
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
