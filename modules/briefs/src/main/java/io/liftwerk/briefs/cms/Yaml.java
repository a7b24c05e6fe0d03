package io.liftwerk.briefs.cms;

import java.util.Locale;

/** Scalars of YAML 1.2 that mean themselves whatever they hold. */
final class Yaml {
  private Yaml() {}

  /**
   * {@code value} between double quotes (section 7.3.1): {@code no}, {@code 2024-01-01} or {@code
   * key: value} stay text, and characters that YAML does not print are escapes.
   */
  static String quoted(String value) {
    var out = new StringBuilder(value.length() + 2).append('"');
    value
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                  if (isPrinted(c)) {
                    out.appendCodePoint(c);
                  } else {
                    out.append(String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08X" : "\\u%04X", c));
                  }
                }
              }
            });
    return out.append('"').toString();
  }

  /** {@code c-printable} of the specification, without line breaks and the mark of byte order. */
  private static boolean isPrinted(int c) {
    boolean lineBreak = c == 0x85 || c == 0x2028 || c == 0x2029;
    boolean control = c < 0x20 || c >= 0x7F && c < 0xA0;
    boolean none = c >= 0xD800 && c < 0xE000 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
    return !lineBreak && !control && !none;
  }
}
