package io.liftwerk.text.identifiers;

import io.liftwerk.text.IdentifierKind;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that authorities give out. Each begins at a word with digits; the shape of that word says
 * which are looked for.
 */
final class Numbers implements Finder {
  private static final Pattern SSN =
      Pattern.compile("(?:\\d{3}([-. ])\\d{2}\\1\\d{4})(?![\\w]|[-.]\\d)");
  private static final Pattern HALF =
      Pattern.compile("(?:\\d{3}-\\d{6}|\\d{5}-\\d{4})(?![\\w]|[-.]\\d)");
  private static final Pattern TAX =
      Pattern.compile("(?:\\d{3}/\\d{3}/\\d{5}|\\d{2,3}/\\d{3,4}/\\d{4,5})(?![\\w/])");
  private static final Pattern SPACED_VAT =
      Pattern.compile("(?i)DE[ .-]?\\d{3}[ .-]?\\d{3}[ .-]?\\d{3}(?![\\w])");
  private static final Pattern REGISTER = Pattern.compile("(?i)HR[AB]\\s?\\d{1,6}(?![\\w])");
  private static final Pattern MAC =
      Pattern.compile(
          "(?:[0-9A-Fa-f]{2}(?:(?::[0-9A-Fa-f]{2}){5}|(?:-[0-9A-Fa-f]{2}){5})"
              + "|[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4})(?![\\w:.-]*[0-9A-Fa-f]{2}:|\\w)");
  private static final Pattern LICENCE =
      Pattern.compile("(?:[A-Z]{1,2}\\d{3,8}|\\d{7,10}|[A-Z]\\d{12,14})(?!\\w)");

  @Override
  public void find(Scan scan, Candidates found) {
    for (int i : scan.marks()) {
      if (scan.hasDigit(i)) {
        at(scan, i, found);
        if (i > 0 && scan.length(i - 1) < 4 && scan.isOne(i - 1, "de", "hra", "hrb")) {
          lettered(scan, i - 1, found);
        }
      }
    }
    if (scan.isPaired()) {
      for (int i = 0; i < scan.count(); i++) {
        if (!scan.hasDigit(i)) {
          mac(scan, i, found);
        }
      }
    }
  }

  private static void at(Scan scan, int i, Candidates found) {
    String text = scan.text;
    int start = scan.start(i);
    int end = scan.end(i);
    if (start > 0 && (text.charAt(start - 1) == '_' || text.charAt(start - 1) == '@')) {
      return;
    }
    boolean open = end == text.length() || text.charAt(end) != '_';
    int length = end - start;
    if (scan.isDigits(i)) {
      digits(scan, i, length, open, found);
    } else if (open) {
      mixed(scan, i, length, found);
    }
    if (length == 2 || length == 4) {
      mac(scan, i, found);
    }
  }

  private static void digits(Scan scan, int i, int length, boolean open, Candidates found) {
    String text = scan.text;
    int start = scan.start(i);
    int end = scan.end(i);
    char after = scan.after(i);
    if ((length == 2 || length == 3) && after == '/') {
      pattern(TAX, IdentifierKind.DE_TAX_NUMBER, scan, i, 0.5, 0.92, found);
    }
    if (length == 3 && "-. ".indexOf(after) >= 0 && !joinsNumber(text, start)) {
      american(SSN, 0.55, scan, i, found);
    }
    if ((length == 3 || length == 5) && after == '-' && !joinsNumber(text, start)) {
      american(HALF, 0.05, scan, i, found);
    }
    if (!open || joinsNumber(text, start) || joinsAfter(text, end)) {
      return;
    }
    String number = text.substring(start, end);
    switch (length) {
      case 9 -> nine(scan, i, number, found);
      case 11 -> {
        if (Checks.taxId(number)) {
          add(IdentifierKind.DE_TAX_ID, scan, i, number, 0.5, 0.95, found);
        }
      }
      case 13 -> {
        if (Checks.taxNumber(number)) {
          add(IdentifierKind.DE_TAX_NUMBER, scan, i, number, 0.2, 0.92, found);
        }
      }
      default -> {}
    }
    licence(scan, i, found);
  }

