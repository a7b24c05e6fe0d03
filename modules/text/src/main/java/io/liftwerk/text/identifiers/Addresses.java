package io.liftwerk.text.identifiers;

import io.liftwerk.text.IdentifierKind;
import io.liftwerk.text.Normalised;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Postal addresses: street and house number in the order of many countries, flat and box, and
 * behind them postcode and town.
 */
final class Addresses implements Finder {
  private static final Pattern MILITARY =
      Pattern.compile(
          "(?i)(?:PSC \\d+,? Box \\d+|Unit \\d+,? Box \\d+|US[A-Z]{2,3} \\p{L}+)\\s+(?:APO|FPO|DPO)"
              + " A[AEP] \\d{5}");
  private static final Pattern BOX =
      Pattern.compile("(?i)(?:P\\.? ?O\\.? ?Box|Postfach|Box) ?\\d{1,6}(?: ?\\d{2,3})?");

  /** Ends of street names that are one word with it. */
  private static final String[] STREET_ENDS = {
    "strasse",
    "strase",
    "str",
    "gasse",
    "allee",
    "platz",
    "weg",
    "ring",
    "ufer",
    "damm",
    "steig",
    "chaussee",
    "promenade",
    "markt",
    "graben",
    "gatan",
    "vagen",
    "vej",
    "gade",
    "veien",
    "vegen",
    "gata",
    "stien",
    "straede",
    "straat",
    "laan",
    "plein",
    "kade",
    "gracht",
    "dreef",
    "singel",
    "tie",
    "katu",
    "kuja",
    "polku",
    "kaari",
    "tanav",
    "puiestee",
    "straeti",
    "braut",
    "vegur",
    "gotu",
    "gerdi",
    "hagi",
    "backen",
    "stigen",
    "torget",
    "bakken",
    "vangen",
    "toften",
    "parken",
    "haven",
    "alle",
    "ulica",
    "straße",
    "veg",
    "stigur",
    "holt",
    "teigur",
    "skogen",
    "lunden",
    "kroken",
    "stubben",
    "hof",
    "rain",
    "berg",
    "feld",
    "wiese"
  };

  @Override
  public void find(Scan scan, Candidates found) {
    if (!found.wants(IdentifierKind.ADDRESS, IdentifierKind.POSTCODE, IdentifierKind.PLACE)) {
      return;
    }
    int i = 0;
    while (i < scan.count()) {
      int end = at(scan, i, found);
      i = Math.max(end, i + 1);
    }
  }

  /** Looks for an address that begins at word {@code i}; returns the word behind it. */
  private static int at(Scan scan, int i, Candidates found) {
    boolean digits = scan.hasDigit(i);
    if (!digits && !scan.isCapital(i) && !scan.is(i, Lexicon.UNIT | Lexicon.STREET_FIRST)) {
      return i;
    }
    int military = military(scan, i);
    if (military > i) {
      return add(scan, i, military, 0.9, found);
    }
    Part street = street(scan, i);
    if (street == null) {
      int unit = unit(scan, i);
      return unit > i ? unitAlone(scan, i, unit, found) : i;
    }
    int from = i;
    // a number of its own before a street that has one is part of the address
    int end = behind(scan, street.end());
    add(scan, from, end, street.confidence(), found);
    return town(scan, end, found);
  }

  private record Part(int end, double confidence) {}

  private static @Nullable Part street(Scan scan, int i) {
    if (scan.isDigits(i) && scan.length(i) <= 6) {
      Part led = numberFirst(scan, i);
      if (led != null) {
        return led;
      }
    }
    return scan.isDigits(i) ? null : numberLast(scan, i);
  }

  /** 24 Clarke Avenue; 26 rue des Lilas; 583 Magrethevej 298. */
  private static @Nullable Part numberFirst(Scan scan, int i) {
    if (!scan.isJoined(i) || Numbers.joinsNumber(scan.text, scan.start(i))) {
      return null;
    }
    int next = i + 1;
    if (scan.isDigits(next) && scan.length(next) <= 5 && scan.isJoined(next)) {
      next++;
    }
    Part last = numberLast(scan, next);
    if (last != null) {
      return new Part(last.end(), Math.max(0.75, last.confidence()));
    }
    if (scan.is(next, Lexicon.STREET_FIRST) && !scan.is(next, Lexicon.STREET)) {
      int end = words(scan, next + 1, 5);
      return end > next + 1 ? new Part(end, 0.75) : null;
    }
    int end = words(scan, next, 4);
    for (int k = next + 1; k < end + 1 && k < scan.count(); k++) {
      boolean type = scan.is(k, Lexicon.STREET) && (k < end || scan.isJoined(k - 1));
      if (type && (scan.isCapital(k) || scan.isOne(k, "str", "st", "street"))) {
        int after = k + 1;
        return new Part(after, 0.85);
      }
    }
    return null;
  }

