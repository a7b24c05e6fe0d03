package io.liftwerk.scoring;

/**
 * Write a version to a file.
 *
 * @param model which one; a run records the version
 * @param file where; its ending says in which form, see {@link ModelFormat}
 */
public record ModelExportRequest(ModelReference model, String file) {}
