package io.liftwerk.text;

import java.util.regex.Pattern;

/**
 * Finds numbers of payment cards: a known issuer's prefix and length (ISO/IEC 7812), and the check
 * of Luhn. One number in ten passes that check by chance, so lengths that article numbers have too
 * need a word that speaks of a card, or the usual gaps.
 */
final class CardRecogniser implements Recogniser {
  private static final Pattern CARD_WORD =
      Pattern.compile(
          "card|karte|visa|master|amex|american\\sexpress|diners|\\bcc\\b|maestro|kreditk",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER_WORD =
      Pattern.compile(
          "\\b(?:ean|gtin|isbn|sku|sendung\\p{L}*|tracking|paket\\p{L}*|bestell\\p{L}*|order|auftrag\\p{L}*|rechnung\\p{L}*|invoice|artikel\\p{L}*|art|id|imei)(?:[-."
              + " ]?(?:nr|no|number|nummer|id))?\\W{0,4}$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  @Override
  public PersonalKind kind() {
    return PersonalKind.CARD;
  }

  @Override
  public void find(String text, Traits traits, Findings findings) {
    if (traits.digits() < 12) {
      return;
    }
    int i = 0;
    while (i < text.length()) {
      if (!isDigit(text.charAt(i)) || (i > 0 && glued(text.charAt(i - 1)))) {
        i++;
        continue;
      }
      i = candidate(text, i, findings);
    }
  }

  /** Looks at the digits from {@code start}; returns where to go on. */
  private static int candidate(String text, int start, Findings findings) {
    StringBuilder digits = new StringBuilder(20);
    int end = start;
    int group = 0;
    boolean gaps = false;
    while (end < text.length() && digits.length() < 20) {
      char c = text.charAt(end);
      if (isDigit(c)) {
        digits.append(c);
        group++;
      } else if ((c == ' ' || c == '-' || c == '\u00A0')
          && group >= 4
          && group <= 6
          && !isWhole(digits.length())
          && end + 1 < text.length()
          && isDigit(text.charAt(end + 1))) {
        gaps = true;
        group = 0;
      } else {
        break;
      }
      end++;
    }
    boolean closed = (end == text.length() || !glued(text.charAt(end))) && !isFraction(text, start);
    String number = digits.toString();
    if (closed && number.length() >= 12 && number.length() <= 19 && luhn(number)) {
      double confidence = confidence(text, start, number, gaps);
      findings.add(PersonalKind.CARD, start, end, number, confidence);
    }
    return end;
  }

  /** Whether the digits from {@code start} stand behind a number's decimal point. */
  private static boolean isFraction(String text, int start) {
    if (start < 2 || !isDigit(text.charAt(start - 2))) {
      return false;
    }
    char point = text.charAt(start - 1);
    // a comma parts numbers of a list too, and then what comes first is hardly a zero alone
    boolean zero = text.charAt(start - 2) == '0' && (start == 2 || !glued(text.charAt(start - 3)));
    return point == '.' || (point == ',' && zero);
  }

  private static double confidence(String text, int start, String number, boolean gaps) {
    String before = text.substring(Math.max(0, start - 60), start);
    boolean issued = hasIssuer(number);
    if (CARD_WORD.matcher(before).find()) {
      return issued ? 0.95 : 0.6;
    }
    if (!issued || OTHER_WORD.matcher(before).find()) {
      return 0.2;
    }
    if (gaps) {
      return 0.9;
    }
    // article numbers have 13 and 14 digits, identifiers of platforms 17 to 19
    return switch (number.length()) {
      case 15, 16 -> 0.7;
      case 14 -> 0.5;
      default -> 0.4;
    };
  }

  private static boolean isWhole(int length) {
    return length == 16;
  }

  private static boolean hasIssuer(String number) {
    int length = number.length();
    if (length < 12 || length > 19) {
      return false;
    }
    int two = Integer.parseInt(number.substring(0, 2));
    int four = Integer.parseInt(number.substring(0, 4));
    return switch (number.charAt(0)) {
      case '4' -> length == 13 || length == 16 || length == 19;
      case '5' -> two >= 51 && two <= 55 ? length == 16 : two == 50 || (two >= 56 && two <= 59);
      case '6' -> isDiscover(four) ? length >= 16 : two == 62 ? length >= 16 : isMaestro(two);
      case '2' -> (four >= 2221 && four <= 2720 && length == 16) || (four == 2131 && length == 15);
      case '3' -> isThree(two, four, length);
      case '1' -> (four == 1800 && length == 15) || (two == 12 && length == 15);
      default -> false;
    };
  }

  private static boolean isDiscover(int four) {
    return four == 6011 || (four >= 6440 && four <= 6599);
  }

  private static boolean isMaestro(int two) {
    return two == 60 || two == 61 || two == 63 || two == 67 || two == 68;
  }

  private static boolean isThree(int two, int four, int length) {
    if (two == 34 || two == 37) {
      return length == 15;
    }
    if (four >= 3528 && four <= 3589) {
      return length >= 16;
    }
    boolean diners = (four >= 3000 && four <= 3059) || four == 3095 || two == 36 || two >= 38;
    return diners && length == 14;
  }

  /** The check of Luhn (ISO/IEC 7812-1, annex B). */
  static boolean luhn(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int twice = i % 2 == 0 ? digit : digit * 2;
      sum += twice > 9 ? twice - 9 : twice;
    }
    return sum % 10 == 0;
  }

  private static boolean glued(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
