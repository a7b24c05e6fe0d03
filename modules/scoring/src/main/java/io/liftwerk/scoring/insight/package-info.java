/**
 * What a reader should know of the data and of a model besides its figures: columns that know the
 * outcome first of all. Internal to the module.
 */
@NullMarked
package io.liftwerk.scoring.insight;

import org.jspecify.annotations.NullMarked;
