package io.liftwerk.warehouse;

/**
 * Where to write the events.
 *
 * @param file an absolute path
 */
public record OpenLineageRequest(String file) {}
