package io.liftwerk.report;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Writes days since 1970 as dates, where a chart expects a format for numbers. */
final class DayFormat extends NumberFormat {
  private final transient DateTimeFormatter dates;

  DayFormat(Locale locale) {
    dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
  }

  @Override
  public StringBuffer format(double number, StringBuffer out, FieldPosition position) {
    return out.append(dates.format(LocalDate.ofEpochDay((long) Math.floor(number))));
  }

  @Override
  public StringBuffer format(long number, StringBuffer out, FieldPosition position) {
    return out.append(dates.format(LocalDate.ofEpochDay(number)));
  }

  @Override
  public Number parse(String source, ParsePosition position) {
    throw new UnsupportedOperationException("a chart does not read dates");
  }
}
