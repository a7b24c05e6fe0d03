package io.liftwerk.text.identifiers;

import java.util.Locale;

/**
 * The sums that numbers carry. All take the number in capitals without blanks and answer false for
 * what has not its shape.
 */
final class Checks {
  /** Letters that identity cards and passports use: those that no digit is mistaken for. */
  private static final String DOCUMENT_LETTERS = "CFGHJKLMNPRTVWXYZ";

  private Checks() {}

  /**
   * Serial number of a German identity card or passport: eight characters and a check digit,
   * weights 7, 3, 1, letters from 10 on (ICAO 9303-3, 4.9).
   */
  static boolean document(String number) {
    if (number.length() != 9 || DOCUMENT_LETTERS.indexOf(number.charAt(0)) < 0) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      char c = number.charAt(i);
      if (!isDigit(c) && DOCUMENT_LETTERS.indexOf(c) < 0) {
        return false;
      }
      sum += Character.digit(c, 36) * weight731(i);
    }
    return number.charAt(8) == '0' + sum % 10;
  }

  private static int weight731(int i) {
    return i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1;
  }

  /**
   * Krankenversichertennummer: a letter as two digits and nine digits, of which the last is the sum
   * of the digit sums of the others times 1, 2, 1, 2 … (§ 290 SGB V, Anlage 1 of its directive).
   */
  static boolean healthInsurance(String number) {
    if (number.length() != 10 || !isLetter(number.charAt(0)) || !digits(number, 1, 10)) {
      return false;
    }
    String ten = twoDigits(number.charAt(0)) + number.substring(1, 9);
    int sum = 0;
    for (int i = 0; i < ten.length(); i++) {
      sum += digitSum((ten.charAt(i) - '0') * (i % 2 == 0 ? 1 : 2));
    }
    return number.charAt(9) == '0' + sum % 10;
  }

  /**
   * Rentenversicherungsnummer: area, birthday, initial, serial number, check digit (Verordnung über
   * die Versicherungsnummer, § 2 to § 4); a day over 31 says that the birthday had no number left.
   */
  static boolean pensionInsurance(String number) {
    if (number.length() != 12
        || !digits(number, 0, 8)
        || !isLetter(number.charAt(8))
        || !digits(number, 9, 12)) {
      return false;
    }
    int day = Integer.parseInt(number.substring(2, 4));
    int month = Integer.parseInt(number.substring(4, 6));
    if (day < 1 || (day > 31 && day < 51) || day > 81 || month < 1 || month > 12) {
      return false;
    }
    String twelve = number.substring(0, 8) + twoDigits(number.charAt(8)) + number.substring(9, 11);
    int[] weights = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += digitSum((twelve.charAt(i) - '0') * weights[i]);
    }
    return number.charAt(11) == '0' + sum % 10;
  }

  /**
   * Arztnummer: six digits, a check digit by weights 4 and 9, two for the field (KBV, § 293 SGB V).
   */
  static boolean doctor(String number) {
    if (number.length() != 9 || !digits(number, 0, 9)) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 6; i++) {
      sum += (number.charAt(i) - '0') * (i % 2 == 0 ? 4 : 9);
    }
    return number.charAt(6) == '0' + (10 - sum % 10) % 10;
  }

  /** Betriebsstättennummer: nine digits, the first two the association's; it has no check digit. */
  static boolean practice(String number) {
    return number.length() == 9 && digits(number, 0, 9) && !number.startsWith("00");
  }

  /**
   * Steueridentifikationsnummer: eleven digits, of the first ten one twice or three times and the
   * others once at most, never three in a row, check digit of ISO 7064 MOD 11,10 (§ 139b AO).
   */
  static boolean taxId(String number) {
    if (number.length() != 11 || !digits(number, 0, 11) || number.charAt(0) == '0') {
      return false;
    }
    int[] counts = new int[10];
    for (int i = 0; i < 10; i++) {
      counts[number.charAt(i) - '0']++;
      boolean thrice =
          i > 1
              && number.charAt(i) == number.charAt(i - 1)
              && number.charAt(i) == number.charAt(i - 2);
      if (thrice) {
        return false;
      }
    }
    int repeated = 0;
    for (int count : counts) {
      if (count > 3) {
        return false;
      }
      repeated += count > 1 ? 1 : 0;
    }
    return repeated <= 1 && mod1110(number, 0, 10);
  }

  /** USt-IdNr.: DE and nine digits, check digit of ISO 7064 MOD 11,10. */
  static boolean vatId(String number) {
    return number.length() == 11
        && number.startsWith("DE")
        && digits(number, 2, 11)
        && number.charAt(2) != '0'
        && mod1110(number, 2, 10);
  }

  private static boolean mod1110(String number, int from, int to) {
    int product = 10;
    for (int i = from; i < to; i++) {
      int sum = (number.charAt(i) - '0' + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return number.charAt(to) == '0' + (11 - product) % 10;
  }

  /**
   * Steuernummer as tax returns carry it: 13 digits, the first four an office of one of the Länder,
   * the fifth always 0 in this form.
   */
  static boolean taxNumber(String number) {
    if (number.length() != 13 || !digits(number, 0, 13)) {
      return false;
    }
    int land = Integer.parseInt(number.substring(0, 2));
    return land >= 1 && land <= 16;
  }

  /** Social Security number: no area 000, 666 or from 900 on, no group 00, no serial 0000. */
  static boolean ssn(String number) {
    if (number.length() != 9 || !digits(number, 0, 9) || isSame(number)) {
      return false;
    }
    boolean advertised =
        number.equals("078051120") || number.equals("123456789") || number.equals("987654320");
    return !advertised
        && !number.startsWith("000")
        && !number.startsWith("666")
        && number.charAt(0) != '9'
        && !number.startsWith("00", 3)
        && !number.endsWith("0000");
  }

  /** Taxpayer number of the IRS: 9, and a group of 50–65, 70–88, 90–92 or 94–99. */
  static boolean itin(String number) {
    if (number.length() != 9 || !digits(number, 0, 9) || number.charAt(0) != '9') {
      return false;
    }
    int group = Integer.parseInt(number.substring(3, 5));
    return (group >= 50 && group <= 65)
        || (group >= 70 && group <= 88)
        || (group >= 90 && group <= 92)
        || group >= 94;
  }

  private static boolean isSame(String number) {
    return number.chars().allMatch(c -> c == number.charAt(0));
  }

  private static String twoDigits(char letter) {
    return String.format(Locale.ROOT, "%02d", letter - 'A' + 1);
  }

  private static int digitSum(int number) {
    return number / 10 + number % 10;
  }

  static boolean digits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return to > from;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
