/**
 * Reads a dbt project and says what SQL it means.
 *
 * <p>{@link io.liftwerk.warehouse.project.ProjectFiles} puts the files together: those that are
 * generated, those that are shipped, and the user's own, which go before. {@link
 * io.liftwerk.warehouse.project.Project} reads descriptions and settings, renders every model
 * through {@code Sandbox}, resolves what they refer to and puts them in order. A model that cannot
 * be used is told with its reason, and the others go on without it; what concerns the project as a
 * whole is an exception.
 *
 * <p>Models may come from anywhere, so {@code Sandbox} lets a template reach nothing but texts,
 * numbers, lists, maps and the functions of {@code DbtFunctions}: no file, no Java object ({@code
 * SafeValues}), no filter or tag that is not listed, and no more steps, depth and output than a
 * model needs. What comes out must be one query that reads nothing but what it referred to: {@link
 * io.liftwerk.warehouse.project.QueryShape}.
 */
@NullMarked
package io.liftwerk.warehouse.project;

import org.jspecify.annotations.NullMarked;
