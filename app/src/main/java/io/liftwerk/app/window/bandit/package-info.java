/**
 * The Bandits page: what it would cost to find the best arm, how to divide the next period, and
 * what another policy would have brought in place of the logged one.
 */
@NullMarked
package io.liftwerk.app.window.bandit;

import org.jspecify.annotations.NullMarked;
