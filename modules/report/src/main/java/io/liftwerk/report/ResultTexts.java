package io.liftwerk.report;

import io.liftwerk.workspace.Sentences;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What is said of results, the same in window and report: names of columns, sentences with figures
 * in them. English unless German is asked for.
 */
public final class ResultTexts {
  private final Locale locale;
  private final ResourceBundle bundle;
  private final ResultFormats formats;

  /**
   * @param locale language of the texts and of the numbers
   */
  public ResultTexts(Locale locale) {
    this.locale = locale;
    this.formats = new ResultFormats(locale);
    this.bundle =
        ResourceBundle.getBundle(
            "io.liftwerk.report.results",
            locale.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public Locale locale() {
    return locale;
  }

  public ResultFormats formats() {
    return formats;
  }

  /**
   * The text of {@code key} with {@code arguments} filled in by {@link MessageFormat}.
   *
   * @throws java.util.MissingResourceException when there is none
   */
  public String text(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  /** As {@link #text}, or {@code otherwise} when the key is unknown: for codes that may grow. */
  public String textOr(String key, String otherwise, Object... arguments) {
    return has(key) ? text(key, arguments) : otherwise;
  }

  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /** A sentence of the engine, which is English in every record, in the reader's language. */
  public String sentence(String english) {
    return Sentences.in(locale, english);
  }
}
