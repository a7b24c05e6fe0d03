package io.liftwerk.scoring;

/**
 * Write a version to a file.
 *
 * @param model which one; a run records the version
 * @param file where; the end of its name says in which form, see {@link ModelFormat}
 */
public record ModelExportRequest(ModelReference model, String file) {}
