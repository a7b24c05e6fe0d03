package io.liftwerk.app.window.data;

/** Column separators as a reader can see them. */
final class Delimiters {
  private Delimiters() {}

  static String shown(String delimiter) {
    return switch (delimiter) {
      case "\t" -> "Tab";
      default -> delimiter;
    };
  }
}
