package io.liftwerk.scoring;

import io.liftwerk.scoring.SegmentRule.Comparison;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.WorkbenchException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A segment's rules in SQL. Text is compared without regard to case and to blanks around it; a
 * record without a value is not equal to any, so it fulfils {@code !=}.
 */
final class SegmentConditions {
  private SegmentConditions() {}

  private enum Type {
    NUMBER,
    DATE,
    FLAG,
    TEXT
  }

  /**
   * @throws WorkbenchException code {@code column-unknown} or {@code segment-rule}
   */
  static String sql(SegmentRule rule, SegmentSource source) {
    SegmentSource.Column column = source.column(rule.column());
    Type type = type(column.type());
    String blank = "nullif(trim(CAST(" + column.sql() + " AS VARCHAR)), '')";
    String value = value(column.sql(), type);
    return switch (rule.comparison()) {
      case EMPTY -> blank + " IS NULL";
      case FILLED -> blank + " IS NOT NULL";
      case CONTAINS ->
          "contains(lower(coalesce("
              + blank
              + ", '')), lower("
              + Sql.literal(rule.values().getFirst())
              + "))";
      case IN ->
          rule.values().stream()
              .map(one -> literal(rule, type, one))
              .collect(Collectors.joining(", ", "coalesce((" + value + ") IN (", "), false)"));
      case IS -> value + " IS NOT DISTINCT FROM " + only(rule, type);
      case NOT -> value + " IS DISTINCT FROM " + only(rule, type);
      case AT_LEAST, AT_MOST, MORE, LESS -> {
        if (type == Type.TEXT || type == Type.FLAG) {
          throw new WorkbenchException(
              "segment-rule",
              "The column '%s' holds neither numbers nor dates, so '%s' cannot be asked of it."
                  .formatted(rule.column(), rule),
              "Ask with =, !=, in, contains, \"is empty\" or \"is filled\".");
        }
        yield "coalesce("
            + value
            + " "
            + rule.comparison().written()
            + " "
            + only(rule, type)
            + ", false)";
      }
    };
  }

  static boolean isNumber(String type) {
    return type(type) == Type.NUMBER;
  }

  private static Type type(String type) {
    if (type.equals("BOOLEAN")) {
      return Type.FLAG;
    }
    if (type.equals("DATE") || type.startsWith("TIMESTAMP")) {
      return Type.DATE;
    }
    return List.of("INT", "DECIMAL", "DOUBLE", "FLOAT", "REAL").stream().anyMatch(type::contains)
            && !type.contains("[")
        ? Type.NUMBER
        : Type.TEXT;
  }

  private static String value(String column, Type type) {
    return switch (type) {
      case NUMBER, FLAG -> column;
      case DATE -> "CAST(" + column + " AS DATE)";
      case TEXT -> "lower(trim(CAST(" + column + " AS VARCHAR)))";
    };
  }

  private static String only(SegmentRule rule, Type type) {
    return literal(rule, type, rule.values().getFirst());
  }

  private static String literal(SegmentRule rule, Type type, String text) {
    return switch (type) {
      case NUMBER -> number(rule, text);
      case DATE -> date(rule, text);
      case FLAG ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "ja", "1" -> "true";
            case "false", "no", "nein", "0" -> "false";
            default -> throw misfit(rule, text, "yes or no");
          };
      case TEXT -> "lower(trim(" + Sql.literal(text) + "))";
    };
  }

  private static String number(SegmentRule rule, String text) {
    String point =
        rule.comparison() == Comparison.IN ? text : text.replaceFirst("^(-?\\d+),(\\d+)$", "$1.$2");
    try {
      return new BigDecimal(point).toPlainString();
    } catch (NumberFormatException e) {
      throw misfit(rule, text, "a number");
    }
  }

  private static String date(SegmentRule rule, String text) {
    try {
      return "CAST('" + LocalDate.parse(text) + "' AS DATE)";
    } catch (DateTimeParseException e) {
      throw misfit(rule, text, "a day such as 2026-03-31");
    }
  }

  private static WorkbenchException misfit(SegmentRule rule, String text, String expected) {
    return new WorkbenchException(
        "segment-rule",
        "'%s' is held against the column '%s', which wants %s."
            .formatted(text, rule.column(), expected),
        "Change the rule '%s'.".formatted(rule));
  }
}
