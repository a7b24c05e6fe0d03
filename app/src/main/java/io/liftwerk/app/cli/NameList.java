package io.liftwerk.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names separated by commas, as an option takes them. A name that holds a comma stands in double
 * quotes, where a doubled quote is one quote, or has a backslash before the comma; a backslash
 * before anything but a comma, a quote or a backslash is a character like any other.
 */
final class NameList {
  private final String text;
  private final StringBuilder name = new StringBuilder();
  private final List<String> names = new ArrayList<>();
  private int at;

  private NameList(String text) {
    this.text = text;
  }

  /** The names in {@code text}; empty when a quote is opened that is not closed before a comma. */
  static Optional<List<String>> of(String text) {
    return new NameList(text).split();
  }

  private Optional<List<String>> split() {
    while (at <= text.length()) {
      boolean whole = text.startsWith("\"", at) ? quoted() : plain();
      if (!whole) {
        return Optional.empty();
      }
      names.add(name.toString());
      name.setLength(0);
      at++;
    }
    return Optional.of(List.copyOf(names));
  }

  private boolean plain() {
    while (at < text.length() && text.charAt(at) != ',') {
      if (text.charAt(at) == '\\'
          && at + 1 < text.length()
          && ",\"\\".indexOf(text.charAt(at + 1)) >= 0) {
        at++;
      }
      name.append(text.charAt(at++));
    }
    return true;
  }

  private boolean quoted() {
    for (at++; at < text.length(); at++) {
      if (text.charAt(at) == '"') {
        if (!text.startsWith("\"\"", at)) {
          at++;
          return at == text.length() || text.charAt(at) == ',';
        }
        at++;
      }
      name.append(text.charAt(at));
    }
    return false;
  }
}
