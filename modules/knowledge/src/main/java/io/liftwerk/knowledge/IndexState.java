package io.liftwerk.knowledge;

import java.time.Instant;

/**
 * What the index was made of.
 *
 * @param run that wrote it
 * @param writtenAt UTC
 * @param embedder name of the model
 * @param embedderSha256 hash of the model and its tokenizer
 * @param documents how many there are
 * @param passages how many there are
 * @param sha256 over documents and passages, the embedder included: equal for equal contents
 */
public record IndexState(
    String run,
    Instant writtenAt,
    String embedder,
    String embedderSha256,
    int documents,
    int passages,
    String sha256) {}
