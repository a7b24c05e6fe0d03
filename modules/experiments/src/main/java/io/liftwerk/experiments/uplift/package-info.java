/** Uplift: learners, the ranking they give, and what a ranking is worth. Knows no database. */
@NullMarked
package io.liftwerk.experiments.uplift;

import org.jspecify.annotations.NullMarked;
