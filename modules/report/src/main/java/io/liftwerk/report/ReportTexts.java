package io.liftwerk.report;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences of charts and reports in the reader's language: English unless German is asked for. */
final class ReportTexts {
  private final ResourceBundle bundle;
  private final Locale locale;

  ReportTexts(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "io.liftwerk.report.texts",
            locale.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String text(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  boolean has(String key) {
    return bundle.containsKey(key);
  }

  String percent(double share) {
    return percent(locale).format(share);
  }

  String decimal(double value, int digits) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(value);
  }

  /** {@code 61 %} with a no-break space in both languages, as DIN and the SI brochure write it. */
  static NumberFormat percent(Locale locale) {
    var format = new DecimalFormat("#,##0\u00a0%", DecimalFormatSymbols.getInstance(locale));
    return format;
  }
}
