package io.liftwerk.ingest;

/**
 * What a file is, where its own structure tells it before any column is looked at.
 *
 * @param id of the recipe for such files
 * @param confidence how sure that is, 0 to 1
 * @param because one sentence that says why
 */
record Found(String id, double confidence, String because) {}
