package io.liftwerk.text;

import io.liftwerk.text.lookup.Fold;
import java.util.Set;

/** Names behind what announces one: {@code Ansprechpartner: …}, {@code mein Name ist …}. */
final class NameLabel {
  private static final int ANY_NAME =
      NameWords.GIVEN | NameWords.GIVEN_OR_WORD | NameWords.SURNAME | NameWords.SURNAME_OR_WORD;

  /** Labels that also stand before things; a name behind them must look like one. */
  private static final Set<String> WEAK_LABELS =
      Set.of(
          "name",
          "kontakt",
          "kunde",
          "contact",
          "customer",
          "adresse",
          "address",
          "lieferadresse",
          "rechnungsadresse",
          "user",
          "owner",
          "author",
          "autor",
          "regie",
          "director",
          "attention",
          "partner",
          "gast",
          "guest",
          "buyer",
          "verantwortlich",
          "zustandig",
          "ruckfragen");

  private NameLabel() {}

  /** Adds the name behind the label or verb at word {@code i}; returns where to go on, or -1. */
  static int find(NameTokens tokens, int i, Findings findings) {
    int from = i + 1;
    if (from >= tokens.count()) {
      return -1;
    }
    String gap = tokens.gap(i);
    boolean colon = isColon(gap);
    if (!colon && isPair(gap)) {
      from++;
      colon = from < tokens.count() && isColon(tokens.gap(from - 1));
    }
    if (colon && tokens.is(i, NameWords.LABEL)) {
      return labelled(tokens, i, NameRecogniser.afterTitles(tokens, from), findings);
    }
    if (!tokens.is(i, NameWords.NAMING | NameWords.LABEL)) {
      return -1;
    }
    boolean own = isOwn(tokens, i - 1);
    if (tokens.equals(i, "heise") || tokens.equals(i, "heisse")) {
      own = true;
    } else if (isVerb(tokens, from) && tokens.isJoined(i)) {
      from++;
    } else if (!gap.strip().equals("?") && !tokens.isJoined(i)) {
      return -1;
    }
    return named(tokens, own, NameRecogniser.afterTitles(tokens, from), findings);
  }

  private static boolean isColon(String gap) {
    String sign = gap.strip();
    return gap.length() < 16
        && (sign.startsWith(":")
            || sign.equals("=")
            || sign.equals("/")
            || (sign.equals(".") && gap.length() < 3));
  }

  /** Ansprechpartner/in, Ansprechpartner:in, Ansprechpartner(in). */
  private static boolean isPair(String gap) {
    return gap.equals("/")
        || gap.equals("(")
        || gap.equals("*")
        || gap.equals("_")
        || gap.equals("/-");
  }

  private static boolean isVerb(NameTokens tokens, int i) {
    return tokens.equals(i, "ist")
        || tokens.equals(i, "is")
        || tokens.equals(i, "lautet")
        || tokens.equals(i, "was")
        || tokens.equals(i, "war");
  }

  private static boolean isOwn(NameTokens tokens, int i) {
    for (String word :
        new String[] {
          "mein", "my", "her", "his", "sein", "ihr", "last", "maiden", "first", "full", "your",
          "partner"
        }) {
      if (tokens.equals(i, word)) {
        return true;
      }
    }
    return false;
  }

  private static int labelled(NameTokens tokens, int label, int from, Findings findings) {
    NameSequence name = from < tokens.count() ? NameSequence.at(tokens, from) : null;
    if (name == null) {
      return from < tokens.count() ? NameRecogniser.lower(tokens, from, 3, findings) : -1;
    }
    String word = Fold.of(tokens.text.substring(tokens.start(label), tokens.end(label)));
    boolean ofThing =
        tokens.is(label - 1, NameWords.STOP | NameWords.COMPANY) && tokens.isJoined(label - 1);
    if (name.known() || (!WEAK_LABELS.contains(word) && !ofThing)) {
      return NameRecogniser.add(tokens, name, 0.85, findings);
    }
    boolean whole = name.parts() > 1 && tokens.endsLine(name.end() - 1);
    return whole && !ofThing ? NameRecogniser.add(tokens, name, 0.6, findings) : -1;
  }

  private static int named(NameTokens tokens, boolean own, int from, Findings findings) {
    if (from >= tokens.count()) {
      return -1;
    }
    NameSequence name = NameSequence.at(tokens, from);
    if (name != null) {
      boolean sure = own || name.known() || (name.parts() > 1 && tokens.isEnglish());
      return sure ? NameRecogniser.add(tokens, name, own ? 0.85 : 0.65, findings) : -1;
    }
    return own ? lowerOwn(tokens, from, findings) : NameRecogniser.lower(tokens, from, 2, findings);
  }

  /** In lower case after "my name is": words that are no others, to the end of the clause. */
  private static int lowerOwn(NameTokens tokens, int from, Findings findings) {
    int end = from;
    while (end < tokens.count()
        && end < from + 3
        && tokens.end(end) - tokens.start(end) > 1
        && tokens.isLower(end)
        && !tokens.is(end, NameWords.ENGLISH | NameWords.GERMAN | NameWords.STOP)
        && (end == from || tokens.isJoined(end - 1))) {
      end++;
    }
    if (end == from
        || end < tokens.count() && !tokens.endsLine(end - 1) && !tokens.is(from, ANY_NAME)) {
      return -1;
    }
    findings.addName(tokens.start(from), tokens.end(end - 1), 0.6);
    return end;
  }
}
