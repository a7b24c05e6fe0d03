package io.liftwerk.text;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of words that may be a name: {@code Anna-Lena von der Heide}, {@code J. R. Miller}.
 *
 * @param first index of its first word
 * @param end index behind its last word
 * @param parts how many given names, surnames and initials
 * @param given whether a word is known as a given name and as nothing else
 * @param surname whether a word is known as a surname and as nothing else
 * @param initial whether an initial with its dot stands inside
 */
record NameSequence(
    int first, int end, int parts, boolean given, boolean surname, boolean initial) {

  private static final int NEVER =
      NameWords.STOP | NameWords.GREETING | NameWords.SIGN_OFF | NameWords.CLOSING;
  private static final int ORGANISATION = NameWords.COMPANY | NameWords.STREET;
  private static final int ANY_GIVEN = NameWords.GIVEN | NameWords.GIVEN_OR_WORD;

  boolean known() {
    return given || surname;
  }

  /** The name from word {@code from} on, or null if there is none or it is a firm's or street's. */
  static @Nullable NameSequence at(NameTokens tokens, int from) {
    return new Reader(tokens, from).read();
  }

  private static final class Reader {
    private final NameTokens tokens;
    private final int from;
    private int next;
    private int parts;
    private int surnames;
    private boolean given;
    private boolean surname;
    private boolean initial;
    private boolean complete;

    Reader(NameTokens tokens, int from) {
      this.tokens = tokens;
      this.from = from;
      this.next = from;
    }

    @Nullable NameSequence read() {
      while (next < tokens.count()
          && !complete
          && parts < 6
          && (next == from || tokens.isJoined(next - 1))) {
        if (tokens.is(next, ORGANISATION) && tokens.isCapital(next)) {
          return null;
        }
        if (!step()) {
          break;
        }
      }
      if (parts == 0 || (parts == 1 && tokens.isInitial(next - 1))) {
        return null;
      }
      boolean firm =
          tokens.text.startsWith(" & ", Math.min(tokens.end(next - 1), tokens.text.length()));
      return firm ? null : new NameSequence(from, next, parts, given, surname, initial);
    }

    /** Takes the next word into the name, if it belongs to it. */
    private boolean step() {
      if (tokens.isInitial(next)) {
        boolean dotted = tokens.after(next) == '.';
        if (!dotted && (parts == 0 || !tokens.isJoined(next) || !isName(next + 1))) {
          return false;
        }
        initial |= dotted && parts > 0;
        next++;
        parts++;
        return true;
      }
      if (tokens.is(next, NameWords.PARTICLE)) {
        int after = afterParticles();
        if (after < 0) {
          return false;
        }
        next = after;
      }
      return isName(next) && take();
    }

    /** The word behind the particles, if it may be a surname, or -1. */
    private int afterParticles() {
      int i = next;
      while (tokens.is(i, NameWords.PARTICLE) && tokens.isJoined(i) && i < next + 3) {
        i++;
      }
      return isName(i) && !tokens.is(i, NameWords.PARTICLE) ? i : -1;
    }

    private boolean isName(int i) {
      return i < tokens.count() && tokens.isCapital(i) && !tokens.is(i, NEVER | ORGANISATION);
    }

    private boolean take() {
      boolean isGiven = tokens.is(next, ANY_GIVEN);
      if (surnames > 0 && !mayFollowSurname(isGiven)) {
        return false;
      }
      if (!isGiven || surnames > 0) {
        surnames++;
      }
      given |= tokens.is(next, NameWords.GIVEN);
      surname |= tokens.is(next, NameWords.SURNAME);
      complete = tokens.is(next, NameWords.GENITIVE);
      next++;
      parts++;
      return true;
    }

    /**
     * In German a noun may follow, so a second surname must be known or stand before the end of the
     * line or a function word; in English only names have capitals.
     */
    private boolean mayFollowSurname(boolean isGiven) {
      if (tokens.isEnglish()) {
        return surnames < 2;
      }
      return surnames < 2
          && !given
          && !surname
          && (isGiven
              || tokens.is(next, NameWords.SURNAME)
              || tokens.endsLine(next)
              || isBeforeFunctionWord());
    }

    private boolean isBeforeFunctionWord() {
      return tokens.isJoined(next)
          && tokens.is(next + 1, NameWords.GERMAN)
          && tokens.isLower(next + 1);
    }
  }
}
