package io.liftwerk.text;

/** Who signs a letter: {@code Viele Grüße aus Wien, Ihre Anna Berger}, {@code Best, Anna}. */
final class LetterEnd {
  private LetterEnd() {}

  /**
   * Adds the name behind the greeting that ends at word {@code i}; returns where to go on, or -1.
   */
  static int find(NameTokens tokens, int i, Findings findings) {
    int from = i + 1;
    while (tokens.is(from, NameWords.SIGN_OFF) && tokens.isJoined(from - 1)) {
      from++;
    }
    boolean apart = from < tokens.count() && isApart(tokens.gap(from - 1));
    if (tokens.equals(from, "aus") || tokens.equals(from, "from") || tokens.equals(from, "und")) {
      int sign = nextSign(tokens, from);
      if (sign < 0) {
        return -1;
      }
      from = sign;
      apart = true;
    } else if (tokens.equals(from, "an")
        || tokens.equals(from, "to")
        || tokens.equals(from, "von")) {
      from++;
      apart = false;
    }
    while (isClosing(tokens, from)) {
      from++;
      apart = true;
    }
    while (tokens.is(from, NameWords.TITLE | NameWords.ADDRESS) && from < tokens.count()) {
      from++;
    }
    return from < tokens.count() ? signed(tokens, from, apart, findings) : -1;
  }

  private static int signed(NameTokens tokens, int from, boolean apart, Findings findings) {
    NameSequence name = NameSequence.at(tokens, from);
    if (name == null) {
      boolean small = tokens.isLower(from) && tokens.is(from, NameWords.GIVEN);
      if (small && tokens.endsLine(from)) {
        findings.addName(tokens.start(from), tokens.end(from), 0.7);
        return from + 1;
      }
      return -1;
    }
    if (name.known() || (apart && tokens.endsLine(name.end() - 1))) {
      return NameRecogniser.add(tokens, name, name.known() ? 0.85 : 0.7, findings);
    }
    return -1;
  }

  /** Ihr, Deine, i. A.: also as two letters with dots. */
  private static boolean isClosing(NameTokens tokens, int i) {
    if (tokens.is(i, NameWords.CLOSING)) {
      return true;
    }
    boolean first = tokens.equals(i, "i");
    boolean second = (tokens.equals(i, "a") || tokens.equals(i, "v")) && tokens.equals(i - 1, "i");
    return first || second;
  }

  /** A line end, a comma, a dash: what follows is no longer the greeting. */
  private static boolean isApart(String gap) {
    return gap.length() < 16 && gap.chars().anyMatch(c -> ",\n\r!.–—:-".indexOf(c) >= 0);
  }

  /** The word behind the next comma or line end, within five words, or -1. */
  private static int nextSign(NameTokens tokens, int from) {
    for (int i = from; i < Math.min(from + 5, tokens.count() - 1); i++) {
      if (isApart(tokens.gap(i))) {
        return i + 1;
      }
    }
    return -1;
  }
}
