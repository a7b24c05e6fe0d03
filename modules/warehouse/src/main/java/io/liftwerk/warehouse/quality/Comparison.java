package io.liftwerk.warehouse.quality;

import io.liftwerk.workspace.WorkbenchException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comparison with a number of failing rows, as dbt's {@code warn_if} and {@code error_if} have
 * it: {@code !=0}, {@code >10}, {@code between 5 and 10}.
 *
 * @param text as written
 */
public record Comparison(String text) {
  private static final Pattern SIMPLE = Pattern.compile("\\s*(=|==|!=|<>|<|<=|>|>=)\\s*(\\d+)\\s*");
  private static final Pattern RANGE =
      Pattern.compile("\\s*between\\s+(\\d+)\\s+and\\s+(\\d+)\\s*", Pattern.CASE_INSENSITIVE);

  /**
   * @throws WorkbenchException code {@code test-argument}
   */
  public Comparison {
    if (!SIMPLE.matcher(text).matches() && !RANGE.matcher(text).matches()) {
      throw Arguments.wrong("'" + text + "' is no comparison with a number of rows");
    }
  }

  boolean holds(long rows) {
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      return rows >= Long.parseLong(range.group(1)) && rows <= Long.parseLong(range.group(2));
    }
    Matcher simple = SIMPLE.matcher(text);
    if (!simple.matches()) {
      throw new IllegalStateException(text);
    }
    long bound = Long.parseLong(simple.group(2));
    return switch (simple.group(1)) {
      case "<" -> rows < bound;
      case "<=" -> rows <= bound;
      case ">" -> rows > bound;
      case ">=" -> rows >= bound;
      case "!=", "<>" -> rows != bound;
      default -> rows == bound;
    };
  }
}
