/** Bandits: policies, simulation, and what a logged policy tells of another. Knows no database. */
@NullMarked
package io.liftwerk.experiments.bandit;

import org.jspecify.annotations.NullMarked;
