package io.liftwerk.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** One form for telephone numbers, as far as the plans of numbers know them. */
final class PhoneNumbers {
  private PhoneNumbers() {}

  /** E.164, see {@link Normalised#phone}. */
  static String e164(String value, String region) {
    PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    String text = value.strip();
    try {
      PhoneNumber number = plans.parse(international(text), region);
      number.clearExtension();
      return plans.format(number, PhoneNumberFormat.E164);
    } catch (NumberParseException e) {
      return bare(text, plans.getCountryCodeForRegion(region));
    }
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
