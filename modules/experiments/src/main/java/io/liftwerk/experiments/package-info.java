/**
 * What did it really bring? A/B tests, uplift models and bandits, each with its uncertainty.
 *
 * <p>Statistics are computed from sums that DuckDB makes; rows cross into Java only where a model
 * is trained. Distributions come from Commons Statistics; every formula names its source.
 */
@NullMarked
package io.liftwerk.experiments;

import org.jspecify.annotations.NullMarked;
