package io.liftwerk.app.window.experiments;

import io.liftwerk.experiments.AbTestRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric as the page sets it.
 *
 * @param column outcome, or numerator of a ratio
 * @param below denominator of a ratio, else null
 * @param kind one of {@link #KINDS}, or another quantile such as {@code p75}
 * @param less whether less is better
 */
record MetricChoice(String column, @Nullable String below, String kind, boolean less) {
  static final String RATIO = "ratio";

  /** Kinds that the page offers. */
  static final List<String> KINDS =
      List.of("proportion", "mean", "revenue", RATIO, "median", "p90", "p99");

  /** Reads one of {@link AbTestRequest#metrics}. */
  static MetricChoice parse(String text) {
    String rest = text;
    boolean less = rest.endsWith(":less") && rest.indexOf(':') < rest.length() - 5;
    if (less) {
      rest = rest.substring(0, rest.length() - 5);
    }
    int colon = rest.lastIndexOf(':');
    String kind = colon < 0 ? "mean" : rest.substring(colon + 1).strip();
    String column = colon < 0 ? rest : rest.substring(0, colon).strip();
    int slash = kind.equals(RATIO) ? column.indexOf('/') : -1;
    return slash < 0
        ? new MetricChoice(column, null, kind, less)
        : new MetricChoice(column.substring(0, slash), column.substring(slash + 1), kind, less);
  }

  /** As {@link AbTestRequest#metrics} writes it. */
  String text() {
    String what = kind.equals(RATIO) ? column + "/" + below : column;
    return what + ":" + kind + (less ? ":less" : "");
  }

  /** Whether nothing is missing. */
  boolean isComplete() {
    return !kind.equals(RATIO) || below != null;
  }

  MetricChoice withColumn(String next) {
    return new MetricChoice(next, below, kind, less);
  }

  MetricChoice withBelow(String next) {
    return new MetricChoice(column, next, kind, less);
  }

  MetricChoice withKind(String next) {
    return new MetricChoice(column, next.equals(RATIO) ? below : null, next, less);
  }

  MetricChoice withLess(boolean next) {
    return new MetricChoice(column, below, kind, next);
  }
}
