package io.liftwerk.text.identifiers;

import org.jspecify.annotations.Nullable;

/** Streets with their house number, in the order of many countries. */
final class Streets {
  /** Ends of street names that are one word with it. */
  private static final String[] ENDS =
      ("strasse strase str gasse allee platz weg ring ufer damm steig chaussee promenade markt"
              + " graben hof rain berg feld wiese gatan vagen stigen backen torget garden vej gade"
              + " alle straede haven bakken toften parken veien vegen gata stien veg lunden kroken"
              + " skogen straat laan plein kade gracht dreef singel tie katu kuja polku kaari tanav"
              + " puiestee braut vegur straeti gata gotu stigur holt ulica")
          .split(" ");

  private static final String[] INNER =
      "de la le les des du den der dem am do da dos del di of the van von und alten zur zum im"
          .split(" ");

  private static final String[] SPEAKS =
      ("address adresse anschrift located lives wohnt wohne wohnhaft lived sent arrived corner"
              + " lieferadresse moved station residence residing offices")
          .split(" ");

  /**
   * A street.
   *
   * @param end index of the word behind it
   */
  record Street(int end, double confidence) {}

  private Streets() {}

  /** The street that begins at word {@code i}, with or without a number first, or null. */
  static @Nullable Street at(Scan scan, int i) {
    if (!scan.isDigits(i)) {
      return numberLast(scan, i);
    }
    return scan.length(i) <= 6 ? numberFirst(scan, i) : null;
  }

  /** 24 Clarke Avenue; 26 rue des Lilas; 583 Magrethevej 298. */
  private static @Nullable Street numberFirst(Scan scan, int i) {
    if (!scan.isJoined(i) || Numbers.joinsNumber(scan.text, scan.start(i))) {
      return null;
    }
    int next = i + 1;
    if (scan.isDigits(next) && scan.length(next) <= 5 && scan.isJoined(next)) {
      next++;
    }
    Street last = numberLast(scan, next);
    if (last != null) {
      return new Street(last.end(), Math.max(0.75, last.confidence()));
    }
    if (scan.is(next, Lexicon.STREET_FIRST) && !scan.is(next, Lexicon.STREET)) {
      int end = romance(scan, next + 1, 5);
      return end > next + 1 ? new Street(end, 0.88) : null;
    }
    return english(scan, next);
  }

  private static @Nullable Street english(Scan scan, int next) {
    int end = words(scan, next, 4);
    for (int k = next + 1; k <= end && k < scan.count(); k++) {
      boolean type = scan.is(k, Lexicon.STREET) && (k < end || scan.isJoined(k - 1));
      if (type
          && !scan.is(k, Lexicon.ENGLISH | Lexicon.GERMAN)
          && (scan.isCapital(k) || scan.isOne(k, "str", "st", "street"))) {
        return new Street(k + 1, 0.88);
      }
    }
    if (end < scan.count() && end > next && scan.is(end - 1, Lexicon.STREET_FIRST)) {
      return end - next > 1 ? new Street(end, 0.8) : null;
    }
    return null;
  }

  /** Hauptstraße 5a; Via Roma 71; Puruntie 82; ul. Cicha 86. */
  private static @Nullable Street numberLast(Scan scan, int i) {
    boolean first = scan.is(i, Lexicon.STREET_FIRST) && scan.isDotted(i);
    if (!first && !scan.isCapital(i)) {
      return null;
    }
    int name = first ? i + 1 : i;
    int end = first ? romance(scan, name, 5) : words(scan, name, 4);
    if (end == name) {
      return null;
    }
    // "Platz 3" alone is a seat, "Am Platz 3" an address
    boolean bare = end - name == 1 && scan.is(end - 1, Lexicon.STREET);
    boolean typed = first || (!bare && isStreetWord(scan, end - 1));
    int number = end;
    // Erzsébet tér 19.; Piroska u. 97.
    if (scan.is(number, Lexicon.STREET) && scan.isJoined(number - 1)) {
      typed = true;
      number++;
    }
    boolean joined = scan.isJoined(number - 1) || scan.isGap(number - 1, ". ");
    if (number >= scan.count() || !joined || !isHouse(scan, number)) {
      return null;
    }
    if (typed) {
      boolean sure = first || !scan.is(i, Lexicon.COMMON | Lexicon.UNIT);
      return new Street(house(scan, number), sure ? 0.88 : 0.7);
    }
    return unnamed(scan, i, end, number);
  }

