package io.liftwerk.report;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/** How the values of an axis are written. */
final class AxisFormats {
  private AxisFormats() {}

  private static final int MOST_DIGITS = 6;

  /** With as many digits as its steps need: 2.5 % and 5 % are not written 3 % and 5 %. */
  static NumberFormat of(Axis axis, Locale locale) {
    NumberFormat format = of(axis.scale(), locale);
    double unit = axis.scale() == Axis.Scale.SHARE ? axis.step() * 100 : axis.step();
    boolean measures =
        switch (axis.scale()) {
          case DECIMAL, FINE, FINEST, SHARE -> true;
          case COUNT, NAMES, DOUBLING, DAY -> false;
        };
    if (measures) {
      int digits = Math.max(format.getMinimumFractionDigits(), digits(unit));
      format.setMaximumFractionDigits(digits);
      format.setMinimumFractionDigits(digits);
    }
    return format;
  }

  private static int digits(double step) {
    int digits = 0;
    double shifted = step;
    while (digits < MOST_DIGITS && Math.abs(shifted - Math.rint(shifted)) > 1e-6 * shifted) {
      digits++;
      shifted *= 10;
    }
    return digits;
  }

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
