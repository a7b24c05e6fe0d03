package io.liftwerk.app;

import io.liftwerk.app.cli.Liftwerk;
import io.liftwerk.app.cli.Opening;
import java.util.Locale;

/** Where the program starts: the window without arguments, else the command given. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // charts are drawn into pictures; AWT has no business with the screen, which is the window's
    System.setProperty("java.awt.headless", "true");
    Locale.setDefault(
        Locale.Category.FORMAT, withAsciiDigits(Locale.getDefault(Locale.Category.FORMAT)));
    Opening window = Opening.of(args);
    System.exit(window == null ? Liftwerk.execute(args) : window.execute());
  }

  /**
   * {@code locale} writing the digits 0 to 9. Some write numbers in digits of their own, which no
   * SQL statement, no file and no script reads.
   */
  static Locale withAsciiDigits(Locale locale) {
    return new Locale.Builder()
        .setLocale(locale.stripExtensions())
        .setUnicodeLocaleKeyword("nu", "latn")
        .build();
  }
}
