package io.liftwerk.report;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures of results in the reader's language. Not thread-safe. */
public class ResultFormats {
  private final Locale locale;
  private final boolean german;
  private final NumberFormat whole;
  private final DateTimeFormatter date;
  private final DateTimeFormatter time;

  public ResultFormats(Locale locale) {
    this.locale = locale;
    this.german = locale.getLanguage().equals("de");
    this.whole = NumberFormat.getIntegerInstance(locale);
    this.date = DateTimeFormatter.ofPattern(german ? "dd.MM.yyyy" : "d MMM yyyy", locale);
    this.time =
        DateTimeFormatter.ofPattern(german ? "dd.MM.yyyy HH:mm" : "d MMM yyyy, HH:mm", locale);
  }

  protected final Locale locale() {
    return locale;
  }

  public final String count(long number) {
    return whole.format(number);
  }

  /** A number with {@code digits} after the decimal sign; a dash for none. */
  public final String decimal(double number, int digits) {
    if (Double.isNaN(number)) {
      return "–";
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(number);
  }

  /** {@code 61 %}, with a no-break space. */
  public final String percent(double share) {
    return percent(share, 0);
  }

  public final String percent(double share, int digits) {
    if (Double.isNaN(share)) {
      return "–";
    }
    String pattern = digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits);
    return new DecimalFormat(pattern + "\u00a0%", DecimalFormatSymbols.getInstance(locale))
        .format(share);
  }

  /**
   * The days from {@code from} to {@code to}, what they have in common said once: {@code 1 January
   * – 30 September 2026}, {@code 1 – 30 September 2026}, {@code 28 September 2026}.
   */
  public final String period(LocalDate from, LocalDate to) {
    boolean sameYear = from.getYear() == to.getYear();
    boolean sameMonth = sameYear && from.getMonth() == to.getMonth();
    String last = day("MMMM yyyy").format(to);
    if (from.equals(to)) {
      return last;
    }
    DateTimeFormatter first = day(sameMonth ? "" : sameYear ? "MMMM" : "MMMM yyyy");
    return first.format(from).strip() + " – " + last;
  }

  private DateTimeFormatter day(String rest) {
    return DateTimeFormatter.ofPattern((german ? "d. " : "d ") + rest, locale);
  }

  /** Date and time in {@code zone}. */
  public final String instant(Instant instant, ZoneId zone) {
    return time.format(instant.atZone(zone));
  }

  /** A day, short: {@code 28.09.2026}, {@code 28 Sep 2026}. */
  public final String date(LocalDate day) {
    return date.format(day);
  }

  /** Yes or no in the user's language. */
  public final String yesNo(boolean value) {
    return value ? (german ? "ja" : "yes") : (german ? "nein" : "no");
  }
}
