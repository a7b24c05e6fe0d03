package io.liftwerk.ingest;

import org.jspecify.annotations.Nullable;

/**
 * How long the rows of a source are to be kept.
 *
 * @param table its name in bronze
 * @param days at least 1; null for ever
 */
public record RetentionSettingsRequest(String table, @Nullable Integer days) {}
