package io.liftwerk.guardrails;

/**
 * Something a rail found.
 *
 * @param kind what it is, in the rail's own words: {@code email}, {@code override}, {@code
 *     superlative}
 * @param start where it begins in the original text, in code points
 * @param end before which code point it ends; as {@code start} where the whole text is meant by
 *     something it lacks
 * @param reason one English sentence; {@link io.liftwerk.workspace.Sentences} has it in other
 *     languages
 */
public record Finding(Rail rail, String kind, int start, int end, String reason) {}