  private static void nine(Scan scan, int i, String number, Candidates found) {
    if (Checks.practice(number)) {
      add(IdentifierKind.DE_BSNR, scan, i, number, 0.2, 0.92, found);
    }
    if (Checks.doctor(number)) {
      add(IdentifierKind.DE_LANR, scan, i, number, 0.3, 0.93, found);
    }
    if (Checks.ssn(number)) {
      add(IdentifierKind.US_SSN, scan, i, number, 0.1, 0.92, found);
    }
    if (Checks.itin(number)) {
      add(IdentifierKind.US_ITIN, scan, i, number, 0.3, 0.92, found);
    }
  }

  private static void mixed(Scan scan, int i, int length, Candidates found) {
    if (length < 9 || length > 90) {
      if (length > 3 && length < 10) {
        pattern(REGISTER, IdentifierKind.DE_TRADE_REGISTER, scan, i, 0.85, 0.9, found);
      }
      licence(scan, i, found);
      return;
    }
    String raw = scan.word(i, i + 1);
    if (length > 12) {
      if (Wallets.isWallet(raw)) {
        found.add(IdentifierKind.CRYPTO, scan.start(i), scan.end(i), raw, 1);
      }
      licence(scan, i, found);
      return;
    }
    String number = raw.toUpperCase(Locale.ROOT);
    switch (length) {
      case 9 -> {
        boolean checked = Checks.document(number);
        boolean old = number.charAt(0) == 'T' && Checks.digits(number, 1, 9);
        if (checked || old) {
          add(IdentifierKind.DE_ID_CARD, scan, i, number, checked ? 0.4 : 0.3, 0.92, found);
        }
        if (checked) {
          add(IdentifierKind.DE_PASSPORT, scan, i, number, 0.39, 0.92, found);
        }
        pattern(REGISTER, IdentifierKind.DE_TRADE_REGISTER, scan, i, 0.85, 0.9, found);
      }
      case 10 -> {
        if (Checks.healthInsurance(number)) {
          add(IdentifierKind.DE_HEALTH_INSURANCE, scan, i, number, 0.55, 0.95, found);
        }
      }
      case 11 -> {
        if (Character.isLetter(number.charAt(1)) && Checks.digits(number, 2, 10)) {
          add(IdentifierKind.DE_DRIVING_LICENCE, scan, i, number, 0.3, 0.93, found);
        }
        vat(scan, i, found);
      }
      case 12 -> {
        if (Checks.pensionInsurance(number)) {
          add(IdentifierKind.DE_PENSION_INSURANCE, scan, i, number, 0.9, 0.98, found);
        }
      }
      default -> {}
    }
    licence(scan, i, found);
  }

  /** Numbers whose letters stand apart from their digits. */
  private static void lettered(Scan scan, int i, Candidates found) {
    if (scan.length(i) == 2) {
      vat(scan, i, found);
    } else {
      pattern(REGISTER, IdentifierKind.DE_TRADE_REGISTER, scan, i, 0.85, 0.9, found);
    }
  }

  private static void vat(Scan scan, int i, Candidates found) {
    int start = scan.start(i);
    Matcher matcher = matcher(SPACED_VAT, scan, start);
    if (!matcher.lookingAt()) {
      return;
    }
    String number = matcher.group().replaceAll("[ .-]", "").toUpperCase(Locale.ROOT);
    boolean checked = Checks.vatId(number);
    boolean called = scan.speaksOf(IdentifierKind.DE_VAT_ID, start, matcher.end());
    double confidence = checked ? called ? 0.98 : 0.9 : called ? 0.7 : 0.3;
    found.add(IdentifierKind.DE_VAT_ID, start, matcher.end(), number, confidence);
  }

