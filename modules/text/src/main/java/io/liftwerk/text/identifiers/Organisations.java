package io.liftwerk.text.identifiers;

import io.liftwerk.text.IdentifierKind;
import io.liftwerk.text.Normalised;

/** Firms and institutions: by legal form, by what they call themselves, by what is said of them. */
final class Organisations implements Finder {
  private static final int LONGEST = 5;

  @Override
  public void find(Scan scan, Candidates found) {
    if (!found.wants(IdentifierKind.ORGANISATION)) {
      return;
    }
    boolean german = scan.isGerman();
    int i = 0;
    while (i < scan.count()) {
      int end = at(scan, i, german, found);
      i = Math.max(end, i + 1);
    }
  }

  private static int at(Scan scan, int i, boolean german, Candidates found) {
    if (scan.is(i, Lexicon.LEGAL) && scan.isCapital(i)) {
      return legal(scan, i, found);
    }
    if (!scan.isCapital(i)) {
      return i;
    }
    int words = scan.phrase(i, Lexicon.KNOWN_FIRM);
    if (words > 0) {
      return add(scan, i, i + words, 0.96, found);
    }
    int partners = partners(scan, i);
    if (partners > i) {
      return add(scan, i, partners, 0.97, found);
    }
    int run = run(scan, i);
    if (run - i > 1 && scan.is(run - 1, Lexicon.FIRM)) {
      boolean legal = scan.is(run, Lexicon.LEGAL) && scan.isDotted(run - 1);
      return legal ? run : add(scan, i, run, german ? 0.6 : 0.7, found);
    }
    if (scan.is(i, Lexicon.KNOWN_FIRM) && run == i + 1) {
      return add(scan, i, i + 1, 0.75, found);
    }
    if (german) {
      return germanInstitute(scan, i, found);
    }
    double said = said(scan, i, run);
    if (run > i && said > 0 && !scan.is(i, Lexicon.PLACE)) {
      return add(scan, i, run, said, found);
    }
    return i;
  }

  /** Back from GmbH or Inc to where the name begins. */
  private static int legal(Scan scan, int i, Candidates found) {
    int from = i;
    while (from > 0 && i - from < LONGEST && isPart(scan, from - 1, from)) {
      from--;
    }
    while (from < i && scan.is(from, Lexicon.ENGLISH | Lexicon.GERMAN | Lexicon.TITLE)) {
      from++;
    }
    if (from == i) {
      return i;
    }
    int end = i + 1;
    while (scan.is(end, Lexicon.LEGAL) && scan.start(end) - scan.end(end - 1) <= 5) {
      end++;
    }
    boolean dotted = end < scan.count() || scan.end(end - 1) < scan.text.length();
    int last = scan.end(end - 1);
    boolean shortened = scan.isOne(end - 1, "inc", "ltd", "co", "corp", "srl", "pty");
    last +=
        dotted && shortened && last < scan.text.length() && scan.text.charAt(last) == '.' ? 1 : 0;
    found.add(
        IdentifierKind.ORGANISATION,
        scan.start(from),
        last,
        Normalised.name(scan.text.substring(scan.start(from), last)),
        0.96);
    return end;
  }

  private static boolean isPart(Scan scan, int word, int next) {
    boolean capital = scan.isCapital(word) || scan.hasDigit(word);
    String gap = scan.gap(next - 1);
    boolean close =
        gap.equals(" ")
            || gap.equals(" & ")
            || gap.equals(", ") && next - 1 == word && scan.is(next, Lexicon.LEGAL)
            || gap.equals(". ") && scan.is(word, Lexicon.LEGAL);
    boolean linked =
        scan.isOne(word, "und", "and", "für", "fur")
            && scan.isCapital(word - 1)
            && scan.isJoined(word - 1);
    linked |= scan.isOne(word, "of") && scan.is(word - 1, Lexicon.FIRM);
    return close && (capital || linked) && !(scan.startsSentence(next) && !gap.equals(" "));
  }

  /** Miller, Smith and Jones: three single surnames, as law firms are called. */
  private static int partners(Scan scan, int i) {
    boolean three =
        scan.isComma(i)
            && scan.isCapital(i + 1)
            && scan.isJoined(i + 1)
            && scan.isOne(i + 2, "and", "und")
            && scan.isJoined(i + 2)
            && scan.isCapital(i + 3);
    if (!three || scan.isComma(i - 1)) {
      return i;
    }
    return isSurname(scan, i)
            && isSurname(scan, i + 1)
            && isSurname(scan, i + 3)
            && !(scan.isJoined(i + 3) && scan.isCapital(i + 4))
            && !(scan.isJoined(i - 1) && scan.isCapital(i - 1) && NameRun.isName(scan, i - 1))
        ? i + 4
        : i;
  }

