package io.liftwerk.warehouse;

/**
 * Where to write the dbt project.
 *
 * @param folder the folder to make; it must not be there, or be empty
 */
public record DbtExportRequest(String folder) {}
