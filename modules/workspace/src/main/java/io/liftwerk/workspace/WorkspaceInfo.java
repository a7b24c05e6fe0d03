package io.liftwerk.workspace;

import java.time.Instant;

/**
 * What {@code workspace.json} says.
 *
 * @param format version of the folder's layout, see {@link Workspace#FORMAT}
 * @param id random, never changes
 * @param name shown to people
 * @param createdAt UTC
 * @param software version of Liftwerk that made it
 */
public record WorkspaceInfo(
    int format, String id, String name, Instant createdAt, String software) {}
