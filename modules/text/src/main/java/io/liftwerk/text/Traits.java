package io.liftwerk.text;

/**
 * What one pass over a text tells: enough to know which recognisers need not look. Most cells of a
 * table end here.
 *
 * @param at whether an at sign may stand there, also one written out or as {@code %40}
 * @param digits how many digits
 * @param letters how many letters
 * @param dots how many full stops
 * @param colons how many colons
 */
record Traits(boolean at, int digits, int letters, int dots, int colons) {

  static Traits of(String text) {
    boolean at = false;
    int digits = 0;
    int letters = 0;
    int dots = 0;
    int colons = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        letters++;
      } else if (c >= '0' && c <= '9') {
        digits++;
      } else if (c >= 'A' && c <= 'Z') {
        letters++;
      } else if (c == '.') {
        dots++;
      } else if (c == ':') {
        colons++;
      } else if (c == '@' || c == '\uFF20') {
        at = true;
      } else if (c == ' ') {
        at = at || isAtWord(text, i + 1);
      } else if (c == '%' || c == '(' || c == '[' || c == '{') {
        at = at || mayBeAt(text, i + 1);
      } else if (c > 127 && Character.isLetter(c)) {
        letters++;
      }
    }
    return new Traits(at, digits, letters, dots, colons);
  }

  /** {@code %40}, {@code (at)}, {@code [ät]}, {@code at} between blanks. */
  private static boolean mayBeAt(String text, int i) {
    if (i + 1 >= text.length()) {
      return false;
    }
    char c = text.charAt(i);
    if (c == '4') {
      return text.charAt(i + 1) == '0';
    }
    return isAtWord(text, c == ' ' ? i + 1 : i);
  }

  private static boolean isAtWord(String text, int i) {
    if (i + 2 >= text.length()) {
      return false;
    }
    char first = text.charAt(i);
    char second = text.charAt(i + 1);
    return (first == 'a' || first == 'A' || first == 'ä' || first == 'Ä')
        && (second == 't' || second == 'T')
        && !Character.isLetter(text.charAt(i + 2));
  }
}
