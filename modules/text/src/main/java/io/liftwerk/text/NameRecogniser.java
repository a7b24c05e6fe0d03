package io.liftwerk.text;

import org.jspecify.annotations.Nullable;

/**
 * Finds names of persons in German and English text: after a form of address, a title, a greeting,
 * at the end of a letter, after {@code Ansprechpartner:} or {@code mein Name ist}, and by common
 * given names. Rules, no model: what they know is in the word lists.
 */
final class NameRecogniser implements Recogniser {
  private static final int GIVEN = NameWords.GIVEN;
  private static final int ANY_NAME =
      NameWords.GIVEN | NameWords.GIVEN_OR_WORD | NameWords.SURNAME | NameWords.SURNAME_OR_WORD;
  private static final int TRIGGER =
      NameWords.ADDRESS
          | NameWords.TITLE
          | NameWords.GREETING
          | NameWords.SIGN_OFF
          | NameWords.LABEL
          | NameWords.NAMING
          | NameWords.SAYING
          | NameWords.KIN
          | GIVEN
          | NameWords.SURNAME;

  @Override
  public PersonalKind kind() {
    return PersonalKind.NAME;
  }

  @Override
  public void find(String text, Traits traits, Findings findings) {
    if (traits.letters() < 3 || traits.digits() > 3 * traits.letters()) {
      return;
    }
    NameTokens tokens = new NameTokens(text);
    boolean lines = text.indexOf('\n') > 0;
    boolean mail = traits.at() && text.indexOf('<') > 0;
    boolean initials = traits.dots() > 0 || tokens.isEnglish();
    if (tokens.count() == 0 || !(tokens.any(TRIGGER) || lines || mail || initials)) {
      return;
    }
    int i = 0;
    while (i < tokens.count()) {
      i = Math.max(i + 1, at(tokens, i, findings));
    }
  }

  /** Tries the rules at word {@code i}; returns where to go on. */
  private static int at(NameTokens tokens, int i, Findings findings) {
    if (tokens.is(i, NameWords.ADDRESS | NameWords.TITLE)) {
      int end = afterAddress(tokens, i, findings);
      if (end > 0) {
        return end;
      }
    }
    if (tokens.is(i, NameWords.GREETING)) {
      int end = afterGreeting(tokens, i, findings);
      if (end > 0) {
        return end;
      }
    }
    if (tokens.is(i, NameWords.SIGN_OFF)) {
      int end = LetterEnd.find(tokens, i, findings);
      if (end > 0) {
        return end;
      }
    }
    if (tokens.is(i, NameWords.LABEL | NameWords.NAMING)) {
      int end = NameLabel.find(tokens, i, findings);
      if (end > 0) {
        return end;
      }
    }
    if (tokens.is(i, NameWords.SAYING | NameWords.KIN)) {
      int end = afterRelation(tokens, i, findings);
      if (end > 0) {
        return end;
      }
    }
    return LoneName.find(tokens, i, findings);
  }

  /** Herr, Mrs, Dr.: what follows is a name, unless it plainly is not. */
  private static int afterAddress(NameTokens tokens, int i, Findings findings) {
    if (!tokens.isCapital(i) && !tokens.isLower(i)) {
      return -1;
    }
    int from = i + 1;
    while (tokens.is(from, NameWords.TITLE | NameWords.ADDRESS) && isNear(tokens, from - 1)) {
      from++;
    }
    if (from >= tokens.count() || !isNear(tokens, from - 1)) {
      return -1;
    }
    NameSequence name = NameSequence.at(tokens, from);
    if (name != null) {
      return add(tokens, name, 0.9, findings);
    }
    return tokens.isLower(i) || tokens.isEnglish() ? lower(tokens, from, 2, findings) : -1;
  }

  /** Blanks, a dot, a hyphen: Dr. med. dent., Dipl.-Ing. */
  static boolean isNear(NameTokens tokens, int i) {
    if (i + 1 >= tokens.count()) {
      return false;
    }
    String gap = tokens.gap(i);
    return gap.length() <= 3
        && gap.chars().allMatch(c -> c == ' ' || c == '.' || c == '-' || c == 0xA0);
  }

  /** Known names in lower case, up to {@code most} of them. */
  static int lower(NameTokens tokens, int from, int most, Findings findings) {
    int end = from;
    while (end < tokens.count()
        && end < from + most
        && tokens.isLower(end)
        && tokens.is(end, ANY_NAME)
        && !tokens.is(end, NameWords.ENGLISH | NameWords.GERMAN | NameWords.STOP)
        && (end == from || tokens.isJoined(end - 1))) {
      end++;
    }
    if (end == from) {
      return -1;
    }
    findings.addName(tokens.start(from), tokens.end(end - 1), 0.7);
    return end;
  }

  /** Hallo Anna; Liebe Frau is left to the form of address. */
  private static int afterGreeting(NameTokens tokens, int i, Findings findings) {
    int from = i + 1;
    while (tokens.is(from, NameWords.GREETING) && tokens.isJoined(from - 1)) {
      from++;
    }
    if (from >= tokens.count()
        || !(tokens.isJoined(from - 1) || tokens.gap(from - 1).equals(", "))) {
      return -1;
    }
    NameSequence name = NameSequence.at(tokens, from);
    if (name == null) {
      return tokens.is(from, GIVEN) ? lower(tokens, from, 2, findings) : -1;
    }
    if (name.known()) {
      return add(tokens, name, 0.85, findings);
    }
    char after = tokens.after(name.end() - 1);
    boolean addressed =
        after == ',' || after == '!' || (after == '\n' && tokens.count() > name.end());
    return addressed && tokens.startsLine(i) ? add(tokens, name, 0.65, findings) : -1;
  }

  /** The word behind the titles from {@code from} on. */
  static int afterTitles(NameTokens tokens, int from) {
    int i = from;
    while (tokens.is(i, NameWords.TITLE | NameWords.ADDRESS) && isNear(tokens, i)) {
      i++;
    }
    return i;
  }

  /** My brother Peter; says Berger. */
  private static int afterRelation(NameTokens tokens, int i, Findings findings) {
    if (!tokens.isJoined(i)) {
      return -1;
    }
    NameSequence name = NameSequence.at(tokens, i + 1);
    if (name == null) {
      return -1;
    }
    boolean english = tokens.isEnglish() && (tokens.isLower(i) || tokens.is(i, NameWords.SAYING));
    boolean sure = name.known() || (english && tokens.is(i, NameWords.KIN));
    boolean said = english && tokens.is(i, NameWords.SAYING) && tokens.endsLine(name.end() - 1);
    return sure || said ? add(tokens, name, sure ? 0.7 : 0.55, findings) : -1;
  }

  /** Adds {@code name} unless it is a firm's; returns where to go on. */
  static int add(
      NameTokens tokens, @Nullable NameSequence name, double confidence, Findings findings) {
    if (name == null) {
      return -1;
    }
    int start = tokens.start(name.first());
    int end = tokens.end(name.end() - 1);
    if (name.parts() == 2
        && NameWords.isBrand(Normalised.name(tokens.text.substring(start, end)))) {
      return name.end();
    }
    findings.addName(start, end, confidence);
    return name.end();
  }
}
