package io.liftwerk.guardrails;

/** Turns places that {@code String} counts into code points, going forward through a text. */
final class CodePoints {
  private final String text;
  private final boolean plain;
  private int at;
  private int points;

  CodePoints(String text) {
    this.text = text;
    this.plain = isPlain(text);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  int of(int index) {
    if (plain) {
      return index;
    }
    if (index < at) {
      at = 0;
      points = 0;
    }
    points += text.codePointCount(at, index);
    at = index;
    return points;
  }
}
