package io.liftwerk.warehouse;

/**
 * What was written.
 *
 * @param file where it stands
 * @param events lines in it, one event each
 * @param loads loaded files told of
 * @param models built models told of
 * @param checks models whose tests are told of
 * @param columnsOpen columns whose lineage cannot be told, and which are therefore left out
 * @param sha256 hash of the file
 */
public record OpenLineageResult(
    String file, long events, int loads, int models, int checks, int columnsOpen, String sha256) {}
