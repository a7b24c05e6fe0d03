package io.liftwerk.warehouse.drift;

import org.jspecify.annotations.Nullable;

/**
 * One figure of drift.
 *
 * @param name {@code psi}, {@code psi-sturges}, {@code jensen-shannon}, {@code hellinger}, {@code
 *     wasserstein}, {@code kolmogorov-smirnov}, {@code mann-whitney}, {@code chi-square}, {@code
 *     chi-square-homogeneity}, {@code g-test}, {@code total-variation}, {@code l-infinity}
 * @param value the distance, or the statistic of the test; positive infinity is written as null
 * @param p the chance of one as large between two samples of one distribution, two-sided; null
 *     where the figure is no test
 * @param degrees degrees of freedom, 0 where there are none
 * @param bins how it was counted; null where it needs none
 */
public record Measure(
    String name, @Nullable Double value, @Nullable Double p, int degrees, @Nullable Bins bins) {}
