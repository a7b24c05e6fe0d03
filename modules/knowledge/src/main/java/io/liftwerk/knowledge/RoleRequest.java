package io.liftwerk.knowledge;

/**
 * Says whose a source is.
 *
 * @param source name of its table in bronze
 */
public record RoleRequest(String source, Role role) {}
