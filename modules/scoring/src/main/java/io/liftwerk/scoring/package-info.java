/** Scores leads. */
@NullMarked
package io.liftwerk.scoring;

import org.jspecify.annotations.NullMarked;
