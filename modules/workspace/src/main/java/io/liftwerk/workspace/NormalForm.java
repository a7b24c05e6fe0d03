package io.liftwerk.workspace;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Normal forms of identifiers. They depend on no library whose next version could see things
 * otherwise: a pseudonym must be the same for ever.
 */
final class NormalForm {
  private static final String ITALY = "39";
  private static final int HEXTETS = 8;

  private NormalForm() {}

  /** Without blanks at the ends, and with one blank where there are several. */
  static String spaced(String value) {
    var text = new StringBuilder(value.length());
    boolean gap = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        gap = !text.isEmpty();
      } else {
        if (gap) {
          text.append(' ');
          gap = false;
        }
        text.append(c);
      }
    }
    return text.toString();
  }

  static String email(String value) {
    String text = value.strip();
    if (isPlainAscii(text)) {
      text = text.toLowerCase(Locale.ROOT);
    } else {
      text = Normalizer.normalize(spaced(text), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
    if (text.startsWith("mailto:")) {
      text = text.substring("mailto:".length());
    }
    return text.startsWith("<") && text.endsWith(">") && text.length() > 2
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static boolean isPlainAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  /**
   * Digits behind a plus. {@code 0049 …} and {@code +49 (0) …} are international, a single zero
   * stands for the country's own numbers (Italian ones keep it, ITU-T E.123). What holds no digit
   * is compared as a word.
   */
  static String phone(String value, String callingCode) {
    String text = value.replace("(0)", "");
    var digits = new StringBuilder(text.length());
    boolean plus = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (c == '+' && digits.isEmpty()) {
        plus = true;
      }
    }
    if (digits.isEmpty()) {
      return spaced(value).toLowerCase(Locale.ROOT);
    }
    if (plus) {
      return "+" + digits;
    }
    if (digits.length() > 2 && digits.charAt(0) == '0' && digits.charAt(1) == '0') {
      return "+" + digits.substring(2);
    }
    if (digits.charAt(0) == '0') {
      return "+" + callingCode + (callingCode.equals(ITALY) ? digits : digits.substring(1));
    }
    boolean international =
        digits.length() >= 11 && digits.indexOf(callingCode) == 0 && !callingCode.isEmpty();
    return international ? "+" + digits : "+" + callingCode + digits;
  }

  /** As RFC 5952 writes it; an IPv4 address mapped into IPv6 is that IPv4 address. */
  static String ip(String value) {
    String text = value.strip();
    if (text.startsWith("[") && text.endsWith("]")) {
      text = text.substring(1, text.length() - 1);
    }
    int zone = text.indexOf('%');
    String bare = (zone < 0 ? text : text.substring(0, zone)).toLowerCase(Locale.ROOT);
    if (bare.indexOf(':') < 0) {
      return bare;
    }
    int @Nullable [] hextets = hextets(bare);
    return hextets == null ? bare : written(hextets);
  }

  private static int @Nullable [] hextets(String text) {
    int gap = text.indexOf("::");
    List<Integer> front = parts(gap < 0 ? text : text.substring(0, gap));
    List<Integer> back = parts(gap < 0 ? "" : text.substring(gap + 2));
    if (front == null || back == null) {
      return null;
    }
    int known = front.size() + back.size();
    if (gap < 0 ? known != HEXTETS : known >= HEXTETS) {
      return null;
    }
    int[] all = new int[HEXTETS];
    for (int i = 0; i < front.size(); i++) {
      all[i] = front.get(i);
    }
    for (int i = 0; i < back.size(); i++) {
      all[HEXTETS - back.size() + i] = back.get(i);
    }
    return all;
  }

  private static @Nullable List<Integer> parts(String text) {
    var parts = new ArrayList<Integer>();
    if (text.isEmpty()) {
      return parts;
    }
    for (String part : text.split(":", -1)) {
      if (part.indexOf('.') >= 0) {
        String[] bytes = part.split("\\.", -1);
        if (bytes.length != 4) {
          return null;
        }
        try {
          parts.add(Integer.parseInt(bytes[0]) << 8 | Integer.parseInt(bytes[1]));
          parts.add(Integer.parseInt(bytes[2]) << 8 | Integer.parseInt(bytes[3]));
        } catch (NumberFormatException e) {
          return null;
        }
      } else {
        if (part.isEmpty() || part.length() > 4) {
          return null;
        }
        try {
          parts.add(Integer.parseInt(part, 16));
        } catch (NumberFormatException e) {
          return null;
        }
      }
    }
    return parts;
  }

  private static String written(int[] hextets) {
    boolean mapped = hextets[5] == 0xFFFF;
    for (int i = 0; i < 5; i++) {
      mapped &= hextets[i] == 0;
    }
    if (mapped) {
      return (hextets[6] >> 8)
          + "."
          + (hextets[6] & 255)
          + "."
          + (hextets[7] >> 8)
          + "."
          + (hextets[7] & 255);
    }
    int from = -1;
    int longest = 1;
    for (int i = 0; i < HEXTETS; i++) {
      int end = i;
      while (end < HEXTETS && hextets[end] == 0) {
        end++;
      }
      if (end - i > longest) {
        longest = end - i;
        from = i;
      }
      i = Math.max(i, end);
    }
    var text = new StringBuilder();
    for (int i = 0; i < HEXTETS; i++) {
      if (i == from) {
        text.append("::");
        i += longest - 1;
        continue;
      }
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      text.append(Integer.toHexString(hextets[i]));
    }
    return text.toString();
  }
}
