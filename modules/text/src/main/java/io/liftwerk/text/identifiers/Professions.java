package io.liftwerk.text.identifiers;

import io.liftwerk.text.IdentifierKind;
import io.liftwerk.text.lookup.Fold;

/** What somebody works as, where the text says so: "worked for them as structural engineer". */
final class Professions implements Finder {
  private static final int LONGEST = 4;

  @Override
  public void find(Scan scan, Candidates found) {
    if (!found.wants(IdentifierKind.TITLE) || !scan.any(Lexicon.EMPLOY | Lexicon.PROFESSION)) {
      return;
    }
    for (int i = 1; i < scan.count(); i++) {
      if (scan.isOne(i, "as", "als") && isWork(scan, i)) {
        int from = scan.isOne(i + 1, "a", "an", "the", "their", "our") ? i + 2 : i + 1;
        int end = end(scan, from);
        if (end > from) {
          int start = scan.start(from);
          String title = scan.text.substring(start, scan.end(end - 1));
          found.add(IdentifierKind.TITLE, start, scan.end(end - 1), Fold.of(title), 0.6);
        }
      }
    }
  }

  private static boolean isWork(Scan scan, int as) {
    for (int i = as - 1; i >= 0 && i > as - 7; i--) {
      if (scan.is(i, Lexicon.EMPLOY) || scan.isOne(i, "job", "career", "arbeite", "arbeitet")) {
        return true;
      }
    }
    return false;
  }

  /** Behind the last word of a profession; one word with a capital is taken for one in English. */
  private static int end(Scan scan, int from) {
    int i = from;
    while (i < scan.count() && i < from + LONGEST && (i == from || scan.isJoined(i - 1))) {
      if (scan.is(i, Lexicon.ENGLISH | Lexicon.GERMAN) || scan.hasDigit(i)) {
        break;
      }
      i++;
      if (scan.is(i - 1, Lexicon.PROFESSION)) {
        return i;
      }
    }
    boolean one = i == from + 1 && scan.isCapital(from) && !scan.isGerman();
    boolean name = scan.is(from, Lexicon.NAME | Lexicon.PLACE | Lexicon.KNOWN_FIRM);
    return one && !name ? i : from;
  }
}
