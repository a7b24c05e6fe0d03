package io.liftwerk.app.window.base;

import io.liftwerk.report.ResultTexts;
import io.liftwerk.workspace.Sentences;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The window's texts in one language. A change of language makes a new one and new views. */
public final class Messages {
  private final Locale locale;
  private final ResourceBundle bundle;

  // not before they are asked for: the first page needs neither, and the start would wait for them
  private @Nullable Formats formats;
  private @Nullable ResultTexts results;

  public Messages(Language language) {
    this.locale = language.locale();
    this.bundle =
        ResourceBundle.getBundle(
            "io.liftwerk.app.window.messages",
            Locale.of(locale.getLanguage()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public Locale locale() {
    return locale;
  }

  public synchronized Formats formats() {
    Formats made = formats == null ? new Formats(this) : formats;
    formats = made;
    return made;
  }

  /** What is said of results, here and in a client's report. */
  public synchronized ResultTexts results() {
    ResultTexts made = results == null ? new ResultTexts(locale) : results;
    results = made;
    return made;
  }

  /**
   * The text of {@code key}, or what results have under it, with {@code arguments} filled in by
   * {@link MessageFormat}.
   *
   * @throws MissingResourceException when there is none
   */
  public String text(String key, Object... arguments) {
    return bundle.containsKey(key)
        ? new MessageFormat(bundle.getString(key), locale).format(arguments)
        : results().text(key, arguments);
  }

  /** A sentence of the engine, which is English in every record, in the window's language. */
  public String sentence(String english) {
    return Sentences.in(locale, english);
  }

  /** As {@link #text}, or {@code otherwise} when the key is unknown: for codes that may grow. */
  public String textOr(String key, String otherwise, Object... arguments) {
    return bundle.containsKey(key)
        ? text(key, arguments)
        : results().textOr(key, otherwise, arguments);
  }
}
