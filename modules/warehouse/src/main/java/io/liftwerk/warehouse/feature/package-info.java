/**
 * Features as of a moment, from one definition for training and for scoring.
 *
 * <p>A {@link io.liftwerk.warehouse.feature.FeatureView} says which rows of a table tell something
 * about whom, when it happened and when it became known; {@link
 * io.liftwerk.warehouse.feature.FeatureSql} makes the query that looks at them as they were known
 * at a moment of each row.
 */
@NullMarked
package io.liftwerk.warehouse.feature;

import org.jspecify.annotations.NullMarked;
