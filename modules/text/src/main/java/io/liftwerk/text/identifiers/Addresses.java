package io.liftwerk.text.identifiers;

import io.liftwerk.text.IdentifierKind;
import io.liftwerk.text.Normalised;
import io.liftwerk.text.identifiers.Streets.Street;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Postal addresses: the street, the flat, and what follows them. Within a sentence or a line all of
 * it is one address as soon as a postcode or a country belongs to it; in a letter's head, where
 * each line stands by itself, postcode and place are found as what they are.
 */
final class Addresses implements Finder {
  private static final Pattern MILITARY =
      Pattern.compile(
          "(?i)(?:PSC \\d+,? Box \\d+|Unit \\d+,? Box \\d+|US[A-Z]{2,3} \\p{L}+)"
              + "\\s+(?:APO|FPO|DPO) A[AEP] \\d{5}");
  private static final Pattern BOX =
      Pattern.compile("(?i)(?:P\\.? ?O\\.? ?Box|Postfach|Box) ?\\d{1,6}(?: ?\\d{2,3}\\b)?");

  @Override
  public void find(Scan scan, Candidates found) {
    if (!found.wants(IdentifierKind.ADDRESS, IdentifierKind.POSTCODE, IdentifierKind.PLACE)) {
      return;
    }
    int i = 0;
    while (i < scan.count()) {
      i = Math.max(at(scan, i, found), i + 1);
    }
  }

  /** Looks for an address that begins at word {@code i}; returns the word behind it. */
  private static int at(Scan scan, int i, Candidates found) {
    boolean capital = scan.isCapital(i);
    if (!capital && !scan.hasDigit(i) && !scan.is(i, Lexicon.UNIT | Lexicon.STREET_FIRST)) {
      return scan.isOne(i, "corner") ? corner(scan, i, found) : i;
    }
    if (!scan.isNumberWithin(i, 8)) {
      return i;
    }
    int military = military(scan, i);
    if (military > i) {
      return add(scan, i, military, 0.9, found);
    }
    Street street = Streets.at(scan, i);
    if (street != null) {
      return whole(scan, i, behind(scan, street.end()), street.confidence(), found);
    }
    int unit = unit(scan, scan.isDigits(i) && scan.isJoined(i) ? i + 1 : i);
    return unit > i + 1 ? unitFirst(scan, i, unit, found) : i;
  }

  /** A suite's number may stand before the street's. */
  private static int unitFirst(Scan scan, int i, int unit, Candidates found) {
    int last = behind(scan, unit);
    String gap = last < scan.count() ? scan.gap(last - 1) : "";
    Street street = gap.equals(" ") || gap.equals(", ") ? Streets.at(scan, last) : null;
    if (street != null) {
      return whole(scan, i, behind(scan, street.end()), street.confidence(), found);
    }
    boolean certain = scan.isOne(i, "apt", "apartment", "suite", "postfach", "p", "po");
    return whole(scan, i, last, certain || scan.isDigits(i) ? 0.7 : 0.3, found);
  }

  /** The corner of Hill Street and Rose Lane. */
  private static int corner(Scan scan, int i, Candidates found) {
    if (!scan.isOne(i + 1, "of") || !scan.isJoined(i)) {
      return i;
    }
    int and = i + 2;
    while (and < Math.min(scan.count(), i + 8) && !scan.isOne(and, "and", "und")) {
      and++;
    }
    int end = Streets.words(scan, and + 1, 3);
    if (!scan.isOne(and, "and", "und") || and == i + 2 || end == and + 1) {
      return i;
    }
    int from = scan.isOne(i - 1, "the") && scan.isJoined(i - 1) ? i - 1 : i;
    return add(scan, from, end, 0.92, found);
  }

  /** Past flats and boxes behind a street, and past a district between them. */
  private static int behind(Scan scan, int i) {
    int end = i;
    while (end < scan.count() && isNear(scan, end - 1)) {
      int unit = unit(scan, end);
      if (unit == end) {
        int district = Streets.words(scan, end, 3);
        unit = district < scan.count() && isNear(scan, district - 1) ? unit(scan, district) : end;
        if (unit <= district) {
          return end;
        }
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
    if (!scan.isOne(i, "p", "po", "postfach", "box")) {
      return i;
    }
    Matcher box = matcher(BOX, scan, i, 24);
    return box.lookingAt() ? wordBehind(scan, i, box.end()) : i;
  }

  private static int military(Scan scan, int i) {
    if (!scan.isOne(i, "psc", "unit") && !scan.text.startsWith("US", scan.start(i))) {
      return i;
    }
    Matcher matcher = matcher(MILITARY, scan, i, 64);
    return matcher.lookingAt() ? wordBehind(scan, i, matcher.end()) : i;
  }

  private static Matcher matcher(Pattern pattern, Scan scan, int i, int most) {
    int start = scan.start(i);
    return pattern
        .matcher(scan.text)
        .region(start, Math.min(scan.text.length(), start + most))
        .useTransparentBounds(true);
  }

  private static int wordBehind(Scan scan, int i, int end) {
    int next = i;
    while (next < scan.count() && scan.start(next) < end) {
      next++;
    }
    return next;
  }

  /** Adds the street and flat from {@code from} to {@code to} with the town behind them. */
  private static int whole(Scan scan, int from, int to, double confidence, Candidates found) {
    boolean head = scan.startsLine(from) || scan.before(from) == '\n';
    Town town = Town.behind(scan, to, head);
    boolean one = town.sameLine() || !head;
    if (one && town.isComplete()) {
      add(scan, from, town.end(), Math.max(confidence, 0.9), found);
      return town.end();
    }
    add(scan, from, to, confidence, found);
    town.add(scan, found);
    return Math.max(to, town.end());
  }

  /** Whether only blanks, commas, line ends and signs of quoting stand behind word {@code i}. */
  static boolean isNear(Scan scan, int i) {
    String gap = i + 1 < scan.count() ? scan.gap(i) : "";
    boolean near =
        !gap.isEmpty()
            && gap.length() <= 10
            && gap.chars().allMatch(c -> " ,.\n\r>\t\u00A0".indexOf(c) >= 0);
    // a full stop ends a sentence, unless the line goes on below it: tér 19.
    boolean stop = gap.startsWith(". ") && !scan.isOne(i, "str", "st", "ave", "rd");
    return near && !stop && !gap.contains("\n\n");
  }

  private static int add(Scan scan, int from, int to, double confidence, Candidates found) {
    int start = scan.start(from);
    int end = scan.end(to - 1);
    String value = Normalised.address(scan.text.substring(start, end));
    found.add(IdentifierKind.ADDRESS, start, end, value, confidence);
    return to;
  }
}
