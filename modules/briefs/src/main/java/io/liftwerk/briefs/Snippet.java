package io.liftwerk.briefs;

/**
 * A text of a search result.
 *
 * @param text what is shown
 * @param characters its length in code points
 * @param pixels its width as search results set it
 * @param limit width in pixels beyond which it is cut
 */
public record Snippet(String text, int characters, int pixels, int limit) {}
