package io.liftwerk.workspace;

import java.nio.file.Path;

/**
 * A file for people that belongs to a run, see {@link JobContext#resultFile}.
 *
 * @param draft where the job writes it
 * @param place where it lies once the run is committed, not before
 */
public record ResultFile(Path draft, Path place) {}
