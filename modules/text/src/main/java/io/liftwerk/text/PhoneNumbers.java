package io.liftwerk.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.liftwerk.text.lookup.Fold;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One form for telephone numbers, as far as the plans of numbers know them. */
final class PhoneNumbers {
  private static final Map<String, String> CODES = Map.of("DE", "49", "AT", "43", "CH", "41");

  private PhoneNumbers() {}

  /** E.164, see {@link Normalised#phone}. */
  static String e164(String value, String region) {
    String text = value.strip();
    String plain = plain(text, region);
    if (plain != null) {
      return plain;
    }
    PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = plans.parse(international(text), region);
      number.clearExtension();
      return plans.format(number, PhoneNumberFormat.E164);
    } catch (NumberParseException e) {
      return bare(text, plans.getCountryCodeForRegion(region));
    }
  }

  /**
   * Numbers of Germany, Austria and Switzerland without anything unusual, which need no look into
   * the plans, or null for any other.
   */
  private static @Nullable String plain(String text, String region) {
    StringBuilder digits = new StringBuilder(18);
    boolean plus = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (c == '+' && digits.isEmpty() && !plus) {
        plus = true;
      } else if (" /-.()\u00A0".indexOf(c) < 0) {
        return null;
      }
    }
    String own = CODES.get(region);
    String all = digits.toString();
    if (own == null || all.length() < 8 || all.length() > 15) {
      return null;
    }
    if (!plus && !all.startsWith("00")) {
      boolean whole = all.charAt(0) == '0' && (!own.equals("41") || all.length() == 10);
      return whole ? "+" + own + all.substring(1) : null;
    }
    String number = plus ? all : all.substring(2);
    if (number.length() < 9 || !CODES.containsValue(number.substring(0, 2))) {
      return null;
    }
    String national = number.substring(number.charAt(2) == '0' ? 3 : 2);
    // a Swiss number of another length keeps its zero in the plans
    boolean unusual =
        national.charAt(0) == '0' || (number.startsWith("41") && national.length() != 9);
    return unusual ? null : "+" + number.substring(0, 2) + national;
  }

  /** Two zeros are a plus in every country whose numbers can do without a code here. */
  private static String international(String text) {
    int i = 0;
    while (i < text.length() && !Character.isDigit(text.charAt(i)) && text.charAt(i) != '+') {
      i++;
    }
    return text.startsWith("00", i) && i + 2 < text.length() && text.charAt(i + 2) != '0'
        ? "+" + text.substring(i + 2)
        : text.substring(i);
  }

  private static String bare(String text, int countryCode) {
    String digits = Normalised.digits(text);
    if (digits.isEmpty()) {
      return Fold.lower(text);
    }
    if (text.indexOf('+') >= 0) {
      return "+" + digits;
    }
    if (digits.startsWith("00")) {
      return "+" + digits.substring(2);
    }
    return digits.startsWith("0") ? "+" + countryCode + digits.substring(1) : digits;
  }
}
