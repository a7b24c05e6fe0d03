package io.liftwerk.knowledge;

/**
 * Whose a source was, and is.
 *
 * @param source name of its table in bronze
 */
public record RoleResult(String source, Role before, Role after) {}
