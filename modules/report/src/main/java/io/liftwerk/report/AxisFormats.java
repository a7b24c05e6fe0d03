package io.liftwerk.report;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/** How the values of an axis are written. */
final class AxisFormats {
  private AxisFormats() {}

  static NumberFormat of(Axis.Scale scale, Locale locale) {
    return switch (scale) {
      case COUNT, NAMES -> NumberFormat.getIntegerInstance(locale);
      case DECIMAL -> decimal(locale, 1);
      case FINE -> decimal(locale, 2);
      case FINEST -> decimal(locale, 3);
      case SHARE -> ReportTexts.percent(locale);
      case DOUBLING -> new Ratios(locale);
      case DAY -> new DayFormat(locale);
    };
  }

  private static NumberFormat decimal(Locale locale, int digits) {
    NumberFormat decimal = NumberFormat.getNumberInstance(locale);
    decimal.setMinimumFractionDigits(digits);
    decimal.setMaximumFractionDigits(digits);
    return decimal;
  }

  /** Writes logarithms to base 2 as what they are the logarithms of. */
  private static final class Ratios extends NumberFormat {
    private final NumberFormat written;

    private Ratios(Locale locale) {
      written = NumberFormat.getNumberInstance(locale);
      written.setMaximumFractionDigits(2);
    }

    @Override
    public StringBuffer format(double number, StringBuffer out, FieldPosition position) {
      return written.format(Math.pow(2, number), out, position);
    }

    @Override
    public StringBuffer format(long number, StringBuffer out, FieldPosition position) {
      return format((double) number, out, position);
    }

    @Override
    public Number parse(String source, ParsePosition position) {
      throw new UnsupportedOperationException("a chart does not read ratios");
    }
  }
}
