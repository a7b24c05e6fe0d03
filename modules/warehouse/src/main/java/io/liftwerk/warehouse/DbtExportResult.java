package io.liftwerk.warehouse;

/**
 * A dbt project that was written.
 *
 * @param folder where
 * @param files number of files
 * @param models number of models among them
 * @param sources number of tables that they may read and none of them makes
 * @param sha256 over paths and texts of all files but the profile, which names a place on this
 *     machine
 */
public record DbtExportResult(String folder, int files, int models, int sources, String sha256) {}
