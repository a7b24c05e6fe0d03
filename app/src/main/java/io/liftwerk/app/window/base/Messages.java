package io.liftwerk.app.window.base;

import io.liftwerk.workspace.Sentences;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The window's texts in one language. A change of language makes a new one and new views. */
public final class Messages {
  private final Locale locale;
  private final ResourceBundle bundle;
  private final Formats formats;

  public Messages(Language language) {
    this.locale = language.locale();
    this.formats = new Formats(this);
    this.bundle =
        ResourceBundle.getBundle(
            "io.liftwerk.app.window.messages",
            Locale.of(locale.getLanguage()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public Locale locale() {
    return locale;
  }

  public Formats formats() {
    return formats;
  }

  /**
   * The text of {@code key} with {@code arguments} filled in by {@link MessageFormat}.
   *
   * @throws MissingResourceException when there is none
   */
  public String text(String key, Object... arguments) {
    String pattern = bundle.getString(key);
    return new MessageFormat(pattern, locale).format(arguments);
  }

  /** A sentence of the engine, which is English in every record, in the window's language. */
  public String sentence(String english) {
    return Sentences.in(locale, english);
  }

  /** As {@link #text}, or {@code otherwise} when the key is unknown: for codes that may grow. */
  public String textOr(String key, String otherwise, Object... arguments) {
    return bundle.containsKey(key) ? text(key, arguments) : otherwise;
  }
}
