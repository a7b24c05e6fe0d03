package io.liftwerk.app.cli;

import io.liftwerk.workspace.Sentences;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What the command line says to people, in the language of the system. */
final class Texts {
  private static final String BUNDLE = "io.liftwerk.app.cli.messages";

  private Texts() {}

  /** The text {@code key} with {@code arguments} filled in; numbers are written as people do. */
  static String of(String key, @Nullable Object... arguments) {
    String text = bundle().getString(key);
    return arguments.length == 0
        ? text
        : new MessageFormat(text, Locale.getDefault()).format(arguments);
  }

  /** A sentence of the engine, which is English in every record, in the language of the system. */
  static String sentence(String english) {
    return Sentences.in(Locale.getDefault(), english);
  }

  /** A fraction as a whole percentage. */
  static String percent(double fraction) {
    return String.format(Locale.getDefault(), "%.0f %%", fraction * 100);
  }

  /** A number with {@code digits} decimals. */
  static String decimal(double value, int digits) {
    return String.format(Locale.getDefault(), "%." + digits + "f", value);
  }

  /** A number with {@code digits} decimals, its thousands apart. */
  static String grouped(double value, int digits) {
    return String.format(Locale.getDefault(), "%,." + digits + "f", value);
  }

  private static ResourceBundle bundle() {
    return ResourceBundle.getBundle(
        BUNDLE,
        Locale.getDefault(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
