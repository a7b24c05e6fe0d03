package io.liftwerk.warehouse;

/**
 * What was changed in {@code consent.yml}.
 *
 * @param sentence in words
 * @param key of the setting, or {@code sources.NAME}
 * @param before what it was
 * @param after what it is
 */
public record ConsentSettingsResult(String sentence, String key, String before, String after) {}
