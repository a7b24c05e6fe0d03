package io.liftwerk.ingest;

import java.util.Locale;
import java.util.Set;

/**
 * Marks for a missing value. They count as such only in a column whose other values are numbers,
 * dates or yes/no: in a text column {@code NA} may be a country and {@code null} a search term.
 */
final class Missing {
  private static final Set<String> WORDS =
      Set.of(
          "",
          "-",
          "--",
          "---",
          "\u2013",
          "\u2014",
          "n/a",
          "na",
          "#n/a",
          "n.a.",
          "k. a.",
          "k.a.",
          "null",
          "(null)",
          "none",
          "nan",
          "\\n",
          "#div/0!",
          "(not set)");

  private Missing() {}

  /** Every mark, in lower case. */
  static Set<String> examples() {
    return WORDS;
  }

  static boolean is(String value) {
    String bare = strip(value);
    return bare.length() <= 9 && WORDS.contains(bare.toLowerCase(Locale.ROOT));
  }

  /** Without blanks around, no-break ones included. */
  static String strip(String value) {
    int from = 0;
    int to = value.length();
    while (from < to && blank(value.charAt(from))) {
      from++;
    }
    while (to > from && blank(value.charAt(to - 1))) {
      to--;
    }
    return value.substring(from, to);
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t' || c == '\u00A0' || c == '\u202F' || c == '\u2009' || c == '\n';
  }
}
