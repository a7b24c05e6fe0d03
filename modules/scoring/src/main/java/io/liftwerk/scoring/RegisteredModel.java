package io.liftwerk.scoring;

/**
 * The version that a training run became.
 *
 * @param stage when it was registered
 * @param file where it is kept, relative to the workspace
 * @param sha256 of that file
 */
public record RegisteredModel(
    String name, int version, ModelStage stage, String file, String sha256) {}
