package io.liftwerk.warehouse.quality;

import io.liftwerk.warehouse.quality.Check.OfRows;
import io.liftwerk.workspace.Sql;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tests that a row passes or fails by itself. As in dbt and Great Expectations an empty value is
 * judged by those tests alone that ask for values to be there.
 */
final class RowTests {
  private static final String EVERY = "TRUE";

  private RowTests() {}

  static void register(Map<String, Maker> makers) {
    makers.put("not_null", RowTests::notNull);
    makers.put("expect_column_values_to_not_be_null", RowTests::notNull);
    makers.put("expect_column_values_to_be_null", RowTests::isNull);
    makers.put("not_empty_string", RowTests::notEmpty);
    makers.put("accepted_values", (t, c, a) -> inSet(t, c, a, true));
    makers.put("expect_column_values_to_be_in_set", (t, c, a) -> inSet(t, c, a, true));
    makers.put("expect_column_distinct_values_to_be_in_set", (t, c, a) -> inSet(t, c, a, true));
    makers.put("not_accepted_values", (t, c, a) -> inSet(t, c, a, false));
    makers.put("expect_column_values_to_not_be_in_set", (t, c, a) -> inSet(t, c, a, false));
    makers.put("accepted_range", RowTests::between);
    makers.put("expect_column_values_to_be_between", RowTests::between);
    makers.put("expect_column_values_to_match_regex", (t, c, a) -> regex(t, c, a, true));
    makers.put("expect_column_values_to_not_match_regex", (t, c, a) -> regex(t, c, a, false));
    makers.put("expect_column_values_to_match_regex_list", (t, c, a) -> regexes(t, c, a, true));
    makers.put(
        "expect_column_values_to_not_match_regex_list", (t, c, a) -> regexes(t, c, a, false));
    makers.put("expect_column_values_to_match_like_pattern", (t, c, a) -> like(t, c, a, true));
    makers.put("expect_column_values_to_not_match_like_pattern", (t, c, a) -> like(t, c, a, false));
    makers.put("expect_column_value_lengths_to_be_between", RowTests::lengths);
    makers.put("expect_column_value_lengths_to_equal", RowTests::length);
    makers.put("expect_column_pair_values_a_to_be_greater_than_b", RowTests::greater);
    makers.put("expect_column_pair_values_to_be_equal", RowTests::equal);
    makers.put("expect_multicolumn_sum_to_equal", RowTests::sum);
    makers.put("expression_is_true", RowTests::expression);
  }

  private static String quoted(@Nullable String column) {
    return "'" + column + "'";
  }

  private static String there(String column) {
    return column + " IS NOT NULL";
  }

  private static Check notNull(Target target, @Nullable String column, Arguments arguments) {
    return new OfRows(
        quoted(column) + " is never empty",
        EVERY,
        target.column(column) + " IS NULL",
        arguments.mostly());
  }

  private static Check isNull(Target target, @Nullable String column, Arguments arguments) {
    return new OfRows(
        quoted(column) + " is always empty",
        EVERY,
        there(target.column(column)),
        arguments.mostly());
  }

  private static Check notEmpty(Target target, @Nullable String column, Arguments arguments) {
    String text = "CAST(" + target.column(column) + " AS VARCHAR)";
    String bare = arguments.flag("trim_whitespace", true) ? "trim(" + text + ")" : text;
    return new OfRows(
        quoted(column) + " never holds a text without characters",
        there(text),
        bare + " = ''",
        arguments.mostly());
  }

  /** Values as a sentence names them. */
  static String words(@Nullable List<@Nullable Object> values) {
    return values == null
        ? ""
        : values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
  }

  private static Check inSet(
      Target target, @Nullable String column, Arguments arguments, boolean wanted) {
    List<@Nullable Object> values = arguments.list("value_set", "values");
    String sql = target.column(column);
    String claim =
        wanted
            ? quoted(column) + " is one of " + words(values)
            : quoted(column) + " is none of " + words(values);
    String failing;
    if (values == null) {
      // as Great Expectations has it: no set is the set of everything
      claim = quoted(column) + " may hold any value";
      failing = "FALSE";
    } else if (values.isEmpty()) {
      claim = quoted(column) + " holds no value at all";
      failing = wanted ? "TRUE" : "FALSE";
    } else {
      String within = "(" + sql + ") IN (" + target.literals(column, values) + ")";
      failing = wanted ? "NOT " + within : within;
    }
    return new OfRows(claim, there(sql), failing, arguments.mostly());
  }

  private static Check between(Target target, @Nullable String column, Arguments arguments)
      throws SQLException {
    var range = Range.of(arguments);
    String sql = target.column(column);
    return new OfRows(
        quoted(column) + " is " + range.words(),
        there(sql),
        "NOT " + range.sql(target, column, sql),
        arguments.mostly());
  }

  private static String matching(
      Target target, @Nullable String column, String regex, String flags) {
    String text = "CAST(" + target.column(column) + " AS VARCHAR)";
    return flags.isEmpty()
        ? "regexp_matches(" + text + ", " + Sql.literal(regex) + ")"
        : "regexp_matches(" + text + ", " + Sql.literal(regex) + ", " + Sql.literal(flags) + ")";
  }

