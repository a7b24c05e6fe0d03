package io.liftwerk.ingest;

/**
 * What a source has recognised in a file.
 *
 * @param id stable, for example {@code sitemap} or {@code merchant-feed-xml}
 * @param confidence 0 to 1
 * @param because one sentence for the user
 */
public record Found(String id, double confidence, String because) {}
