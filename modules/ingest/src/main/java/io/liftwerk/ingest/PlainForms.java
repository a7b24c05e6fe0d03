package io.liftwerk.ingest;

import io.liftwerk.text.Normalised;
import io.liftwerk.workspace.Identifier;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A short way to what {@link Normalised} gives, for values that are written as most are: names of
 * one word, telephone numbers of Germany, Austria and Switzerland with their country code. Millions
 * of rows hold little else.
 */
final class PlainForms {
  private static final int SHORTEST = 10;
  private static final int LONGEST = 13;

  private PlainForms() {}

  /** The normal form; null when it takes the long way. */
  static @Nullable String of(Identifier kind, String value) {
    return switch (kind) {
      case NAME -> word(value);
      case PHONE -> phone(value);
      default -> null;
    };
  }

  private static @Nullable String word(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) {
        return null;
      }
    }
    return value.length() < 4 ? null : value.toLowerCase(Locale.ROOT);
  }

  /** A number without its country code is the long way's: whether a zero leads it is a question. */
  private static @Nullable String phone(String value) {
    if (value.isEmpty() || value.charAt(0) != '+') {
      return null;
    }
    var digits = new StringBuilder(16);
    for (int i = 1; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (c != ' ') {
        return null;
      }
    }
    if (digits.length() < SHORTEST || digits.length() > LONGEST || digits.charAt(2) == '0') {
      return null;
    }
    String code = digits.substring(0, 2);
    return code.equals("49") || code.equals("43") || code.equals("41") ? "+" + digits : null;
  }
}
