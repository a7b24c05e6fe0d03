package io.liftwerk.warehouse.quality;

import io.liftwerk.warehouse.quality.Check.Finding;
import io.liftwerk.warehouse.quality.Check.Measure;
import io.liftwerk.warehouse.quality.Check.OfTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tests of a figure over a column. Empty values do not count; a column without any value has no
 * figure, and fails.
 */
final class FigureTests {
  private FigureTests() {}

  static void register(Map<String, Maker> makers) {
    // the sample's standard deviation, as in Great Expectations and dbt_expectations
    figure(makers, "expect_column_mean_to_be_between", "the mean", "avg(%s)");
    figure(makers, "expect_column_median_to_be_between", "the median", "median(%s)");
    figure(makers, "expect_column_min_to_be_between", "the smallest value", "min(%s)");
    figure(makers, "expect_column_max_to_be_between", "the largest value", "max(%s)");
    figure(makers, "expect_column_sum_to_be_between", "the sum", "sum(%s)");
    figure(
        makers, "expect_column_stdev_to_be_between", "the standard deviation", "stddev_samp(%s)");
    count(
        makers,
        "expect_column_unique_value_count_to_be_between",
        "the number of different values",
        "count(DISTINCT %s)");
    count(
        makers,
        "expect_column_proportion_of_unique_values_to_be_between",
        "the share of different values",
        "count(DISTINCT %1$s) / nullif(count(%1$s), 0)");
    makers.put("expect_column_distinct_count_to_equal", FigureTests::distinctCount);
    makers.put("expect_column_quantile_values_to_be_between", FigureTests::quantiles);
    makers.put("expect_column_distinct_values_to_contain_set", (t, c, a) -> set(t, c, a, false));
    makers.put("expect_column_distinct_values_to_equal_set", (t, c, a) -> set(t, c, a, true));
    makers.put("expect_column_most_common_value_to_be_in_set", FigureTests::mostCommon);
    makers.put("not_constant", FigureTests::notConstant);
    makers.put("at_least_one", FigureTests::atLeastOne);
    makers.put("not_null_proportion", FigureTests::filled);
  }

  /** The bounds are of the column's own type: the largest day is a day. */
  private static void figure(
      Map<String, Maker> makers, String name, String words, String aggregate) {
    makers.put(
        name,
        (target, column, arguments) -> {
          var range = Range.of(arguments);
          return between(target, column, words, aggregate, range, range.sql(target, column, "f"));
        });
  }

  /** The bounds are numbers, whatever the column holds. */
  private static void count(
      Map<String, Maker> makers, String name, String words, String aggregate) {
    makers.put(
        name,
        (target, column, arguments) -> {
          var range = Range.ofNumbers(arguments);
          return between(target, column, words, aggregate, range, range.sql("f"));
        });
  }

  private static Check between(
      Target target,
      @Nullable String column,
      String words,
      String aggregate,
      Range range,
      String within) {
    String sql = target.column(column);
    return new OfTable(
        words + " of '" + column + "' is " + range.words(),
        tested -> judged(tested, aggregate, sql, within),
        null);
  }

  private static Finding judged(Target target, String aggregate, String column, String within)
      throws SQLException {
    String expression = aggregate.formatted(column);
    List<@Nullable Object> row =
        target.row(
            "SELECT f, "
                + within
                + " FROM (SELECT "
                + expression
                + " AS f FROM "
                + target.rows()
                + ")");
    return Finding.of(Boolean.TRUE.equals(row.get(1)), Target.real(row.get(0)), text(row.get(0)));
  }

