package io.liftwerk.workspace;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What identifies a person directly. Each kind has a normal form, so that the same person has the
 * same pseudonym however a file spells what identifies them.
 */
public enum Identifier {
  EMAIL("em"),
  PHONE("ph"),
  NAME("nm"),
  ADDRESS("ad"),
  IP("ip"),
  IBAN("ib"),
  /** Anything else that was put under lock, such as a line that could not be taken apart. */
  ID("id");

  /** Calling code of telephone numbers that are written without one and without a country. */
  public static final String CALLING_CODE = "49";

  private final String prefix;

  Identifier(String prefix) {
    this.prefix = prefix;
  }

  /** With what its pseudonyms begin, two letters. */
  public String prefix() {
    return prefix;
  }

  /**
   * The form in which {@code value} is compared: e-mail addresses, names and addresses without
   * regard to case and blanks, telephone numbers as {@code +} and digits, IP addresses as RFC 5952
   * writes them, account numbers without blanks.
   *
   * @return empty when {@code value} says nothing
   */
  public String normal(String value) {
    return switch (this) {
      case EMAIL -> NormalForm.email(value);
      case PHONE -> NormalForm.phone(value, CALLING_CODE);
      case NAME, ADDRESS -> folded(value);
      case IP -> NormalForm.ip(value);
      case IBAN -> value.replaceAll("[\\s\\u00A0-]+", "").toUpperCase(Locale.ROOT);
      case ID -> value;
    };
  }

  /** A telephone number as {@code +} and digits; {@code callingCode} is that of its country. */
  public static String phone(String value, String callingCode) {
    return NormalForm.phone(value, callingCode);
  }

  private static String folded(String value) {
    return Normalizer.normalize(NormalForm.spaced(value), Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT);
  }
}
