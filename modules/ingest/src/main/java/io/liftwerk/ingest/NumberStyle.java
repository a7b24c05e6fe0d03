package io.liftwerk.ingest;

/**
 * How a locale writes digits. A style without grouping is part of the grouped ones with the same
 * decimal sign; leading zeros and more than 18 whole digits are nowhere numbers but identifiers.
 */
enum NumberStyle {
  PLAIN("1234.56", "", "\\.", '.'),
  PLAIN_COMMA("1234,56", "", ",", ','),
  ENGLISH("1,234.56", ",", "\\.", '.'),
  GERMAN("1.234,56", "\\.", ",", ','),
  FRENCH("1 234,56", "[ \\x{A0}\\x{202F}\\x{2009}]", ",", ','),
  SPACED("1 234.56", "[ \\x{A0}\\x{202F}\\x{2009}]", "\\.", '.'),
  SWISS("1'234.56", "['\\x{2019}]", "\\.", '.');

  private final String sample;
  private final String group;
  private final char decimal;
  private final String pattern;
  private final String unsigned;

  NumberStyle(String sample, String group, String decimalPattern, char decimal) {
    this.sample = sample;
    this.group = group;
    this.decimal = decimal;
    String whole = "0|[1-9]\\d{0,17}";
    if (!group.isEmpty()) {
      whole += "|[1-9]\\d{0,2}(?:" + group + "\\d{3}){1,5}";
    }
    // programs that print floating numbers leave the point of 144.0 standing as in 144.
    this.unsigned =
        "(?:(?:" + whole + ")(?:" + decimalPattern + "\\d*)?|" + decimalPattern + "\\d+)";
    String number = "[-\\x{2212}]?(?:" + whole + ")(?:" + decimalPattern + "\\d*)?";
    // a plus sign marks a change such as +12,5; long digits behind it are a telephone number
    String more =
        "|[-+\\x{2212}]?"
            + decimalPattern
            + "\\d+|\\+(?:0|[1-9]\\d{0,5})(?:"
            + decimalPattern
            + "\\d+)?";
    String power =
        decimal == '.' ? "|-?\\d(?:\\.\\d+)?[eE]-\\d{1,3}|-?\\d\\.\\d+[eE]\\+?\\d{1,3}" : "";
    this.pattern = "(?:" + number + more + power + ")";
  }

  /** An example that names the style to people. */
  String sample() {
    return sample;
  }

  /** The same without decimals. */
  String wholeSample() {
    return sample.substring(0, sample.length() - 3);
  }

  char decimal() {
    return decimal;
  }

  boolean grouped() {
    return !group.isEmpty();
  }

  /** A regular expression that Java and RE2 understand alike, matching the whole number. */
  String pattern() {
    return pattern;
  }

  /** The same without any sign before the digits. */
  String unsigned() {
    return unsigned;
  }

  /** Whether a text can mean one number here and another one there. */
  boolean clashesWith(NumberStyle other) {
    return decimal != other.decimal && (groupsBy(other.decimal) || other.groupsBy(decimal));
  }

  private boolean groupsBy(char sign) {
    return sample.charAt(1) == sign;
  }

  /** The grouping characters as a pattern, empty without grouping. */
  String groupPattern() {
    return group;
  }

  /** The number as DuckDB casts it: no grouping, a decimal point, an ASCII minus. */
  String canonicalSql(String column) {
    String sql = column;
    switch (this) {
      case ENGLISH -> sql = replace(sql, ",");
      case GERMAN -> sql = replace(sql, ".");
      case FRENCH, SPACED -> {
        for (String blank : new String[] {" ", "\u00A0", "\u202F", "\u2009"}) {
          sql = replace(sql, blank);
        }
      }
      case SWISS -> sql = replace(replace(sql, "''"), "\u2019");
      default -> {}
    }
    if (decimal == ',') {
      sql = "replace(" + sql + ", ',', '.')";
    }
    return sql;
  }

  private static String replace(String sql, String removed) {
    return "replace(" + sql + ", '" + removed + "', '')";
  }
}
