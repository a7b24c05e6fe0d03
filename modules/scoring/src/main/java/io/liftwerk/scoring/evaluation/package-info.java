/**
 * What scores are worth against outcomes: pure functions of numbers, which know no table and no
 * model. Internal to the module.
 */
@NullMarked
package io.liftwerk.scoring.evaluation;

import org.jspecify.annotations.NullMarked;
