package io.liftwerk.text;

import io.liftwerk.text.lookup.Fold;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One form for every way of writing the same identifier, which is what pseudonyms are made of. None
 * of these refuses a value: what is not what its column says is still folded the same way each
 * time.
 */
public final class Normalised {
  private static final Pattern BEFORE_NAME =
      Pattern.compile(
          "^(?:(?:herrn?|hr|frau|fr|fraeulein|familie|fam|mrs?|ms|miss|mx|sir|dr|prof|professor"
              + "|doktor|dipl\\sing|dipl\\skfm|dipl|mag|ing|di|dkfm|mmag|med|phil|jur|rer\\snat|rer\\spol|h"
              + " c|univ)\\s+)+");
  private static final Pattern AFTER_NAME =
      Pattern.compile("(?:\\s+(?:msc|bsc|ba|ma|mba|phd|m sc|b sc|b a|m a|dr|mag|jun|jr|sen|sr))+$");

  /** First words of what {@link #BEFORE_NAME} takes off, last of what {@link #AFTER_NAME} does. */
  private static final Set<String> FIRST =
      Set.of(
          ("herr herrn hr frau fr fraeulein familie fam mr mrs ms miss mx sir dr prof professor"
                  + " doktor dipl mag ing di dkfm mmag med phil jur rer h univ")
              .split(" "));

  private static final Set<String> LAST =
      Set.of("msc bsc ba ma mba phd sc a dr mag jun jr sen sr".split(" "));
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern STREET =
      Pattern.compile("(?:strasse|str\\.?)(?=[\\s\\d,;]|$)", Pattern.CASE_INSENSITIVE);

  private Normalised() {}

  /**
   * An identifier of {@code kind}.
   *
   * @param region ISO 3166 code of the country whose telephone numbers need no country code
   */
  public static String of(PersonalKind kind, String value, String region) {
    return switch (kind) {
      case EMAIL -> email(value);
      case PHONE -> phone(value, region);
      case NAME -> name(value);
      case ADDRESS -> address(value);
      case IP -> ip(value);
      case IBAN -> iban(value);
      case CARD -> digits(value);
    };
  }

  /**
   * An e-mail address in lower case, its domain in ASCII (RFC 5891), without {@code mailto:}, angle
   * brackets, quotes around the local part or dots behind; an at sign written out is one. Dots and
   * tags of the local part stay: only some providers ignore them.
   */
  public static String email(String value) {
    String text = value;
    if (!Fold.isAscii(text)) {
      text = Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
    text = Fold.lower(text.strip());
    if (text.startsWith("mailto:")) {
      text = text.substring(7);
    }
    int open = text.lastIndexOf('<');
    int close = text.indexOf('>', Math.max(open, 0));
    if (open >= 0 && close > open) {
      text = text.substring(open + 1, close).strip();
    }
    if (text.indexOf('@') < 0) {
      text = EmailRecogniser.plain(text);
    }
    int end = text.length();
    while (end > 0 && ".,;:>)]'".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = 0;
    while (start < end && "<([' ".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    text = text.substring(start, end);
    int at = text.lastIndexOf('@');
    if (at < 1) {
      return text;
    }
    String local = text.substring(0, at);
    if (local.length() > 2 && local.startsWith("\"") && local.endsWith("\"")) {
      local = local.substring(1, local.length() - 1);
    }
    return local + "@" + asciiDomain(text.substring(at + 1));
  }

  private static String asciiDomain(String domain) {
    if (Fold.isAscii(domain)) {
      return domain;
    }
    try {
      return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return domain;
    }
  }

  /**
   * A telephone number in E.164 form, without its extension. What no country could have given out
   * still gets one form: its digits, behind the country code.
   *
   * @param region ISO 3166 code of the country whose numbers need no country code
   */
  public static String phone(String value, String region) {
    return PhoneNumbers.e164(value, region);
  }

  /**
   * A name in lower case, umlauts spelt out, accents, titles and form of address gone, one blank
   * between its parts, the given name first: {@code "Müller, Dr. Anna-Lena"} is {@code "anna lena
   * mueller"}.
   */
  public static String name(String value) {
    String text = Fold.spelt(value);
    int comma = text.indexOf(',');
    if (comma > 0 && comma == text.lastIndexOf(',')) {
      text = text.substring(comma + 1) + " " + text.substring(0, comma);
    }
    text = text.replace("'s", "s").replace("’s", "s");
    text = lettersAlone(text);
    String bare = text;
    int first = text.indexOf(' ');
    if (first > 0 && FIRST.contains(text.substring(0, first))) {
      bare = BEFORE_NAME.matcher(bare).replaceFirst("");
    }
    if (LAST.contains(bare.substring(bare.lastIndexOf(' ') + 1))) {
      bare = AFTER_NAME.matcher(bare).replaceFirst("");
    }
    return bare.isBlank() ? text : bare;
  }

  /** Letters and digits, one blank for all that stands between them. */
  private static String lettersAlone(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        return NO_LETTER.matcher(text).replaceAll(" ").strip();
      }
      // what \p{N} is: digits, and numbers that are none
      boolean number = c > 127 && isNumber(c);
      if (Character.isLetterOrDigit(c) || number) {
        if (gap && !letters.isEmpty()) {
          letters.append(' ');
        }
        letters.append(c);
        gap = false;
      } else {
        gap = true;
      }
    }
    return letters.toString();
  }

  private static boolean isNumber(char c) {
    int type = Character.getType(c);
    return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
  }

  /** A street address: folded like a name, {@code Str.} as {@code strasse}. */
  public static String address(String value) {
    Matcher street = STREET.matcher(Fold.spelt(value));
    return lettersAlone(street.replaceAll("strasse "));
  }

  /** An address as RFC 5952 writes it, IPv4 in IPv6 as IPv4; without port, zone and prefix. */
  public static String ip(String value) {
    String stripped = value.strip();
    String ip = IpAddresses.canonical(stripped);
    return ip == null ? Fold.lower(stripped) : ip;
  }

  /** An account number in capitals without blanks. */
  public static String iban(String value) {
    StringBuilder iban = new StringBuilder(34);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        iban.append(Character.toUpperCase(c));
      }
    }
    return iban.toString();
  }

  static String digits(String value) {
    StringBuilder digits = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.toString();
  }
}