  /** Hauptstraße 5a; Via Roma 71; Puruntie 82; ul. Cicha 86. */
  private static @Nullable Part numberLast(Scan scan, int i) {
    int name = i;
    boolean first = scan.is(i, Lexicon.STREET_FIRST) && scan.isDotted(i);
    if (first) {
      name++;
    } else if (!scan.isCapital(i)) {
      return null;
    }
    int end = words(scan, name, first ? 5 : 4);
    int number = end;
    boolean typed = first || (end > i && isStreetWord(scan, end - 1));
    if (end == name && !(end > i && typed)) {
      return null;
    }
    // Erzsébet tér 19.; Piroska u. 97.
    if (scan.is(number, Lexicon.STREET) && scan.isJoined(number - 1) && !scan.hasDigit(number)) {
      typed = true;
      number++;
    }
    boolean joined =
        number > i
            && number < scan.count()
            && (scan.isJoined(number - 1) || scan.gap(number - 1).equals(". "))
            && isHouse(scan, number);
    if (!joined) {
      return null;
    }
    if (typed) {
      boolean sure = !scan.is(i, Lexicon.COMMON | Lexicon.UNIT) || first;
      return new Part(house(scan, number), sure ? 0.85 : 0.7);
    }
    return unnamed(scan, i, end, number);
  }

  /** A word and a number where an address is spoken of, or between two numbers. */
  private static @Nullable Part unnamed(Scan scan, int i, int end, int number) {
    boolean plain = end - i <= 3 && NameRun.isName(scan, i) && !scan.is(i, Lexicon.UNIT);
    if (!plain || scan.is(number + 1, Lexicon.MONTH)) {
      return null;
    }
    boolean numbered = scan.isDigits(i - 1) && scan.isJoined(i - 1);
    boolean spoken = isSpokenOf(scan, i);
    return numbered || spoken ? new Part(house(scan, number), numbered ? 0.7 : 0.6) : null;
  }

