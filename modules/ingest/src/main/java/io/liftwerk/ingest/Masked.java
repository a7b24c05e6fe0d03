package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;

/**
 * Numbers that an export holds back and gives a bound for: {@code <5}, {@code < 10 %}, {@code
 * >1,000}. Among numbers they are read as missing; a column of numbers stays one. What the file
 * said stays in the table of the load.
 */
final class Masked {
  /** One of them. */
  static final String EXAMPLE = "<5";

  private static final String BLANKS = "[ \\t\\x{A0}\\x{202F}\\x{2009}]*";

  private static final String PATTERN =
      BLANKS
          + "[<>\\x{2264}\\x{2265}]=?"
          + BLANKS
          + "(?:\\p{Sc}"
          + BLANKS
          + ")?\\d[\\d.,'\\x{2019} \\x{A0}\\x{202F}\\x{2009}]*(?:%|\\p{Sc}|[A-Z]{3})?"
          + BLANKS;

  private Masked() {}

  static boolean is(String value) {
    return !value.isEmpty()
        && value.length() < 40
        && mayBe(value)
        && Patterns.of(PATTERN).matcher(value).matches();
  }

  /** Nearly every value fails here, which costs little. */
  private static boolean mayBe(String value) {
    char first = value.charAt(0);
    return first == '<' || first == '>' || first == '≤' || first == '≥' || first <= ' ';
  }

  /** A condition that is true for masked values; {@code column} is quoted. */
  static String sql(String column) {
    return "regexp_full_match(" + column + ", " + Sql.literal(PATTERN) + ")";
  }
}
