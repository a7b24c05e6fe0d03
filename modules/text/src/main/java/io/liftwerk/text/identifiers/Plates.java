package io.liftwerk.text.identifiers;

import io.liftwerk.text.IdentifierKind;
import io.liftwerk.text.lookup.ResourceLists;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** German number plates: district, one or two letters, up to four digits, E or H behind. */
final class Plates implements Finder {
  private static final Pattern PLATE =
      Pattern.compile(
          "(?i)([A-ZÄÖÜ]{1,3})([ -])([A-Z]{1,2})["
              + " -]?([1-9]\\d{0,3})([EH])?(?![\\p{L}\\d]|[.,]\\d)");
  private static final Set<String> DISTRICTS = new HashSet<>();

  static {
    ResourceLists.read("identifiers/districts.txt", (section, code) -> DISTRICTS.add(code));
  }

  @Override
  public void find(Scan scan, Candidates found) {
    if (!found.wants(IdentifierKind.DE_NUMBER_PLATE)) {
      return;
    }
    for (int i : scan.marks()) {
      boolean digits = i > 0 && scan.hasDigit(i) && scan.length(i) <= 7;
      if (digits && scan.start(i) - scan.end(i - 1) <= 1) {
        before(scan, i, found);
      }
    }
  }

  /** Looks where the letters before the digits begin: one word or two. */
  private static void before(Scan scan, int i, Candidates found) {
    for (int first = Math.max(0, i - 2); first < i; first++) {
      if (!mayBegin(scan, first, i)) {
        continue;
      }
      int start = scan.start(first);
      Matcher matcher =
          PLATE
              .matcher(scan.text)
              .region(start, Math.min(scan.text.length(), start + 14))
              .useTransparentBounds(true);
      if (matcher.lookingAt() && matcher.end() >= scan.end(i)) {
        double confidence = confidence(scan, matcher);
        String value = matcher.group().replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        found.add(IdentifierKind.DE_NUMBER_PLATE, start, matcher.end(), value, confidence);
        return;
      }
    }
  }

  /** Letters, a sign, letters: in one word with a hyphen, or in two, the latter before digits. */
  private static boolean mayBegin(Scan scan, int first, int digits) {
    if (scan.length(first) > 6 || scan.hasDigit(first)) {
      return false;
    }
    if (first == digits - 2) {
      return scan.length(first) <= 3 && scan.length(first + 1) <= 2;
    }
    boolean letters = !Character.isDigit(scan.text.charAt(scan.start(digits)));
    return letters || scan.word(first, digits).indexOf('-') > 0;
  }

  private static double confidence(Scan scan, Matcher plate) {
    boolean district = DISTRICTS.contains(plate.group(1).toUpperCase(Locale.ROOT));
    boolean upper = plate.group().equals(plate.group().toUpperCase(Locale.ROOT));
    boolean called = scan.speaksOf(IdentifierKind.DE_NUMBER_PLATE, plate.start(), plate.end());
    if (called) {
      return district ? upper ? 0.92 : 0.7 : 0.5;
    }
    // M-XL 42 is a size, and GA 4 a tool
    boolean telling = plate.group(4).length() >= 3 && plate.group(2).equals("-");
    return district && upper && telling ? 0.5 : 0.2;
  }
}
