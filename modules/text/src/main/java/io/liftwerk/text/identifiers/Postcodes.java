package io.liftwerk.text.identifiers;

import io.liftwerk.text.IdentifierKind;

/** Postcodes: German ones by their five digits, others where a word or a town says so. */
final class Postcodes implements Finder {
  @Override
  public void find(Scan scan, Candidates found) {
    if (!found.wants(IdentifierKind.POSTCODE)) {
      return;
    }
    for (int i : scan.marks()) {
      if (scan.hasDigit(i) && scan.length(i) >= 3 && scan.length(i) <= 5) {
        at(scan, i, found);
      }
    }
  }

  private static void at(Scan scan, int i, Candidates found) {
    String text = scan.text;
    int start = scan.start(i);
    int end = scan.end(i);
    boolean joined = Numbers.joinsNumber(text, start) && text.charAt(start - 1) != ',';
    if (!scan.isDigits(i) || joined || Numbers.joinsAfter(text, end) && text.charAt(end) != '-') {
      return;
    }
    boolean called = scan.speaksOf(IdentifierKind.POSTCODE, start, end);
    String number = text.substring(start, end);
    boolean german = number.length() == 5 && isGerman(number);
    if (called) {
      int to = extension(scan, i);
      add(scan, i, to, 0.8, found);
    } else if (german && isBeforeTown(scan, i)) {
      add(scan, i, i + 1, 0.65, found);
    } else if (number.length() == 4 && isBeforeTown(scan, i) && isCountry(scan, i)) {
      add(scan, i, i + 1, 0.65, found);
    } else if (number.length() == 5 && isAfterState(scan, i)) {
      add(scan, i, i + 1, 0.6, found);
    } else if (number.length() > 3 && isAfterTown(scan, i)) {
      add(scan, i, i + 1, 0.55, found);
    } else if (german) {
      add(scan, i, i + 1, 0.1, found);
    }
  }

  /** From 01001 to 99998 (Deutsche Post). */
  static boolean isGerman(String number) {
    int code = Integer.parseInt(number);
    return code >= 1001 && code <= 99998;
  }

  private static boolean isBeforeTown(Scan scan, int i) {
    return scan.isJoined(i)
        && scan.isCapital(i + 1)
        && (scan.is(i + 1, Lexicon.PLACE | Lexicon.PLACE_OR_WORD)
            || scan.phrase(i + 1, Lexicon.PLACE | Lexicon.PLACE_OR_WORD) > 0);
  }

  /** A-1010, CH-8001, or after a comma. */
  private static boolean isCountry(Scan scan, int i) {
    return scan.isOne(i - 1, "a", "ch", "l", "fl") || scan.isGap(i - 1, ", ");
  }

  /** In Leiria 2410: behind one to three words that "in" leads to. */
  private static boolean isAfterTown(Scan scan, int i) {
    int from = i;
    while (from > i - 3 && scan.isCapital(from - 1) && scan.isJoined(from - 1)) {
      from--;
    }
    return from < i
        && scan.isOne(from - 1, "in", "from")
        && !scan.is(i - 1, Lexicon.MONTH | Lexicon.COMMON)
        && !scan.isCapital(from - 1);
  }

  private static boolean isAfterState(Scan scan, int i) {
    return scan.isJoined(i - 1)
        && scan.isUpper(i - 1)
        && scan.length(i - 1) == 2
        && (scan.isGap(i - 2, ", ") || scan.isJoined(i - 2));
  }

  /** Past {@code 3610-114}, {@code 840 24}, {@code 12345-6789}. */
  private static int extension(Scan scan, int i) {
    String gap = i + 1 < scan.count() ? scan.gap(i) : "";
    boolean more =
        scan.isDigits(i + 1)
            && (gap.equals("-") || (gap.equals(" ") && scan.length(i) == 3))
            && scan.length(i + 1) <= 4;
    return more ? i + 2 : i + 1;
  }

  private static void add(Scan scan, int from, int to, double confidence, Candidates found) {
    found.add(
        IdentifierKind.POSTCODE,
        scan.start(from),
        scan.end(to - 1),
        scan.word(from, to).replace(" ", ""),
        confidence);
  }
}
