package io.liftwerk.text.identifiers;

import io.liftwerk.text.IdentifierKind;
import io.liftwerk.text.lookup.Fold;

/** Nationalities, religions and political groups. */
final class Nationalities implements Finder {
  private static final String[] ENDINGS = {"e", "er", "en", "es", "em"};

  /** What one does with a language. */
  private static final String[] LANGUAGE =
      ("speak speaks spoke speaking in into study studying studied learn learning learned teach"
              + " teaches taught fluent from translate translated")
          .split(" ");

  @Override
  public void find(Scan scan, Candidates found) {
    if (!found.wants(IdentifierKind.NATIONALITY)) {
      return;
    }
    boolean german = scan.isGerman();
    int i = 0;
    while (i < scan.count()) {
      int words = scan.phrase(i, Lexicon.NATION);
      if (words == 0) {
        words = german ? german(scan, i) : english(scan, i);
      }
      if (words > 0) {
        int start = scan.start(i);
        int end = scan.end(i + words - 1);
        found.add(
            IdentifierKind.NATIONALITY, start, end, Fold.of(scan.text.substring(start, end)), 0.7);
      }
      i += Math.max(1, words);
    }
  }

  private static int english(Scan scan, int i) {
    boolean language = scan.isOne(i - 1, LANGUAGE) || scan.isOne(i + 1, "language", "lessons", "translation");
    boolean one = scan.is(i, Lexicon.NATION) && scan.isCapital(i) && !language;
    return one || isPlural(scan, i) ? 1 : 0;
  }

  /** Saudis, Americans; also in lower case. */
  private static boolean isPlural(Scan scan, int i) {
    return scan.length(i) > 4
        && scan.endsWith(i, "s")
        && !scan.is(i, Lexicon.COMMON | Lexicon.ENGLISH | Lexicon.NAME)
        && (Lexicon.of(scan.text, scan.start(i), scan.end(i) - 1) & Lexicon.NATION) != 0;
  }

  private static int german(Scan scan, int i) {
    if (scan.is(i, Lexicon.NATION) && scan.isCapital(i)) {
      return 1;
    }
    if (scan.length(i) < 6 || scan.is(i, Lexicon.GERMAN)) {
      return 0;
    }
    if (scan.is(i, Lexicon.NATION_ADJECTIVE) && !scan.isCapital(i)) {
      return 1;
    }
    for (String ending : ENDINGS) {
      if (scan.endsWith(i, ending)) {
        int stem = Lexicon.of(scan.text, scan.start(i), scan.end(i) - ending.length());
        if ((stem & Lexicon.NATION_ADJECTIVE) != 0) {
          return 1;
        }
      }
    }
    return 0;
  }
}