  private static boolean isSpokenOf(Scan scan, int i) {
    for (int k = i - 1; k >= 0 && k > i - 6; k--) {
      if (scan.isOne(
          k,
          "address",
          "adresse",
          "anschrift",
          "located",
          "lives",
          "wohnt",
          "wohne",
          "wohnhaft",
          "lived",
          "sent",
          "arrived",
          "corner",
          "lieferadresse",
          "moved",
          "station",
          "residence",
          "residing",
          "offices")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStreetWord(Scan scan, int i) {
    if (scan.is(i, Lexicon.STREET)) {
      return true;
    }
    for (String end : STREET_ENDS) {
      if (scan.length(i) > end.length() + 1 && scan.endsWith(i, end)) {
        return !scan.is(i, Lexicon.COMMON) && !scan.is(i, Lexicon.PLACE);
      }
    }
    return false;
  }

  /** Where the words of a street's name from {@code i} on end, at most {@code most} of them. */
  private static int words(Scan scan, int i, int most) {
    int end = i;
    while (end < scan.count() && end - i < most && !scan.hasDigit(end)) {
      boolean capital = scan.isCapital(end);
      boolean particle =
          end > i
              && scan.isOne(
                  end, "de", "la", "le", "des", "du", "den", "der", "dem", "am", "do", "da", "dos",
                  "del", "di", "of", "the", "van", "von", "und", "alten", "les", "zur", "zum",
                  "im");
      if (!capital && !particle) {
        break;
      }
      if (end > i && !(scan.isDotted(end - 1))) {
        break;
      }
      if (end > i && scan.is(end, Lexicon.UNIT) || scan.is(end, Lexicon.MONTH | Lexicon.WEEKDAY)) {
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
        && "%€$".indexOf(scan.after(i)) < 0
        && scan.after(i) != ':';
  }

  /** Past {@code 5}, {@code 5 a}, {@code 5-7}. */
  private static int house(Scan scan, int i) {
    int end = i + 1;
    String gap = end < scan.count() ? scan.gap(i) : "";
    if (gap.equals(" ")
        && scan.length(end) == 1
        && !scan.hasDigit(end)
        && scan.text.charAt(scan.start(end)) >= 'a'
        && scan.text.charAt(scan.start(end)) <= 'h'
        && !scan.isOne(end, "a")) {
      return end + 1;
    }
    boolean range = gap.equals("-") || gap.equals("–") || gap.equals("/");
    return range && scan.hasDigit(end) && scan.length(end) <= 4 ? end + 1 : end;
  }

  /** Past flats and boxes behind a street. */
  private static int behind(Scan scan, int i) {
    int end = i;
    while (end < scan.count()) {
      String gap = scan.gap(end - 1);
      boolean near = gap.length() <= 8 && gap.chars().allMatch(c -> " ,.\n\r>\t".indexOf(c) >= 0);
      int unit = near ? unit(scan, end) : end;
      if (unit == end) {
        return end;
      }
      end = unit;
    }
    return end;
  }

  /** Past {@code Apt. 123}, {@code Suite 5}, or {@code i}. */
  private static int unit(Scan scan, int i) {
    boolean unit = scan.is(i, Lexicon.UNIT) && scan.isDotted(i) && scan.hasDigit(i + 1);
    if (unit && scan.length(i + 1) <= 6) {
      return i + 2;
    }
    Matcher box =
        BOX.matcher(scan.text)
            .region(scan.start(i), Math.min(scan.text.length(), scan.start(i) + 24))
            .useTransparentBounds(true);
    boolean mayBe = scan.isOne(i, "p", "po", "postfach", "box");
    return mayBe && box.lookingAt() ? wordBehind(scan, i, box.end()) : i;
  }

  private static int unitAlone(Scan scan, int i, int end, Candidates found) {
    int last = behind(scan, end);
    // a suite's number may stand before the street's
    String gap = last < scan.count() ? scan.gap(last - 1) : "";
    if (gap.equals(" ") || gap.equals(", ")) {
      Part street = street(scan, last);
      if (street != null) {
        int all = behind(scan, street.end());
        add(scan, i, all, street.confidence(), found);
        return town(scan, all, found);
      }
    }
    boolean certain = scan.isOne(i, "apt", "apartment", "suite", "postfach", "p", "po");
    add(scan, i, last, certain ? 0.7 : 0.3, found);
    return last;
  }

  private static int military(Scan scan, int i) {
    if (!scan.isOne(i, "psc", "unit") && !scan.text.startsWith("US", scan.start(i))) {
      return i;
    }
    Matcher matcher =
        MILITARY
            .matcher(scan.text)
            .region(scan.start(i), Math.min(scan.text.length(), scan.start(i) + 64));
    return matcher.lookingAt() ? wordBehind(scan, i, matcher.end()) : i;
  }

  private static int wordBehind(Scan scan, int i, int end) {
    int next = i;
    while (next < scan.count() && scan.start(next) < end) {
      next++;
    }
    return next;
  }

  /** Postcode and town, or town and country, behind the street; returns the word behind them. */
  private static int town(Scan scan, int i, Candidates found) {
    if (i >= scan.count() || !isNear(scan, i - 1)) {
      return i;
    }
    int next = i;
    if (scan.isDigits(next) && scan.length(next) >= 4 && scan.length(next) <= 5) {
      postcode(scan, next, next + 1, found);
      next++;
      if (next >= scan.count() || !isNear(scan, next - 1)) {
        return next;
      }
    }
    for (int lines = 0; lines < 3 && next < scan.count(); lines++) {
      int end = townWords(scan, next);
      if (end == next) {
        break;
      }
      Places.add(scan, next, end, 0.72, found);
      next = end;
      if (next >= scan.count() || !isNear(scan, next - 1)) {
        return next;
      }
      if (scan.isDigits(next) && scan.length(next) >= 3 && scan.length(next) <= 5) {
        postcode(scan, next, next + 1, found);
        return next + 1;
      }
    }
    return next;
  }

  private static int townWords(Scan scan, int i) {
    int end = i;
    while (end < scan.count()
        && end - i < 4
        && (scan.isCapital(end) || (end > i && NameRun.isParticle(scan, end)))
        && !scan.hasDigit(end)
        && !scan.is(end, Lexicon.ENGLISH | Lexicon.TITLE | Lexicon.GREET)
        && (end == i || scan.isDotted(end - 1))) {
      end++;
    }
    while (end > i && !scan.isCapital(end - 1)) {
      end--;
    }
    boolean sentence = scan.is(i, Lexicon.COMMON) && end - i == 1;
    return sentence ? i : end;
  }

  private static boolean isNear(Scan scan, int i) {
    String gap = scan.gap(i);
    return gap.length() <= 10
        && !gap.isEmpty()
        && gap.chars().allMatch(c -> " ,\n\r>\t".indexOf(c) >= 0)
        && gap.indexOf("\n\n") < 0;
  }

  private static void postcode(Scan scan, int from, int to, Candidates found) {
    found.add(
        IdentifierKind.POSTCODE, scan.start(from), scan.end(to - 1), scan.word(from, to), 0.7);
  }

  private static int add(Scan scan, int from, int to, double confidence, Candidates found) {
    int start = scan.start(from);
    int end = scan.end(to - 1);
    found.add(
        IdentifierKind.ADDRESS,
        start,
        end,
        Normalised.address(scan.text.substring(start, end)),
        confidence);
    return to;
  }
}