  private static void american(Pattern pattern, double bare, Scan scan, int i, Candidates found) {
    Matcher matcher = matcher(pattern, scan, scan.start(i));
    if (!matcher.lookingAt()) {
      return;
    }
    String number = matcher.group().replaceAll("\\D", "");
    int end = matcher.end();
    if (Checks.ssn(number)) {
      add(IdentifierKind.US_SSN, scan, scan.start(i), end, number, bare, 0.92, found);
    }
    if (Checks.itin(number)) {
      add(IdentifierKind.US_ITIN, scan, scan.start(i), end, number, bare, 0.92, found);
    }
  }

  private static void licence(Scan scan, int i, Candidates found) {
    if (!found.wants(IdentifierKind.US_DRIVING_LICENCE)
        || !scan.speaksOf(IdentifierKind.US_DRIVING_LICENCE, scan.start(i), scan.end(i))) {
      return;
    }
    Matcher matcher = matcher(LICENCE, scan, scan.start(i));
    if (matcher.lookingAt()) {
      found.add(
          IdentifierKind.US_DRIVING_LICENCE, scan.start(i), matcher.end(), matcher.group(), 0.65);
    }
  }

  private static void mac(Scan scan, int i, Candidates found) {
    int start = scan.start(i);
    int end = scan.end(i);
    if (end >= scan.text.length() || ":-.".indexOf(scan.text.charAt(end)) < 0) {
      if (scan.length(i) != 17) {
        return;
      }
    }
    if (start > 0 && ":-.".indexOf(scan.text.charAt(start - 1)) >= 0) {
      return;
    }
    Matcher matcher = matcher(MAC, scan, start);
    if (!matcher.lookingAt()) {
      return;
    }
    String address = matcher.group().replaceAll("[:.-]", "").toLowerCase(Locale.ROOT);
    boolean nobody = address.equals("ffffffffffff") || address.equals("000000000000");
    if (!nobody) {
      double confidence = scan.speaksOf(IdentifierKind.MAC, start, matcher.end()) ? 0.95 : 0.7;
      found.add(IdentifierKind.MAC, start, matcher.end(), address, confidence);
    }
  }

  private static void pattern(
      Pattern pattern,
      IdentifierKind kind,
      Scan scan,
      int i,
      double bare,
      double called,
      Candidates found) {
    Matcher matcher = matcher(pattern, scan, scan.start(i));
    if (matcher.lookingAt() && !joinsNumber(scan.text, scan.start(i))) {
      String value = matcher.group().replaceAll("[\\s/]", "").toUpperCase(Locale.ROOT);
      add(kind, scan, scan.start(i), matcher.end(), value, bare, called, found);
    }
  }

  private static Matcher matcher(Pattern pattern, Scan scan, int start) {
    int end = Math.min(scan.text.length(), start + 48);
    return pattern.matcher(scan.text).region(start, end).useTransparentBounds(true);
  }

  private static void add(
      IdentifierKind kind,
      Scan scan,
      int i,
      String value,
      double bare,
      double called,
      Candidates found) {
    add(kind, scan, scan.start(i), scan.end(i), value, bare, called, found);
  }

  private static void add(
      IdentifierKind kind,
      Scan scan,
      int start,
      int end,
      String value,
      double bare,
      double called,
      Candidates found) {
    if (found.wants(kind)) {
      boolean speaks = scan.speaksOf(kind, start, end);
      found.add(kind, start, end, value, speaks ? called : bare);
    }
  }

  /** Whether the number goes on to the left: {@code 12-345}, {@code 3.14}. */
  static boolean joinsNumber(String text, int start) {
    if (start < 2 || "-./,:".indexOf(text.charAt(start - 1)) < 0) {
      return start > 0 && "#&=%$".indexOf(text.charAt(start - 1)) >= 0;
    }
    return Character.isDigit(text.charAt(start - 2));
  }

  static boolean joinsAfter(String text, int end) {
    return end + 1 < text.length()
        && "-./,:".indexOf(text.charAt(end)) >= 0
        && Character.isDigit(text.charAt(end + 1));
  }
}
