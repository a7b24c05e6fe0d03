package io.liftwerk.guardrails;

import org.jspecify.annotations.Nullable;

/**
 * A passage that a text may cite.
 *
 * @param id the passage's own name, told in reasons
 * @param text its words
 * @param url where it stands, which the text may then link to; null where it stands nowhere
 */
public record Evidence(String id, String text, @Nullable String url) {}
