package io.liftwerk.workspace;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps a spreadsheet from running text as a formula: a cell of a delimited file that begins with
 * {@code = + - @}, a tab or a carriage return gets a leading apostrophe, unless it is a plain
 * number such as {@code -1.234,50}, {@code +3} or {@code -12 %}.
 */
final class InertText {
  private static final String RISKY = "^[=+@\\t\\r-]";
  private static final String NUMBER =
      "^[+-]?[0-9]([0-9.,'’ \\x{A0}\\x{202F}]*[0-9])?([eE][+-]?[0-9]{1,3})?[ \\x{A0}]?%?$";
  private static final List<String> NEVER_TEXT =
      List.of(
          "BOOLEAN",
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "HUGEINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT",
          "UHUGEINT",
          "FLOAT",
          "DOUBLE",
          "DECIMAL",
          "DATE",
          "TIME",
          "TIMESTAMP",
          "UUID");

  private static final Pattern RISKY_PATTERN = Pattern.compile(RISKY);
  private static final Pattern NUMBER_PATTERN = Pattern.compile(NUMBER);

  private InertText() {}

  /** {@code SELECT}'s list: every column under its name, text made inert. */
  static String projection(List<TableInfo.Column> columns) {
    return columns.stream()
        .map(column -> value(column) + " AS " + Sql.identifier(of(column.name())))
        .collect(Collectors.joining(", "));
  }

  /** An aggregate: how many cells {@link #projection} changes. */
  static String count(List<TableInfo.Column> columns) {
    return columns.stream()
        .filter(InertText::mayBeText)
        .map(column -> " + coalesce(count_if(" + condition(text(column)) + "), 0)")
        .collect(Collectors.joining("", "CAST(0", " AS BIGINT)"));
  }

  /** How many names of columns are made inert. */
  static long countNames(List<TableInfo.Column> columns) {
    return columns.stream().filter(column -> !of(column.name()).equals(column.name())).count();
  }

  /** {@code text}, made inert where it has to be. */
  static String of(String text) {
    boolean risky = RISKY_PATTERN.matcher(text).find() && !NUMBER_PATTERN.matcher(text).find();
    return risky ? '\'' + text : text;
  }

  private static String value(TableInfo.Column column) {
    if (!mayBeText(column)) {
      return Sql.identifier(column.name());
    }
    String text = text(column);
    return "CASE WHEN " + condition(text) + " THEN '''' || " + text + " ELSE " + text + " END";
  }

  private static String condition(String text) {
    // the first look is a cheap one: most cells begin with a letter or a digit
    return "(ascii("
        + text
        + ") IN (9, 13, 43, 45, 61, 64) AND NOT regexp_matches("
        + text
        + ", "
        + Sql.literal(NUMBER)
        + "))";
  }

  private static String text(TableInfo.Column column) {
    return "CAST(" + Sql.identifier(column.name()) + " AS VARCHAR)";
  }

  private static boolean mayBeText(TableInfo.Column column) {
    String type = column.type().toUpperCase(Locale.ROOT);
    if (type.endsWith("]")) {
      return true;
    }
    return NEVER_TEXT.stream()
        .noneMatch(
            name ->
                type.equals(name) || type.startsWith(name + "(") || type.startsWith(name + " "));
  }
}
