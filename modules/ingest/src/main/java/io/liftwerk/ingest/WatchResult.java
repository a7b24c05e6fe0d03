package io.liftwerk.ingest;

/**
 * What became of a request to watch a folder.
 *
 * @param folder absolute path
 * @param watched whether it is watched now
 * @param sentence in words
 */
public record WatchResult(String folder, boolean watched, String sentence) {}
