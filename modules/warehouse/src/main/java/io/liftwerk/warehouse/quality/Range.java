package io.liftwerk.warehouse.quality;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What a value or a figure must lie between; either end may be open.
 *
 * @param low as stated, null when there is no lower bound
 * @param strictlyAbove whether the lower bound itself is outside
 */
record Range(
    @Nullable Object low, boolean strictlyAbove, @Nullable Object high, boolean strictlyBelow) {

  /**
   * Reads {@code min_value}, {@code max_value} and what says whether they belong to it.
   *
   * @throws io.liftwerk.workspace.WorkbenchException when neither is given
   */
  static Range of(Arguments arguments) {
    Object low = arguments.value("min_value");
    Object high = arguments.value("max_value");
    if (low == null && high == null) {
      throw Arguments.wrong("The test " + arguments.test() + " needs min_value or max_value");
    }
    boolean strictly = arguments.flag("strictly", false) || !arguments.flag("inclusive", true);
    return new Range(
        low,
        strictly || arguments.flag("strict_min", false),
        high,
        strictly || arguments.flag("strict_max", false));
  }

  static Range exactly(Object value) {
    return new Range(value, false, value, false);
  }

  /** As {@link #of}, for figures that are numbers whatever the column holds. */
  static Range ofNumbers(Arguments arguments) {
    arguments.number("min_value");
    arguments.number("max_value");
    return of(arguments);
  }

  /** SQL that is true of {@code expression} within, where bounds are values of {@code column}. */
  String sql(Target target, @Nullable String column, String expression) throws SQLException {
    return sql(
        expression,
        low == null ? null : target.bound(column, low),
        high == null ? null : target.bound(column, high));
  }

  /** The same, where bounds are numbers. */
  String sql(String expression) {
    return sql(
        expression, low == null ? null : low.toString(), high == null ? null : high.toString());
  }

  private String sql(String expression, @Nullable String from, @Nullable String to) {
    String above = from == null ? null : expression + (strictlyAbove ? " > " : " >= ") + from;
    String below = to == null ? null : expression + (strictlyBelow ? " < " : " <= ") + to;
    if (above == null || below == null) {
      return "(" + (above == null ? below : above) + ")";
    }
    return "(" + above + " AND " + below + ")";
  }

  /** In words, to follow "is". */
  String words() {
    if (low != null && high != null) {
      if (low.equals(high)) {
        return "exactly " + low;
      }
      if (!strictlyAbove && !strictlyBelow) {
        return "between " + low + " and " + high;
      }
      return lowWords() + " and " + highWords();
    }
    return low == null ? highWords() : lowWords();
  }

  private String lowWords() {
    return strictlyAbove ? "above " + low : "at least " + low;
  }

  private String highWords() {
    return strictlyBelow ? "below " + high : "at most " + high;
  }
}
