package io.liftwerk.briefs;

/**
 * Words of the competitors' texts on the topic; all 0 without any.
 *
 * @param shortest of the shortest
 * @param median of the middle one
 * @param longest of the longest
 * @param own of the client's sources that the draft may use
 */
public record TextLength(int shortest, int median, int longest, int own) {}
