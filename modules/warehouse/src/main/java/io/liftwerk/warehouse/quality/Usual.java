package io.liftwerk.warehouse.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is usual, learned from the periods before the one that is judged, and from no others.
 *
 * <p>Counts are compared as logarithms, ln(1 + n), since they vary in proportion to their size. The
 * middle is the median; with four weeks or more behind it, the median of the same weekday. The
 * spread is 1.4826 times the median absolute deviation from it, and never less than the spread of
 * counts that only chance makes, 1 / √(1 + n). What lies more than 3.5 spreads from the middle is
 * unusual (Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993, the modified z-score).
 * Neither median moves when a few of the periods learned from were unusual themselves.
 *
 * @param middle the usual count
 * @param low the least count that is not unusual
 * @param high the largest
 * @param score how many spreads the judged count lies from the middle, negative below
 * @param periods how many periods were learned from
 * @param byWeekday whether only the same weekday counts for the middle
 */
record Usual(double middle, double low, double high, double score, int periods, boolean byWeekday) {
  /** Fewer periods than this say nothing. */
  static final int LEAST_DAYS = 14;

  static final int LEAST_LOADS = 8;
  static final int LEAST_GAPS = 8;
  private static final int MOST_DAYS = 56;
  private static final int DAYS_FOR_WEEKDAYS = 28;
  private static final double FAR = 3.5;
  private static final double MAD_TO_SPREAD = 1.4826;

  boolean isUnusual() {
    return Math.abs(score) > FAR;
  }

  /**
   * Judges the count of one day.
   *
   * @param counts rows of each day, days without rows as 0
   * @param judged index of the day to judge; later days are not looked at
   * @return null when there are too few days before it
   */
  static @Nullable Usual ofDay(long[] counts, int judged) {
    if (judged < LEAST_DAYS) {
      return null;
    }
    int from = Math.max(0, judged - MOST_DAYS);
    double[] logs = logs(Arrays.copyOfRange(counts, from, judged));
    boolean byWeekday = logs.length >= DAYS_FOR_WEEKDAYS;
    if (!byWeekday) {
      double middle = median(logs);
      return judge(middle, deviations(logs, middle), counts[judged], logs.length, false);
    }
    double[] middles = new double[7];
    for (int weekday = 0; weekday < 7; weekday++) {
      middles[weekday] = median(every(logs, weekday));
    }
    double[] deviations = new double[logs.length];
    for (int i = 0; i < logs.length; i++) {
      deviations[i] = Math.abs(logs[i] - middles[i % 7]);
    }
    double middle = middles[(judged - from) % 7];
    return judge(middle, deviations, counts[judged], logs.length, true);
  }

  /**
   * Judges the last of {@code counts} by those before it.
   *
   * @return null when there are too few
   */
  static @Nullable Usual ofLast(long[] counts) {
    int judged = counts.length - 1;
    if (judged < LEAST_LOADS) {
      return null;
    }
    double[] logs = logs(Arrays.copyOf(counts, judged));
    double middle = median(logs);
    return judge(middle, deviations(logs, middle), counts[judged], judged, false);
  }

  private static Usual judge(
      double middle, double[] deviations, long count, int periods, boolean byWeekday) {
    double chance = 1 / Math.sqrt(Math.exp(middle));
    double spread = Math.max(MAD_TO_SPREAD * median(deviations), chance);
    return new Usual(
        Math.expm1(middle),
        Math.max(0, Math.expm1(middle - FAR * spread)),
        Math.expm1(middle + FAR * spread),
        (Math.log1p(count) - middle) / spread,
        periods,
        byWeekday);
  }

  /**
   * The longest time without news that is still usual, by the {@code gaps} between what came
   * before: 3.5 spreads above the median, and half as long again as all but one in twenty were, so
   * that weekends are nothing new.
   *
   * @return NaN when there are too few
   */
  static double longestGap(double[] gaps) {
    if (gaps.length < LEAST_GAPS) {
      return Double.NaN;
    }
    double middle = median(gaps);
    double spread = MAD_TO_SPREAD * median(deviations(gaps, middle));
    double[] sorted = gaps.clone();
    Arrays.sort(sorted);
    double long95 = sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
    return Math.max(middle + FAR * spread, 1.5 * long95);
  }

  private static double[] logs(long[] counts) {
    return Arrays.stream(counts).mapToDouble(Math::log1p).toArray();
  }

  private static double[] deviations(double[] values, double middle) {
    return Arrays.stream(values).map(value -> Math.abs(value - middle)).toArray();
  }

  private static double[] every(double[] values, int offset) {
    List<Double> chosen = new ArrayList<>();
    for (int i = offset; i < values.length; i += 7) {
      chosen.add(values[i]);
    }
    return chosen.stream().mapToDouble(Double::doubleValue).toArray();
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
