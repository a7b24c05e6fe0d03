package io.liftwerk.briefs;

/**
 * A sentence of a passage, or a heading above it, to the letter.
 *
 * @param evidence number of the passage, see {@link Brief#evidence}
 * @param sentence as it stands there
 */
public record Quote(int evidence, String sentence) {}
