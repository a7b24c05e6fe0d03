package io.liftwerk.briefs;

/**
 * A counterpart of the page.
 *
 * @param language as {@code hreflang} writes it: {@code de}, {@code de-AT}, {@code x-default}
 * @param url absolute
 */
public record Alternate(String language, String url) {}
