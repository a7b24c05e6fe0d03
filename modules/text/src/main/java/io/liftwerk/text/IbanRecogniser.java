package io.liftwerk.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds international bank account numbers: a country's letters, its length, and the check of ISO
 * 13616 (the number, letters as 10 to 35 and the first four characters last, is 1 modulo 97).
 */
final class IbanRecogniser implements Recogniser {
  /** Country and length, from the SWIFT IBAN registry. */
  private static final String LENGTHS =
      "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27"
          + " DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21"
          + " HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27"
          + " MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24"
          + " RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22"
          + " VG24 XK20 YE30";

  private static final Map<String, Integer> LENGTH = new HashMap<>();

  static {
    for (String country : LENGTHS.split(" ")) {
      LENGTH.put(country.substring(0, 2), Integer.valueOf(country.substring(2)));
    }
  }

  @Override
  public PersonalKind kind() {
    return PersonalKind.IBAN;
  }

  @Override
  public void find(String text, Traits traits, Findings findings) {
    if (traits.digits() < 8 || traits.letters() < 2) {
      return;
    }
    int i = 0;
    while (i + 14 < text.length()) {
      int end = isStart(text, i) ? end(text, i) : -1;
      if (end > 0) {
        String iban = Normalised.iban(text.substring(i, end));
        if (isChecked(iban)) {
          findings.add(PersonalKind.IBAN, i, end, iban, 1);
          i = end;
          continue;
        }
      }
      i++;
    }
  }

  private static boolean isStart(String text, int i) {
    // digits first: they are the rarer
    return isDigit(text.charAt(i + 2))
        && isDigit(text.charAt(i + 3))
        && isLetter(text.charAt(i))
        && isLetter(text.charAt(i + 1))
        && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
  }

  /** Where the number ends that starts at {@code start}, or -1 if it has not its length. */
  private static int end(String text, int start) {
    String country =
        String.valueOf(
            new char[] {
              Character.toUpperCase(text.charAt(start)),
              Character.toUpperCase(text.charAt(start + 1))
            });
    Integer length = LENGTH.get(country);
    if (length == null) {
      return -1;
    }
    int count = 0;
    int i = start;
    while (i < text.length() && count < length) {
      char c = text.charAt(i);
      if (isLetter(c) || isDigit(c)) {
        count++;
      } else if (!isGap(c) || !isAlone(text, i)) {
        return -1;
      }
      i++;
    }
    boolean closed = i == text.length() || !Character.isLetterOrDigit(text.charAt(i));
    return count == length && closed ? i : -1;
  }

  private static boolean isGap(char c) {
    return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '-' || c == '.';
  }

  private static boolean isAlone(String text, int gap) {
    return gap + 1 < text.length() && Character.isLetterOrDigit(text.charAt(gap + 1));
  }

  /** Whether {@code iban}, in capitals without blanks, has the right length and check digits. */
  static boolean isChecked(String iban) {
    Integer length = iban.length() < 5 ? null : LENGTH.get(iban.substring(0, 2));
    if (length == null || iban.length() != length) {
      return false;
    }
    int rest = 0;
    for (int i = 0; i < iban.length(); i++) {
      int value = Character.digit(iban.charAt((i + 4) % iban.length()), 36);
      if (value < 0) {
        return false;
      }
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
