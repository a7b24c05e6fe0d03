package io.liftwerk.text.identifiers;

import io.liftwerk.text.IdentifierKind;
import io.liftwerk.text.lookup.Fold;

/** Nationalities, religions and political groups. */
final class Nationalities implements Finder {

  /** What one does with a language. */
  private static final String[] LANGUAGE =
      ("speak speaks spoke speaking in into study studying studied learn learning learned teach"
              + " teaches taught fluent from translate translated")
          .split(" ");

  @Override
  public void find(Scan scan, Candidates found) {
    int any = Lexicon.NATION | Lexicon.NATION_ADJECTIVE | Lexicon.PHRASE;
    if (!found.wants(IdentifierKind.NATIONALITY) || !scan.any(any)) {
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
    if (!scan.is(i, Lexicon.NATION)) {
      return 0;
    }
    boolean plural = scan.is(i, Lexicon.NATION_ADJECTIVE) && scan.endsWith(i, "s");
    if (!scan.isCapital(i) && (!plural || scan.is(i, Lexicon.COMMON | Lexicon.NAME))) {
      return 0;
    }
    boolean language =
        scan.isOne(i - 1, LANGUAGE) || scan.isOne(i + 1, "language", "lessons", "translation");
    return language ? 0 : 1;
  }

  private static int german(Scan scan, int i) {
    if (scan.is(i, Lexicon.NATION)) {
      return scan.isCapital(i) ? 1 : 0;
    }
    boolean language = scan.isCapital(i) && scan.endsWith(i, "sch");
    return scan.is(i, Lexicon.NATION_ADJECTIVE) && !language ? 1 : 0;
  }
}
