package io.liftwerk.text;

import java.util.regex.Pattern;

/** Names that nothing announces: known by their own words, or by where they stand. */
final class LoneName {
  private static final int GIVEN = NameWords.GIVEN;
  private static final Pattern POSTCODE = Pattern.compile("(?<!\\d)\\d{4,5}(?!\\d)");
  private static final Pattern HOUSE_NUMBER =
      Pattern.compile(" (?:u\\. |utca )?\\d{1,4}(?![\\d.:]| ?(?:Jahr|J\\.|year|y/o|€|%))");

  private LoneName() {}

  /** Adds the name that begins at word {@code i}, if one does; returns where to go on, or -1. */
  static int find(NameTokens tokens, int i, Findings findings) {
    boolean initial = tokens.isInitial(i) && tokens.after(i) == '.';
    if (!tokens.isCapital(i) && !initial) {
      return lowerPair(tokens, i, findings);
    }
    if (tokens.is(i, NameWords.PARTICLE) && !tokens.is(i, GIVEN)) {
      return -1;
    }
    int reversed = reversed(tokens, i, findings);
    if (reversed > 0) {
      return reversed;
    }
    NameSequence name = NameSequence.at(tokens, i);
    if (name == null) {
      return -1;
    }
    boolean ofFirmOrStreet =
        tokens.is(i - 1, NameWords.COMPANY | NameWords.STREET) && tokens.isJoined(i - 1);
    if (ofFirmOrStreet || beforeHouseNumber(tokens, name)) {
      return name.end();
    }
    double confidence = confidence(tokens, name);
    return confidence > 0 ? NameRecogniser.add(tokens, name, confidence, findings) : -1;
  }

  private static double confidence(NameTokens tokens, NameSequence name) {
    int first = name.first();
    boolean firstGiven = tokens.is(first, GIVEN);
    boolean lastSurname = tokens.is(name.end() - 1, NameWords.SURNAME);
    if (name.parts() > 1) {
      if (firstGiven) {
        return lastSurname || name.initial() ? 0.9 : 0.75;
      }
      if (lastSurname && (tokens.is(first, NameWords.GIVEN_OR_WORD) || name.given())) {
        return 0.8;
      }
      if (beforeMail(tokens, name)) {
        return 0.75;
      }
      if (lastSurname || name.given() || (name.initial() && tokens.isSentence())) {
        return 0.6;
      }
      if (aloneOnLine(tokens, name) || initialInEnglish(tokens, name)) {
        return 0.55;
      }
      boolean doing = tokens.equals(first - 1, "by") || tokens.equals(first - 1, "with");
      return doing && tokens.isEnglish() && tokens.isJoined(first - 1) ? 0.5 : 0;
    }
    if (firstGiven) {
      return tokens.isSentence() || tokens.isGenitiveAfter(first) ? 0.6 : 0.4;
    }
    return name.surname() ? tokens.isSentence() ? 0.5 : 0.3 : 0;
  }

  /** Anna Berger &lt;anna@…&gt;. */
  private static boolean beforeMail(NameTokens tokens, NameSequence name) {
    int end = tokens.end(name.end() - 1);
    return tokens.text.startsWith(" <", end) && tokens.text.indexOf('@', end) > 0;
  }

  private static boolean initialInEnglish(NameTokens tokens, NameSequence name) {
    return tokens.isEnglish()
        && name.parts() == 3
        && name.end() - name.first() == 3
        && tokens.isInitial(name.first() + 1);
  }

  /** The first line above an address: a postcode stands in one of the lines below. */
  private static boolean aloneOnLine(NameTokens tokens, NameSequence name) {
    int last = name.end() - 1;
    if (name.first() > 0 || tokens.after(last) != '\n') {
      return false;
    }
    String[] below = tokens.text.substring(tokens.end(last)).strip().split("\n", 7);
    for (int i = 0; i < Math.min(6, below.length); i++) {
      if (POSTCODE.matcher(below[i]).find()) {
        return true;
      }
    }
    return false;
  }

  /** Karl Liebknecht 12: without "Straße", but a street. */
  private static boolean beforeHouseNumber(NameTokens tokens, NameSequence name) {
    int end = tokens.end(name.end() - 1);
    return HOUSE_NUMBER
        .matcher(tokens.text)
        .region(end, Math.min(tokens.text.length(), end + 14))
        .lookingAt();
  }

  /** Müller, Anna. */
  private static int reversed(NameTokens tokens, int i, Findings findings) {
    boolean reversed =
        tokens.is(i, NameWords.SURNAME | NameWords.SURNAME_OR_WORD)
            && tokens.is(i + 1, GIVEN)
            && tokens.isCapital(i + 1)
            && tokens.gap(i).equals(", ")
            && !tokens.is(i, GIVEN | NameWords.STOP);
    if (!reversed || (tokens.is(i, NameWords.SURNAME_OR_WORD) && !tokens.endsLine(i + 1))) {
      return -1;
    }
    findings.addName(tokens.start(i), tokens.end(i + 1), 0.75);
    return i + 2;
  }

  private static int lowerPair(NameTokens tokens, int i, Findings findings) {
    boolean pair =
        tokens.isLower(i)
            && tokens.is(i, GIVEN)
            && tokens.is(i + 1, NameWords.SURNAME)
            && tokens.isLower(i + 1)
            && tokens.isJoined(i)
            && !tokens.is(i, NameWords.ENGLISH | NameWords.GERMAN);
    if (!pair) {
      return -1;
    }
    findings.addName(tokens.start(i), tokens.end(i + 1), 0.65);
    return i + 2;
  }
}
