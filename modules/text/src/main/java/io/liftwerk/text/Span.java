package io.liftwerk.text;

/**
 * An identifier in a text: the characters from {@code start} to before {@code end}.
 *
 * @param value the normalised value, the same for every way of writing the same identifier; see
 *     {@link Normalised}
 * @param confidence from 0 to 1: what is checked by a sum or a plan of numbers is near 1, what only
 *     the words around it suggest is near one half
 */
public record Span(PersonalKind kind, int start, int end, String value, double confidence) {
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("a span from " + start + " to " + end);
    }
  }

  boolean overlaps(int from, int to) {
    return start < to && from < end;
  }
}
