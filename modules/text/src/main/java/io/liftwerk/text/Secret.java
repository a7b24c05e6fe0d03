package io.liftwerk.text;

/**
 * A secret in a text: the characters from {@code start} to before {@code end}, counted as {@code
 * String} counts them. It does not carry what it found: what is printed or logged must not open
 * anything.
 *
 * @param confidence from 0 to 1
 */
public record Secret(SecretKind kind, int start, int end, double confidence) {
  public Secret {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("a secret from " + start + " to " + end);
    }
  }
}
