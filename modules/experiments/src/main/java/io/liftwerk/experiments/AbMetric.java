package io.liftwerk.experiments;

import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is compared between arms: {@code COL:kind}, {@code NUM/DEN:ratio}, with {@code :less} behind
 * where less is better.
 *
 * @param column outcome, or numerator of a ratio
 * @param below denominator of a ratio
 * @param kind what is made of it
 * @param level of a quantile, 0.9 for {@code p90}
 * @param less whether less is better
 */
record AbMetric(
    String column, @Nullable String below, Kind kind, @Nullable Double level, boolean less) {

  enum Kind {
    /** Share of persons whose value is 1. */
    PROPORTION,
    /** Mean of the persons' values. */
    MEAN,
    /** Money per person, buyers or not. */
    REVENUE,
    /** Sum of one column by the sum of another. */
    RATIO,
    /** Value below which a share of all values lies. */
    QUANTILE
  }

  /**
   * @throws WorkbenchException code {@code metric-syntax} or {@code metric-kind}
   */
  static AbMetric parse(String text) {
    var parts = new ArrayList<>(Arrays.asList(text.split(":", -1)));
    boolean less = parts.size() > 2 && parts.getLast().strip().equalsIgnoreCase("less");
    if (less) {
      parts.removeLast();
    }
    if (parts.size() < 2 || parts.getFirst().isBlank()) {
      throw new WorkbenchException(
          "metric-syntax",
          "The metric '%s' does not say what is made of which column.".formatted(text),
          "Write it like visit:proportion, spend:revenue or clicks/views:ratio.");
    }
    String word = parts.removeLast().strip().toLowerCase(Locale.ROOT);
    String column = String.join(":", parts).strip();
    Double level = level(word);
    if (level != null) {
      return new AbMetric(column, null, Kind.QUANTILE, level, less);
    }
    Kind kind =
        switch (word) {
          case "proportion" -> Kind.PROPORTION;
          case "mean" -> Kind.MEAN;
          case "revenue" -> Kind.REVENUE;
          case "ratio" -> Kind.RATIO;
          default ->
              throw new WorkbenchException(
                  "metric-kind",
                  "The metric '%s' asks for '%s', which is no kind of metric."
                      .formatted(text, word),
                  "There are proportion, mean, revenue, ratio, median and p1 to p99.");
        };
    if (kind != Kind.RATIO) {
      return new AbMetric(column, null, kind, null, less);
    }
    int slash = column.indexOf('/');
    if (slash < 1 || slash == column.length() - 1) {
      throw new WorkbenchException(
          "metric-syntax",
          "The ratio '%s' does not name two columns.".formatted(text),
          "Write it like clicks/views:ratio.");
    }
    return new AbMetric(
        column.substring(0, slash).strip(), column.substring(slash + 1).strip(), kind, null, less);
  }

  private static @Nullable Double level(String word) {
    if (word.equals("median")) {
      return 0.5;
    }
    if (word.matches("p\\d{1,2}(\\.\\d{1,3})?")) {
      double level = Double.parseDouble(word.substring(1)) / 100;
      return level > 0 ? level : null;
    }
    return null;
  }

  /** As results name it: {@code spend}, {@code clicks/views}. */
  String name() {
    return below == null ? column : column + "/" + below;
  }

  /** As a user writes it. */
  String kindName() {
    return switch (kind) {
      case PROPORTION -> "proportion";
      case MEAN -> "mean";
      case REVENUE -> "revenue";
      case RATIO -> "ratio";
      case QUANTILE -> quantileName();
    };
  }

  private String quantileName() {
    double share = level == null ? 0.5 : level;
    if (share == 0.5) {
      return "median";
    }
    String percent =
        java.math.BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    return "p" + percent;
  }

  List<String> columns() {
    return below == null ? List.of(column) : List.of(column, below);
  }
}
