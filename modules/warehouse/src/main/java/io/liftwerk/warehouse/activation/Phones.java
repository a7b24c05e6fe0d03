package io.liftwerk.warehouse.activation;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Phone numbers as E.164: {@code +}, the country's code, the number, digits only. */
final class Phones {
  private static final int FEWEST = 7;
  private static final int MOST = 15;
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private Phones() {}

  /** With {@code +}; empty when it is no phone number. */
  static Optional<String> e164(String value, @Nullable String region) {
    String text = international(Spelling.bare(value), region);
    String digits = text.replaceAll("\\D", "");
    if (digits.length() < FEWEST) {
      return Optional.empty();
    }
    try {
      String number = NUMBERS.format(NUMBERS.parse(text, region), PhoneNumberFormat.E164);
      return Optional.of(number);
    } catch (NumberParseException e) {
      // a country's code that nobody has: the platform may know it
      return text.startsWith("+") && digits.length() <= MOST && !digits.startsWith("0")
          ? Optional.of("+" + digits)
          : Optional.empty();
    }
  }

  /** Without {@code +}. */
  static Optional<String> digits(String value, @Nullable String region) {
    return e164(value, region).map(number -> number.substring(1));
  }

  /** {@code 0049…} as {@code +49…}; a number of no known region begins with its country's code. */
  private static String international(String text, @Nullable String region) {
    if (text.startsWith("+")) {
      return text;
    }
    if (text.startsWith("00")) {
      return "+" + text.substring(2);
    }
    return region == null ? "+" + text : text;
  }
}
