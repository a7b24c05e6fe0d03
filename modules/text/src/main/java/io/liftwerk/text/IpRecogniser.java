package io.liftwerk.text;

import java.util.Objects;
import java.util.regex.Pattern;

/** Finds IPv4 and IPv6 addresses, with their prefix length and zone; not versions or times. */
final class IpRecogniser implements Recogniser {
  private static final Pattern VERSION =
      Pattern.compile(
          "(?:\\bv|\\bver\\.?|\\bversion(?:en|snummer)?|\\bbuild|\\brelease|\\bfirmware|\\brev\\.?"
              + "|\\bkapitel|\\babschnitt|\\bsection|\\bchapter|§|\\p{L}/)[\\s:]*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern ADDRESS_WORD =
      Pattern.compile("\\bip(?:[- ]?ad\\p{L}*)?\\W*$", Pattern.CASE_INSENSITIVE);

  @Override
  public PersonalKind kind() {
    return PersonalKind.IP;
  }

  @Override
  public void find(String text, Traits traits, Findings findings) {
    if (traits.colons() >= 2) {
      six(text, findings);
    }
    if (traits.dots() >= 3 && traits.digits() >= 4) {
      four(text, findings);
    }
  }

  private static void four(String text, Findings findings) {
    int i = 0;
    while (i < text.length()) {
      if (!isDigit(text.charAt(i))) {
        i++;
        continue;
      }
      int end = i;
      while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
        end++;
      }
      int last = end;
      while (last > i && text.charAt(last - 1) == '.') {
        last--;
      }
      int[] octets =
          last - i < 7 || last - i > 15 ? null : IpAddresses.four(text.substring(i, last));
      if (octets != null && isOpen(text, i) && isClosed(text, last)) {
        int to = prefix(text, last, 32);
        double confidence = confidence(text, i, octets);
        if (confidence > 0) {
          findings.add(PersonalKind.IP, i, to, Normalised.ip(text.substring(i, last)), confidence);
        }
      }
      i = end;
    }
  }

  private static double confidence(String text, int start, int[] octets) {
    String before = text.substring(Math.max(0, start - 20), start);
    if (ADDRESS_WORD.matcher(before).find()) {
      return 0.95;
    }
    if (VERSION.matcher(before).find()) {
      return 0;
    }
    // 1.2.3.4 is a heading more often than an address
    return octets[0] < 10 && octets[1] < 10 && octets[2] < 10 && octets[3] < 10 ? 0.4 : 0.9;
  }

  private static boolean isOpen(String text, int start) {
    if (start == 0) {
      return true;
    }
    char before = text.charAt(start - 1);
    return !Character.isLetterOrDigit(before) && before != '.' && before != '_' && before != '-';
  }

  private static boolean isClosed(String text, int end) {
    return end == text.length()
        || (!Character.isLetterOrDigit(text.charAt(end)) && text.charAt(end) != '_');
  }

  private static void six(String text, Findings findings) {
    int i = 0;
    while (i < text.length()) {
      if (!isPart(text.charAt(i))) {
        i++;
        continue;
      }
      int end = i;
      int colons = 0;
      while (end < text.length() && isPart(text.charAt(end))) {
        colons += text.charAt(end) == ':' ? 1 : 0;
        end++;
      }
      if (colons >= 2) {
        candidate(text, i, end, findings);
      }
      i = end;
    }
  }

  private static void candidate(String text, int from, int to, Findings findings) {
    int start = from;
    int end = to;
    while (end > start && text.charAt(end - 1) == '.') {
      end--;
    }
    if (end - start > 1 && text.charAt(end - 1) == ':' && text.charAt(end - 2) != ':') {
      end--;
    }
    if (end - start > 1 && text.charAt(start) == ':' && text.charAt(start + 1) != ':') {
      start++;
    }
    if (end - start < 3
        || (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1)))
        || (end < text.length() && Character.isLetterOrDigit(text.charAt(end)))) {
      return;
    }
    String address = text.substring(start, end);
    if (!looksLikeSix(address) || IpAddresses.eight(address) == null) {
      return;
    }
    int last = prefix(text, zone(text, end), 128);
    String value = Objects.requireNonNull(IpAddresses.canonical(address));
    findings.add(PersonalKind.IP, start, last, value, 0.9);
  }

  /** Times, MAC addresses and names in programs have colons too. */
  private static boolean looksLikeSix(String address) {
    boolean digit = false;
    boolean wide = address.startsWith("::");
    boolean pairs = true;
    int groups = 0;
    int length = 0;
    for (int i = 0; i <= address.length(); i++) {
      char c = i < address.length() ? address.charAt(i) : ':';
      if (c == ':') {
        groups += length > 0 ? 1 : 0;
        wide |= length >= 3;
        pairs &= length == 2;
        length = 0;
      } else {
        digit |= isDigit(c);
        length++;
      }
    }
    return digit && !pairs && (wide || groups >= 3);
  }

  private static int zone(String text, int end) {
    if (end >= text.length() || text.charAt(end) != '%') {
      return end;
    }
    int last = end + 1;
    while (last < text.length() && Character.isLetterOrDigit(text.charAt(last))) {
      last++;
    }
    return last > end + 1 ? last : end;
  }

  /** Past {@code /24} if that is a prefix length of at most {@code longest} bits. */
  private static int prefix(String text, int end, int longest) {
    if (end >= text.length() || text.charAt(end) != '/') {
      return end;
    }
    int last = end + 1;
    int bits = 0;
    while (last < text.length() && isDigit(text.charAt(last)) && last < end + 5) {
      bits = bits * 10 + text.charAt(last) - '0';
      last++;
    }
    return last > end + 1 && bits <= longest && isClosed(text, last) ? last : end;
  }

  private static boolean isPart(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':' || c == '.';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
