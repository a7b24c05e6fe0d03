package io.liftwerk.knowledge;

/**
 * A heading of a document.
 *
 * @param level 1 to 6
 */
public record Heading(int level, String text) {}
