package io.liftwerk.scoring;

/**
 * Enter a model from a file in the registry.
 *
 * @param file where it lies; its ending says in which form, see {@link ModelFormat}
 * @param model what it is called here; without a name as in the file
 */
public record ModelImportRequest(String file, ModelLabel model) {}
