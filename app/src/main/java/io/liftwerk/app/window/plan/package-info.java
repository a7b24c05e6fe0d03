/**
 * The Plan page: ten steps at the left, and of one of them what it asks, what a person wrote and
 * what the workspace has to show, with the ways to it. What there is to show is derived by {@link
 * io.liftwerk.app.plan.Plan}.
 */
@NullMarked
package io.liftwerk.app.window.plan;

import org.jspecify.annotations.NullMarked;
