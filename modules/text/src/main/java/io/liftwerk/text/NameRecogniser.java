package io.liftwerk.text;

import java.util.Set;
import java.util.regex.Pattern;
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

  private static final Pattern POSTCODE = Pattern.compile("(?<!\\d)\\d{4,5}(?!\\d)");
  private static final Pattern HOUSE_NUMBER =
      Pattern.compile(" (?:u\\. |utca )?\\d{1,4}(?![\\d.:]| ?(?:Jahr|J\\.|year|y/o|€|%))");

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
      int end = afterLabel(tokens, i, findings);
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
    return byItself(tokens, i, findings);
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
  private static boolean isNear(NameTokens tokens, int i) {
    if (i + 1 >= tokens.count()) {
      return false;
    }
    String gap = tokens.gap(i);
    return gap.length() <= 3
        && gap.chars().allMatch(c -> c == ' ' || c == '.' || c == '-' || c == 0xA0);
  }

  /** Known names in lower case, up to {@code most} of them. */
  private static int lower(NameTokens tokens, int from, int most, Findings findings) {
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

  /** Ansprechpartner: …, mein Name ist …, ich heiße … */
  private static int afterLabel(NameTokens tokens, int i, Findings findings) {
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
      return labelled(tokens, i, afterTitles(tokens, from), findings);
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
    return named(tokens, own, afterTitles(tokens, from), findings);
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

  private static int afterTitles(NameTokens tokens, int from) {
    int i = from;
    while (tokens.is(i, NameWords.TITLE | NameWords.ADDRESS) && isNear(tokens, i)) {
      i++;
    }
    return i;
  }

  private static int labelled(NameTokens tokens, int label, int from, Findings findings) {
    NameSequence name = from < tokens.count() ? NameSequence.at(tokens, from) : null;
    if (name == null) {
      return from < tokens.count() ? lower(tokens, from, 3, findings) : -1;
    }
    String word = Fold.of(tokens.text.substring(tokens.start(label), tokens.end(label)));
    boolean ofThing =
        tokens.is(label - 1, NameWords.STOP | NameWords.COMPANY) && tokens.isJoined(label - 1);
    if (name.known() || (!WEAK_LABELS.contains(word) && !ofThing)) {
      return add(tokens, name, 0.85, findings);
    }
    boolean whole = name.parts() > 1 && tokens.endsLine(name.end() - 1);
    return whole && !ofThing ? add(tokens, name, 0.6, findings) : -1;
  }

  private static int named(NameTokens tokens, boolean own, int from, Findings findings) {
    if (from >= tokens.count()) {
      return -1;
    }
    NameSequence name = NameSequence.at(tokens, from);
    if (name != null) {
      boolean sure = own || name.known() || (name.parts() > 1 && tokens.isEnglish());
      return sure ? add(tokens, name, own ? 0.85 : 0.65, findings) : -1;
    }
    return own ? lowerOwn(tokens, from, findings) : lower(tokens, from, 2, findings);
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

  /** A name that nothing announces. */
  private static int byItself(NameTokens tokens, int i, Findings findings) {
    boolean initial = tokens.isInitial(i) && tokens.after(i) == '.';
    if (!tokens.isCapital(i) && !initial) {
      return lowerPair(tokens, i, findings);
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
    return confidence > 0 ? add(tokens, name, confidence, findings) : -1;
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
