package io.liftwerk.text.identifiers;

import io.liftwerk.text.lookup.WordTable;

/**
 * Words in a row that a name may be made of: {@code Anna-Lena von der Heide}, {@code J. R. Miller}.
 *
 * @param end index behind the last word
 * @param parts how many names and initials, particles left out
 * @param given whether a word is a given name and nothing else
 * @param surname whether a word is a surname and nothing else, or ends as only surnames do
 * @param doubtful whether a word is a name that is also another word
 * @param initial whether one is an initial
 */
record NameRun(
    int from,
    int end,
    int parts,
    boolean given,
    boolean surname,
    boolean doubtful,
    boolean initial) {
  private static final int NEVER =
      Lexicon.COMMON
          | Lexicon.ENGLISH
          | Lexicon.GERMAN
          | Lexicon.MONTH
          | Lexicon.WEEKDAY
          | Lexicon.TITLE
          | Lexicon.LEGAL
          | Lexicon.FIRM
          | Lexicon.KNOWN_FIRM
          | Lexicon.STREET
          | Lexicon.STREET_FIRST
          | Lexicon.UNIT
          | Lexicon.COUNTRY
          | Lexicon.NATION
          | Lexicon.KIN
          | Lexicon.GREET
          | Lexicon.PROFESSION
          | Lexicon.SAY
          | Lexicon.ACT
          | Lexicon.CALL
          | Lexicon.MOVE
          | Lexicon.EMPLOY;
  private static final int SURE = Lexicon.GIVEN | Lexicon.SURNAME;
  private static final int LONGEST = 5;

  static final String[] PARTICLES = {
    "von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "ten",
    "ter", "el", "al", "bin", "ben", "af", "av", "zu", "vom", "zum", "zur", "dem"
  };

  /** Ends of surnames that ordinary words do not have. */
  private static final WordTable SURNAME_ENDS = new WordTable(256);

  private static final int LONGEST_END = 7;

  static {
    String ends =
        "sson sen dottir ova ovic vic ic ski ska sky wicz ov ev eva enko nen berg strom quist qvist"
            + " mann ez oglu yan ian idis poulos escu chuk elli ini etti ucci acci asz czyk gaard"
            + " sdatter akis shvili dze yev son";
    for (String end : ends.split(" ")) {
      SURNAME_ENDS.add(end, 1);
    }
  }

  /** Whether word {@code i} may be part of a name. */
  static boolean isName(Scan scan, int i) {
    if (!scan.isCapital(i) || scan.hasDigit(i)) {
      return false;
    }
    return scan.is(i, SURE) ? !scan.is(i, Lexicon.ENGLISH | Lexicon.GERMAN) : !scan.is(i, NEVER);
  }

  static boolean hasSurnameEnd(Scan scan, int i) {
    if (scan.length(i) < 6 || scan.is(i, NEVER)) {
      return false;
    }
    for (int length = 2; length <= LONGEST_END && length < scan.length(i); length++) {
      if (scan.endsIn(SURNAME_ENDS, i, length)) {
        return true;
      }
    }
    return false;
  }

  static boolean isParticle(Scan scan, int i) {
    return scan.is(i, Lexicon.PARTICLE);
  }

  /** The run from word {@code from} on; of no parts if none begins there. */
  static NameRun at(Scan scan, int from) {
    boolean german = scan.isGerman();
    int i = from;
    int parts = 0;
    boolean given = false;
    boolean surname = false;
    boolean doubtful = false;
    boolean initial = false;
    while (parts < LONGEST && i < scan.count()) {
      if (i > from && !joins(scan, i - 1)) {
        break;
      }
      if (isDottedInitial(scan, i) || (parts > 0 && isBareInitial(scan, i))) {
        initial |= parts > 0 || scan.after(i) == '.';
        parts++;
        i++;
        continue;
      }
      int next = parts > 0 ? behindParticles(scan, i) : i;
      // in German an unknown noun before a given name is what the person is: Präsident Thomas
      if (german && parts == 0 && isApposition(scan, next)) {
        break;
      }
      // and before a particle it is what somebody has: Bibel von Franz
      if (german && next > i && !given && !surname) {
        parts = 0;
        i = from;
        break;
      }
      boolean belongs =
          parts > 0 ? isName(scan, next) || isDoubtful(scan, next) : mayOpen(scan, next);
      if (!belongs) {
        break;
      }
      boolean known = scan.is(next, Lexicon.NAME);
      // in German any noun has a capital, so a second unknown word is none of the name's
      if (german && parts > 0 && !known && !hasSurnameEnd(scan, next) && (surname || !given)) {
        break;
      }
      given |= scan.is(next, Lexicon.GIVEN);
      surname |= scan.is(next, Lexicon.SURNAME) || hasSurnameEnd(scan, next);
      doubtful |= scan.is(next, Lexicon.GIVEN_OR_WORD | Lexicon.SURNAME_OR_WORD);
      parts++;
      i = next + 1;
      if (scan.isGenitiveAfter(next)) {
        break;
      }
    }
    boolean alone = parts == 1 && scan.isInitial(i - 1);
    return new NameRun(
        from, alone ? from : i, alone ? 0 : parts, given, surname, doubtful, initial);
  }

  /**
   * Whether a name may begin with word {@code i}. One that is also a word may before a surname, and
   * in English inside a sentence or before what a person does.
   */
  static boolean mayOpen(Scan scan, int i) {
    if (isName(scan, i)) {
      return true;
    }
    if (scan.isGerman() || !isDoubtful(scan, i)) {
      return false;
    }
    boolean joined = scan.isJoined(i);
    boolean acts = joined && scan.is(i + 1, Lexicon.SAY | Lexicon.ACT) && !scan.isCapital(i + 1);
    return acts || (joined && isName(scan, i + 1)) || !scan.startsSentence(i);
  }

  private static boolean isApposition(Scan scan, int i) {
    return !scan.is(i, Lexicon.NAME)
        && scan.isJoined(i)
        && scan.is(i + 1, Lexicon.GIVEN)
        && scan.isCapital(i + 1)
        && !isDottedInitial(scan, i);
  }

  /** A name that is also an ordinary word: Crystal, Schwarz. */
  private static boolean isDoubtful(Scan scan, int i) {
    int function = Lexicon.ENGLISH | Lexicon.GERMAN | Lexicon.TITLE | Lexicon.LEGAL | Lexicon.FIRM;
    return scan.isCapital(i)
        && scan.is(i, Lexicon.GIVEN_OR_WORD | Lexicon.SURNAME_OR_WORD)
        && !scan.is(i, function);
  }

  private static boolean isBareInitial(Scan scan, int i) {
    return scan.isInitial(i) && scan.isJoined(i) && isName(scan, i + 1);
  }

  private static boolean isDottedInitial(Scan scan, int i) {
    return scan.isInitial(i) && scan.after(i) == '.';
  }

  /** A tab parts the cells of a table: what stands in two is not one name. */
  private static boolean joins(Scan scan, int i) {
    return scan.after(i) != '\t' && (scan.isInitial(i) ? scan.isDotted(i) : scan.isJoined(i));
  }

  private static int behindParticles(Scan scan, int i) {
    int next = i;
    while (next < i + 3 && isParticle(scan, next) && scan.isJoined(next)) {
      next++;
    }
    return next;
  }
}
