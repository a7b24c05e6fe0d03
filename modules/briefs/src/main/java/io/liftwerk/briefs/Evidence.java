package io.liftwerk.briefs;

/**
 * A passage of a source. Citations such as {@code [1]} name it by its number.
 *
 * @param number its place among the evidence, from 1
 * @param source number of its document, see {@link SourceRef#number}
 * @param passage id of the passage in the index
 * @param section the headings above it, from the outermost, with {@code " › "} between; may be
 *     empty
 * @param text the passage, whole
 */
public record Evidence(int number, int source, String passage, String section, String text) {}
