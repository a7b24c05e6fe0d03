package io.liftwerk.warehouse.activation;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How platforms want values written. */
final class Spelling {
  private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f\\u200b]+");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
  private static final Pattern DATE = Pattern.compile("(\\d{1,4})([-./])(\\d{1,2})\\2(\\d{1,4})");
  private static final int MONTHS = 12;
  private static final int US_ZIP = 5;

  private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

  private static final Map<String, String> GENDERS =
      Map.ofEntries(
          Map.entry("f", "f"),
          Map.entry("female", "f"),
          Map.entry("w", "f"),
          Map.entry("weiblich", "f"),
          Map.entry("frau", "f"),
          Map.entry("m", "m"),
          Map.entry("male", "m"),
          Map.entry("männlich", "m"),
          Map.entry("herr", "m"));

  private Spelling() {}

  /** Without blanks around, and without the apostrophe that keeps a sheet from calculating. */
  static String bare(String value) {
    String text = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
    return text.startsWith("'") ? text.substring(1).strip() : text;
  }

  static String lower(String value) {
    return bare(value).toLowerCase(Locale.ROOT);
  }

  static String upper(String value) {
    return bare(value).toUpperCase(Locale.ROOT);
  }

  static String withoutBlanks(String value) {
    return BLANKS.matcher(value).replaceAll("");
  }

  static String withoutPunctuation(String value) {
    return PUNCTUATION.matcher(lower(value)).replaceAll("").strip();
  }

  /** In lower case and without blanks; empty when it is none. */
  static Optional<String> email(String value) {
    return Optional.of(withoutBlanks(lower(value))).filter(text -> EMAIL.matcher(text).matches());
  }

  /** At one of {@code domains}, which deliver to one mailbox, without dots and {@code +suffix}. */
  static String mailbox(String email, String... domains) {
    int at = email.indexOf('@');
    String domain = email.substring(at + 1);
    if (!Arrays.asList(domains).contains(domain)) {
      return email;
    }
    String name = email.substring(0, at);
    int plus = name.indexOf('+');
    return (plus > 0 ? name.substring(0, plus) : name).replace(".", "") + "@" + domain;
  }

  static String zip(String value, @Nullable String region) {
    String text = withoutBlanks(lower(value)).replace("-", "");
    return "US".equalsIgnoreCase(region) && text.length() > US_ZIP
        ? text.substring(0, US_ZIP)
        : text;
  }

  /** Two letters in lower case; empty when no country has them. */
  static Optional<String> country(String value) {
    String code = upper(value);
    return COUNTRIES.contains(code) ? Optional.of(code.toLowerCase(Locale.ROOT)) : Optional.empty();
  }

  static Optional<String> gender(String value) {
    return Optional.ofNullable(GENDERS.get(lower(value)));
  }

  /** As YYYYMMDD; empty where day and month could be either. */
  static Optional<String> birthDate(String value) {
    String text = bare(value);
    try {
      if (text.matches("\\d{8}")) {
        return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE))
            .map(DateTimeFormatter.BASIC_ISO_DATE::format);
      }
      Matcher match = DATE.matcher(text);
      return match.matches()
          ? day(match).map(DateTimeFormatter.BASIC_ISO_DATE::format)
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(Matcher match) {
    int first = Integer.parseInt(match.group(1));
    int second = Integer.parseInt(match.group(3));
    int third = Integer.parseInt(match.group(4));
    if (match.group(1).length() == 4) {
      return Optional.of(LocalDate.of(first, second, third));
    }
    if (match.group(4).length() != 4) {
      return Optional.empty();
    }
    if (match.group(2).equals(".")) {
      return Optional.of(LocalDate.of(third, second, first));
    }
    if (first <= MONTHS && second <= MONTHS && first != second) {
      return Optional.empty();
    }
    return Optional.of(
        first > MONTHS ? LocalDate.of(third, second, first) : LocalDate.of(third, first, second));
  }
}
