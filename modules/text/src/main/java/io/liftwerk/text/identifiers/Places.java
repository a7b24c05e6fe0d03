package io.liftwerk.text.identifiers;

import io.liftwerk.text.IdentifierKind;
import io.liftwerk.text.Normalised;

/** Countries, regions and cities: by lists, and in English by what leads to a place. */
final class Places implements Finder {
  private static final String[] KINDS =
      "university city town village outskirts mayor capital hometown municipality borough"
          .split(" ");

  @Override
  public void find(Scan scan, Candidates found) {
    if (!found.wants(IdentifierKind.PLACE)) {
      return;
    }
    boolean german = scan.isGerman();
    int i = 0;
    while (i < scan.count()) {
      int end = scan.isCapital(i) ? at(scan, i, german, found) : i;
      i = Math.max(end, i + 1);
    }
  }

  private static int at(Scan scan, int i, boolean german, Candidates found) {
    int any = Lexicon.PLACE | Lexicon.PLACE_OR_WORD | Lexicon.PHRASE;
    if (german ? !scan.is(i, any) : !scan.is(i, any) && !NameRun.isName(scan, i)) {
      return i;
    }
    boolean led = isLed(scan, i);
    int words = scan.phrase(i, Lexicon.PLACE | Lexicon.PLACE_OR_WORD);
    if (words > 0) {
      add(scan, i, i + words, led ? 0.9 : 0.75, found);
      return i + words;
    }
    if (scan.is(i, Lexicon.PLACE)) {
      boolean name = scan.is(i, Lexicon.NAME);
      boolean country = scan.is(i, Lexicon.COUNTRY);
      boolean joined = scan.isJoined(i) && NameRun.isName(scan, i + 1) && !german;
      double confidence = led ? 0.88 : country ? 0.8 : name ? 0.45 : joined ? 0.45 : 0.65;
      add(scan, i, i + 1, confidence, found);
      return i + 1;
    }
    if (scan.is(i, Lexicon.PLACE_OR_WORD)) {
      add(scan, i, i + 1, led ? 0.7 : 0.3, found);
      return i + 1;
    }
    return german ? i : unknown(scan, i, led, found);
  }

  /** A word of no list, after what leads to a place. */
  private static int unknown(Scan scan, int i, boolean led, Candidates found) {
    if (!led || !NameRun.isName(scan, i)) {
      return i;
    }
    NameRun run = NameRun.at(scan, i);
    if (run.parts() == 0 || run.parts() > 4 || scan.is(run.end(), Lexicon.LEGAL | Lexicon.FIRM)) {
      return i;
    }
    boolean moved = within(scan, i - 1, 4, Lexicon.MOVE);
    boolean called =
        scan.isOne(i - 1, "in") || scan.isOne(i - 2, KINDS) || scan.isOne(i - 1, KINDS);
    double base = called ? 0.62 : 0.45;
    base += moved ? 0.25 : 0;
    base -= run.given() && !moved ? 0.2 : 0;
    add(scan, i, run.end(), Math.min(base, 0.8), found);
    return run.end();
  }

  private static boolean within(Scan scan, int from, int words, int bits) {
    for (int i = from; i > from - words && i >= 0; i--) {
      if (scan.is(i, bits)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLed(Scan scan, int i) {
    if (!scan.isJoined(i - 1)) {
      return false;
    }
    if (scan.isOne(i - 1, KINDS) && !scan.isCapital(i - 1)) {
      return true;
    }
    if (scan.isOne(i - 1, "in", "from", "near", "aus", "nach", "toward", "towards")) {
      return true;
    }
    if (scan.isOne(
        i - 1, "to", "of", "at", "bei", "um", "around", "across", "visit", "visited", "leaving",
        "through")) {
      return scan.isOne(
              i - 2,
              "university",
              "city",
              "town",
              "village",
              "outskirts",
              "mayor",
              "north",
              "south",
              "east",
              "west",
              "raum")
          || within(scan, i - 1, 4, Lexicon.MOVE);
    }
    return false;
  }

  static void add(Scan scan, int from, int to, double confidence, Candidates found) {
    if (!found.takes(IdentifierKind.PLACE, confidence)) {
      return;
    }
    int start = scan.start(from);
    int end = scan.end(to - 1);
    found.add(
        IdentifierKind.PLACE,
        start,
        end,
        Normalised.name(scan.text.substring(start, end)),
        confidence);
  }
}
