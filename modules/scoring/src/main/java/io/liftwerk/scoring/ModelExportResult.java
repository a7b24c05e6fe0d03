package io.liftwerk.scoring;

/**
 * A version written to a file.
 *
 * @param file where
 * @param bytes of the file
 * @param sha256 of the file
 */
public record ModelExportResult(
    String model, int version, ModelFormat format, String file, long bytes, String sha256) {}
