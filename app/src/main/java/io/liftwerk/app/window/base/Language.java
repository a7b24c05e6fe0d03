package io.liftwerk.app.window.base;

import java.util.Locale;

/** The languages of the window. */
public enum Language {
  ENGLISH(Locale.UK),
  GERMAN(Locale.GERMANY);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** Two letters, as on a switch. */
  public String code() {
    return locale.getLanguage().toUpperCase(Locale.ROOT);
  }

  /** The system's language where it is one of ours, else English. */
  public static Language ofSystem() {
    return Locale.getDefault().getLanguage().equals("de") ? GERMAN : ENGLISH;
  }
}