  /** A figure in few digits, a day as it is. */
  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "no value";
      case Double number when !Double.isFinite(number) -> number.toString();
      case Number number ->
          new BigDecimal(number.toString())
              .round(new MathContext(6))
              .stripTrailingZeros()
              .toPlainString();
      default -> value.toString();
    };
  }

  private static Check distinctCount(Target target, @Nullable String column, Arguments arguments) {
    var range = Range.exactly(arguments.requiredNumber("value").toPlainString());
    return between(
        target,
        column,
        "the number of different values",
        "count(DISTINCT %s)",
        range,
        range.sql("f"));
  }

  /** One quantile with its bounds, or {@code quantile_ranges} with several. */
  private static Check quantiles(Target target, @Nullable String column, Arguments arguments)
      throws SQLException {
    Arguments several = arguments.map("quantile_ranges");
    if (several == null) {
      BigDecimal quantile = arguments.requiredNumber("quantile");
      checkShare(quantile.doubleValue());
      var range = Range.of(arguments);
      return between(
          target,
          column,
          "the quantile " + quantile.toPlainString(),
          "quantile_cont(%s, " + quantile.toPlainString() + ")",
          range,
          range.sql(target, column, "f"));
    }
    double[] quantiles = several.numbers("quantiles");
    List<@Nullable Object> bounds = several.list("value_ranges");
    if (quantiles == null || bounds == null || bounds.size() != quantiles.length) {
      throw Arguments.wrong(
          "The test " + arguments.test() + " needs as many value_ranges as quantiles");
    }
    arguments.value("allow_relative_error");
    var ranges = new ArrayList<Range>();
    bounds.forEach(bound -> ranges.add(pair(bound)));
    return new OfTable(
        "the quantiles of '" + column + "' are as stated, " + words(quantiles, ranges),
        quantiles(target.column(column), quantiles, ranges),
        null);
  }

  private static void checkShare(double quantile) {
    if (!(quantile >= 0 && quantile <= 1)) {
      throw Arguments.wrong("A quantile lies between 0 and 1, not at " + quantile);
    }
  }

  private static Range pair(@Nullable Object bound) {
    if (!(bound instanceof List<?> list) || list.size() != 2) {
      throw Arguments.wrong("Of value_ranges each must be a list of two, not " + bound);
    }
    Object low = list.get(0);
    Object high = list.get(1);
    if (low instanceof Number from
        && high instanceof Number to
        && from.doubleValue() > to.doubleValue()) {
      throw Arguments.wrong("Of the value_ranges " + bound + " the first is above the second");
    }
    return new Range(low, false, high, false);
  }

  private static String words(double[] quantiles, List<Range> ranges) {
    var words = new ArrayList<String>();
    for (int i = 0; i < quantiles.length; i++) {
      Range range = ranges.get(i);
      words.add(
          text(quantiles[i])
              + ": "
              + (range.low() == null ? "" : range.low())
              + "…"
              + (range.high() == null ? "" : range.high()));
    }
    return String.join(", ", words);
  }

  private static Measure quantiles(String column, double[] quantiles, List<Range> ranges) {
    for (double quantile : quantiles) {
      checkShare(quantile);
    }
    return target -> {
      var sql = new ArrayList<String>();
      for (double quantile : quantiles) {
        sql.add("quantile_cont(" + column + ", " + new BigDecimal(quantile).toPlainString() + ")");
      }
      List<@Nullable Object> row =
          target.row("SELECT " + String.join(", ", sql) + " FROM " + target.rows());
      boolean all = true;
      for (int i = 0; i < quantiles.length; i++) {
        all &= within(ranges.get(i), Target.real(row.get(i)));
      }
      String text = row.stream().map(FigureTests::text).collect(Collectors.joining(", "));
      return Finding.of(all, null, text);
    };
  }

  private static boolean within(Range range, @Nullable Double value) {
    Double low = Target.real(range.low());
    Double high = Target.real(range.high());
    return value != null && (low == null || value >= low) && (high == null || value <= high);
  }

  private static Check set(
      Target target, @Nullable String column, Arguments arguments, boolean equal) {
    List<@Nullable Object> values = arguments.list("value_set", "values");
    if (values == null) {
      throw Arguments.wrong("The test " + arguments.test() + " needs the argument 'value_set'");
    }
    String sql = target.column(column);
    String type = target.type(column);
    String wanted =
        values.stream()
            .filter(value -> value != null)
            .map(value -> "CAST(" + target.literal(column, value) + " AS " + type + ")")
            .collect(Collectors.joining(", ", "[", "]::" + type + "[]"));
    Measure measure =
        tested -> {
          List<@Nullable Object> row =
              tested.row(
                  """
                  SELECT len(list_filter(wanted, x -> NOT list_contains(there, x))),
                    len(list_filter(there, x -> NOT list_contains(wanted, x))), len(there)
                  FROM (SELECT %s AS wanted, coalesce(list(DISTINCT %s), []) AS there FROM %s
                    WHERE %s IS NOT NULL)
                  """
                      .formatted(wanted, sql, tested.rows(), sql));
          long missing = Target.number(row.get(0));
          long more = Target.number(row.get(1));
          return Finding.of(
              missing == 0 && (!equal || more == 0),
              (double) missing,
              TableTests.number(missing) + " missing, " + TableTests.number(more) + " others");
        };
    return new OfTable(
        equal
            ? "the values of '" + column + "' are exactly " + RowTests.words(values)
            : "among the values of '" + column + "' are " + RowTests.words(values),
        measure,
        equal && !values.isEmpty()
            ? sql
                + " IS NOT NULL AND NOT ("
                + sql
                + ") IN ("
                + target.literals(column, values)
                + ")"
            : null);
  }

  private static Check mostCommon(Target target, @Nullable String column, Arguments arguments) {
    List<@Nullable Object> values = arguments.list("value_set", "values");
    if (values == null || values.isEmpty()) {
      throw Arguments.wrong("The test " + arguments.test() + " needs the argument 'value_set'");
    }
    arguments.value("ties_okay", "top_n", "data_type");
    String sql = target.column(column);
    String within = "(f) IN (" + target.literals(column, values) + ")";
    return new OfTable(
        "the most frequent value of '" + column + "' is one of " + RowTests.words(values),
        tested -> judged(tested, "mode(%s)", sql, within),
        null);
  }

  private static Check notConstant(Target target, @Nullable String column, Arguments arguments) {
    String sql = target.column(column);
    return new OfTable(
        "'" + column + "' has more than one value",
        tested -> judged(tested, "count(DISTINCT %s)", sql, "f > 1"),
        null);
  }

  private static Check atLeastOne(Target target, @Nullable String column, Arguments arguments) {
    String sql = target.column(column);
    return new OfTable(
        "'" + column + "' has at least one value",
        tested -> judged(tested, "count(%s)", sql, "f > 0"),
        null);
  }

  private static Check filled(Target target, @Nullable String column, Arguments arguments) {
    BigDecimal least = arguments.requiredNumber("at_least");
    BigDecimal most = arguments.number("at_most");
    var range = new Range(least, false, most == null ? BigDecimal.ONE : most, false);
    return between(
        target,
        column,
        "the share of filled values",
        "count(%s) / nullif(count(*), 0)",
        range,
        range.sql("f"));
  }
}
