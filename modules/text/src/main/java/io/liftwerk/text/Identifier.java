package io.liftwerk.text;

/**
 * An identifier in a text: the characters from {@code start} to before {@code end}, counted as
 * {@code String} counts them.
 *
 * @param value the normalised value, the same for every way of writing the same identifier
 * @param confidence from 0 to 1: what is checked by a sum or a plan of numbers is near 1, what only
 *     the words around it suggest is near one half, a bare pattern below
 */
public record Identifier(IdentifierKind kind, int start, int end, String value, double confidence) {
  public Identifier {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("an identifier from " + start + " to " + end);
    }
  }

  /** Whether {@code other} lies within this one; both may have the same place. */
  public boolean contains(Identifier other) {
    return start <= other.start && end >= other.end;
  }

  public boolean overlaps(Identifier other) {
    return start < other.end && other.start < end;
  }
}