  private static Check regex(
      Target target, @Nullable String column, Arguments arguments, boolean wanted) {
    String regex = arguments.requiredText("regex");
    String flags = arguments.text("flags");
    String matches = matching(target, column, regex, flags == null ? "" : flags);
    return new OfRows(
        wanted
            ? quoted(column) + " matches the pattern " + regex
            : quoted(column) + " does not match the pattern " + regex,
        there(target.column(column)),
        wanted ? "NOT " + matches : matches,
        arguments.mostly());
  }

  private static Check regexes(
      Target target, @Nullable String column, Arguments arguments, boolean wanted) {
    String flags = arguments.text("flags");
    List<String> patterns = arguments.names("regex_list");
    String on = arguments.text("match_on");
    String how = "all".equals(on) ? " AND " : " OR ";
    String matches =
        patterns.stream()
            .map(regex -> matching(target, column, regex, flags == null ? "" : flags))
            .collect(Collectors.joining(how, "(", ")"));
    String words = String.join(", ", patterns);
    return new OfRows(
        !wanted
            ? quoted(column) + " matches none of the patterns " + words
            : how.equals(" OR ")
                ? quoted(column) + " matches one of the patterns " + words
                : quoted(column) + " matches all of the patterns " + words,
        there(target.column(column)),
        wanted ? "NOT " + matches : matches,
        arguments.mostly());
  }

  private static Check like(
      Target target, @Nullable String column, Arguments arguments, boolean wanted) {
    String pattern = arguments.requiredText("like_pattern");
    String sql = target.column(column);
    String matches = "CAST(" + sql + " AS VARCHAR) LIKE " + Sql.literal(pattern);
    return new OfRows(
        wanted
            ? quoted(column) + " matches the pattern " + pattern
            : quoted(column) + " does not match the pattern " + pattern,
        there(sql),
        wanted ? "NOT " + matches : matches,
        arguments.mostly());
  }

  private static Check lengths(Target target, @Nullable String column, Arguments arguments) {
    return lengths(target, column, arguments, Range.ofNumbers(arguments));
  }

  private static Check length(Target target, @Nullable String column, Arguments arguments) {
    BigDecimal value = arguments.requiredNumber("value");
    return lengths(target, column, arguments, Range.exactly(value.toPlainString()));
  }

  private static Check lengths(
      Target target, @Nullable String column, Arguments arguments, Range range) {
    String sql = target.column(column);
    if (!target.isText(column)) {
      throw Arguments.wrong(
          "'" + column + "' of " + target.table() + " holds no text, so its values have no length");
    }
    return new OfRows(
        "the number of characters of " + quoted(column) + " is " + range.words(),
        there(sql),
        "NOT " + range.sql("length(CAST(" + sql + " AS VARCHAR))"),
        arguments.mostly());
  }

  /** Which rows of several columns count, by {@code ignore_row_if}. */
  static String judged(Arguments arguments, List<String> columns) {
    String said = arguments.text("ignore_row_if");
    String ignore = said == null ? "all_values_are_missing" : said;
    String missing = columns.stream().map(c -> c + " IS NULL").collect(Collectors.joining(" AND "));
    String one = columns.stream().map(c -> c + " IS NULL").collect(Collectors.joining(" OR "));
    return switch (ignore) {
      case "all_values_are_missing", "both_values_are_missing" -> "NOT (" + missing + ")";
      case "any_value_is_missing", "either_value_is_missing", "any_values_are_missing" ->
          "NOT (" + one + ")";
      case "never", "neither" -> EVERY;
      default -> throw Arguments.wrong("There is no ignore_row_if '" + said + "'");
    };
  }

  private static Check greater(Target target, @Nullable String column, Arguments arguments) {
    String a = arguments.requiredText("column_A");
    String b = arguments.requiredText("column_B");
    boolean orEqual = arguments.flag("or_equal", false);
    List<String> both = List.of(target.column(a), target.column(b));
    return new OfRows(
        orEqual
            ? quoted(a) + " is never less than " + quoted(b)
            : quoted(a) + " is greater than " + quoted(b),
        judged(arguments, both),
        "(" + both.get(0) + (orEqual ? " >= " : " > ") + both.get(1) + ") IS NOT TRUE",
        arguments.mostly());
  }

  private static Check equal(Target target, @Nullable String column, Arguments arguments) {
    String a = arguments.requiredText("column_A");
    String b = arguments.requiredText("column_B");
    List<String> both = List.of(target.column(a), target.column(b));
    return new OfRows(
        quoted(a) + " is equal to " + quoted(b),
        judged(arguments, both),
        "(" + both.get(0) + " = " + both.get(1) + ") IS NOT TRUE",
        arguments.mostly());
  }

  private static Check sum(Target target, @Nullable String column, Arguments arguments) {
    List<String> names = arguments.names("column_list");
    var columns = new ArrayList<String>();
    names.forEach(name -> columns.add(target.column(name)));
    Object total = arguments.required("sum_total");
    String sum = String.join(" + ", columns);
    return new OfRows(
        "the sum of "
            + names.stream().map(RowTests::quoted).collect(Collectors.joining(", "))
            + " is "
            + total,
        judged(arguments, columns),
        "(" + sum + " = (" + total + "\n)) IS NOT TRUE",
        arguments.mostly());
  }

  private static Check expression(Target target, @Nullable String column, Arguments arguments) {
    String expression = arguments.requiredText("expression");
    String whole = column == null ? expression : target.column(column) + " " + expression;
    String claim = column == null ? expression : quoted(column) + " " + expression;
    return new OfRows(claim + " holds", EVERY, "(" + whole + "\n) IS NOT TRUE", arguments.mostly());
  }
}
