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
 * {@link io.liftwerk.warehouse.ConsentReport} counts who was held back and why. {@code Building}
 * rehearses and builds, {@code BuildWalk} decides for each model whether it has to be, {@code
 * BuiltModels} keeps what stands, with its SQL and columns, in {@code build.models}; a {@link
 * io.liftwerk.warehouse.BuildResult} says what became of each. {@link
 * io.liftwerk.warehouse.DbtExport} writes the same project for dbt.
 *
 * <p>{@link io.liftwerk.warehouse.Kpis} reads key figures out of gold, and says of each what came
 * of the tests of all it is made of, and whom consent holds back from it ({@link
 * io.liftwerk.warehouse.HeldBackCount}): as it was stored, and marked older where it is not of what
 * stands. {@link io.liftwerk.warehouse.Lineage} tells where one comes from, by the syntax trees of
 * the SQL, and which rows of bronze are behind it; {@link io.liftwerk.warehouse.OpenLineageExport}
 * tells it to catalogues. {@link io.liftwerk.warehouse.DriftCheck} compares two tables or periods
 * column by column; {@link io.liftwerk.warehouse.Features} makes the query of features as they were
 * known at a moment; {@link io.liftwerk.warehouse.CustomerMatchExport} writes the keys that
 * platforms match customers by, and {@link io.liftwerk.warehouse.CustomerMatchLists} finds persons
 * in what it wrote when they are erased.
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
