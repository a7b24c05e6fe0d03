package io.liftwerk.ingest;

import java.time.Instant;

/**
 * A folder whose new files are imported while the workspace is open.
 *
 * @param folder absolute path
 * @param since UTC
 * @param run number of the run that began it
 */
public record WatchedFolder(String folder, Instant since, String run) {}