  private static boolean isSurname(Scan scan, int i) {
    return scan.is(i, Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD)
        || (NameRun.hasSurnameEnd(scan, i) && !scan.is(i, Lexicon.GIVEN));
  }

  /**
   * Words with capitals from {@code i} on, ordinary ones too, but not at the start of a sentence.
   */
  private static int run(Scan scan, int i) {
    int end = i;
    while (end < scan.count()
        && end - i < LONGEST
        && (scan.isCapital(end) || (end > i && scan.isDigits(end) && scan.length(end) < 3))
        && (end == i || scan.isJoined(end - 1) || scan.isGap(end - 1, " & "))
        && !scan.is(end, Lexicon.TITLE | Lexicon.WEEKDAY | Lexicon.LEGAL)
        && !(end == i && scan.is(end, Lexicon.ENGLISH | Lexicon.GERMAN | Lexicon.GREET))
        && !(scan.is(end, Lexicon.ENGLISH | Lexicon.GERMAN))) {
      end++;
      if (scan.isGenitiveAfter(end - 1)) {
        break;
      }
    }
    return end;
  }

  /** Universität Leipzig, Amtsgericht München: what it is, then where. */
  private static int germanInstitute(Scan scan, int i, Candidates found) {
    boolean where =
        scan.is(i, Lexicon.FIRM)
            && scan.isJoined(i)
            && scan.isCapital(i + 1)
            && scan.is(i + 1, Lexicon.PLACE | Lexicon.PLACE_OR_WORD);
    return where ? add(scan, i, i + 2, 0.9, found) : i;
  }

  /** Works for X, X announced, the X website, X is a company. */
  private static double said(Scan scan, int i, int end) {
    boolean plain = NameRun.isName(scan, i);
    if (!plain || end - i > 4) {
      return 0;
    }
    NameRun name = NameRun.at(scan, i);
    double less = name.given() || (name.surname() && name.parts() > 1) ? 0.35 : 0;
    if (scan.isJoined(i - 1)
        && scan.isOne(
            i - 1, "for", "at", "of", "join", "joined", "joining", "by", "with", "the", "support")
        && within(scan, i - 2, 4, Lexicon.EMPLOY)) {
      return 0.75 - less;
    }
    if (scan.isJoined(end - 1) && scan.is(end, Lexicon.EMPLOY) && !scan.isCapital(end)) {
      return 0.72 - less;
    }
    if (scan.isJoined(end - 1)
        && scan.isOne(end, "is", "was")
        && scan.isOne(end + 1, "a", "an", "the")
        && firmWithin(scan, end + 2, 6)) {
      return 0.85 - less;
    }
    boolean at = scan.isJoined(i - 1) && scan.isOne(i - 1, "at") && !name.given();
    return at ? 0.52 : isHeadLine(scan, i, end) && !name.given() ? 0.62 : 0;
  }

  /** A line for itself between a name's and a street's, or above a street's. */
  private static boolean isHeadLine(Scan scan, int i, int end) {
    if (!scan.startsLine(i) || !scan.endsLine(end - 1) || end >= scan.count()) {
      return false;
    }
    boolean street =
        scan.hasDigit(end) || scan.is(end, Lexicon.UNIT) || Streets.at(scan, end) != null;
    boolean person = i > 0 && scan.isCapital(i - 1) && scan.is(i - 2, Lexicon.NAME);
    return scan.gap(end - 1).indexOf('\n') >= 0 && (street || (person && scan.isCapital(end)));
  }

  private static boolean firmWithin(Scan scan, int from, int words) {
    for (int i = from; i < from + words && i < scan.count(); i++) {
      if (scan.is(i, Lexicon.FIRM)
          || scan.isOne(
              i,
              "company",
              "firm",
              "startup",
              "manufacturer",
              "provider",
              "retailer",
              "non-profit",
              "multinational",
              "corporation",
              "brand")) {
        return true;
      }
    }
    return false;
  }

  private static boolean within(Scan scan, int from, int words, int bits) {
    for (int i = from; i > from - words && i >= 0; i--) {
      if (scan.is(i, bits)) {
        return true;
      }
    }
    return false;
  }

  private static int add(Scan scan, int from, int to, double confidence, Candidates found) {
    int start = scan.start(from);
    int end = scan.end(to - 1);
    found.add(
        IdentifierKind.ORGANISATION,
        start,
        end,
        Normalised.name(scan.text.substring(start, end)),
        confidence);
    return to;
  }
}