  /** A word and a number where an address is spoken of, after a number, or before a flat. */
  private static @Nullable Street unnamed(Scan scan, int i, int end, int number) {
    boolean plain = end - i <= 3 && NameRun.isName(scan, i);
    if (!plain || scan.isGerman() && !isSpokenOf(scan, i) || scan.is(number + 1, Lexicon.MONTH)) {
      return null;
    }
    boolean numbered = scan.isDigits(i - 1) && scan.isJoined(i - 1);
    int behind = house(scan, number);
    boolean flat = isBeforeUnit(scan, words(scan, behind, 3));
    if (!numbered && !flat && !isSpokenOf(scan, i)) {
      return null;
    }
    return new Street(behind, numbered || flat ? 0.72 : 0.6);
  }

  private static boolean isBeforeUnit(Scan scan, int i) {
    return scan.is(i, Lexicon.UNIT) && scan.hasDigit(i + 1);
  }

  private static boolean isSpokenOf(Scan scan, int i) {
    for (int k = i - 1; k >= 0 && k > i - 6; k--) {
      if (scan.isOne(k, SPEAKS)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStreetWord(Scan scan, int i) {
    if (scan.is(i, Lexicon.STREET)) {
      return true;
    }
    for (String end : ENDS) {
      if (scan.length(i) > end.length() + 1 && scan.endsWith(i, end)) {
        return !scan.is(i, Lexicon.COMMON | Lexicon.PLACE);
      }
    }
    return false;
  }

  /** As {@link #words}, and up to two words in lower case may come first: rue des grands hommes. */
  private static int romance(Scan scan, int i, int most) {
    int from = i;
    while (from < i + 2 && from < scan.count() && !scan.hasDigit(from) && !scan.isCapital(from)) {
      if (!scan.isJoined(from)) {
        return i;
      }
      from++;
    }
    int end = words(scan, from, most);
    return end > from ? end : i;
  }

  /** Where the words of a street's name from {@code i} on end, at most {@code most} of them. */
  static int words(Scan scan, int i, int most) {
    int end = i;
    while (end < scan.count() && end - i < most && !scan.hasDigit(end)) {
      boolean inner = end > i && scan.isOne(end, INNER);
      boolean apart = end > i && !scan.isDotted(end - 1);
      boolean other = scan.is(end, Lexicon.MONTH | Lexicon.WEEKDAY | Lexicon.UNIT);
      if ((!scan.isCapital(end) && !inner) || apart || other) {
        break;
      }
      end++;
    }
    while (end > i && !scan.isCapital(end - 1)) {
      end--;
    }
    return end;
  }

  private static boolean isHouse(Scan scan, int i) {
    return scan.hasDigit(i)
        && scan.length(i) <= 5
        && Character.isDigit(scan.text.charAt(scan.start(i)))
        && !Numbers.joinsAfter(scan.text, scan.end(i))
        && "%€$:".indexOf(scan.after(i)) < 0;
  }

  /** Past {@code 5}, {@code 5 b}, {@code 5-7}. */
  private static int house(Scan scan, int i) {
    int end = i + 1;
    if (end >= scan.count()) {
      return end;
    }
    String gap = scan.gap(i);
    char letter = scan.text.charAt(scan.start(end));
    if (gap.equals(" ") && scan.length(end) == 1 && letter >= 'b' && letter <= 'h') {
      return end + 1;
    }
    boolean range = gap.equals("-") || gap.equals("–") || gap.equals("/");
    return range && scan.hasDigit(end) && scan.length(end) <= 4 ? end + 1 : end;
  }
}
