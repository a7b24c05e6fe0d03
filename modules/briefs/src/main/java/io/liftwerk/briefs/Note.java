package io.liftwerk.briefs;

/**
 * Something to know.
 *
 * @param code short and stable, for scripts
 * @param message one sentence
 */
public record Note(String code, String message) {}
