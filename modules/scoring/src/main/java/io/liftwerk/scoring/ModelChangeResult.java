package io.liftwerk.scoring;

import org.jspecify.annotations.Nullable;

/**
 * A change made to the registry.
 *
 * @param version the version concerned, as it is now
 * @param champion version that is the model's champion now; null for none
 * @param before version that was it before; null for none
 * @param sentence what was done
 */
public record ModelChangeResult(
    ModelVersion version, @Nullable Integer champion, @Nullable Integer before, String sentence) {}
