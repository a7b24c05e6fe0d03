package io.liftwerk.scoring;

import org.jspecify.annotations.Nullable;

/**
 * A version written to a file, or as a run to a folder {@code mlruns}.
 *
 * @param file where; the run's folder
 * @param bytes of the file, or of the run's artefacts
 * @param sha256 of the file, or of the version's own file among the artefacts
 * @param note what the form could not take; null for nothing
 */
public record ModelExportResult(
    String model,
    int version,
    ModelFormat format,
    String file,
    long bytes,
    String sha256,
    @Nullable String note) {}
