package io.liftwerk.warehouse.quality;

import io.liftwerk.warehouse.quality.Check.Finding;
import io.liftwerk.warehouse.quality.Check.OfTable;
import io.liftwerk.warehouse.quality.Check.Verdict;
import io.liftwerk.workspace.WorkbenchException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tests of a table's age: the time from its newest row to the moment of the check. Days count from
 * their first second, as in dbt.
 */
final class FreshnessTests {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private FreshnessTests() {}

  static void register(Map<String, Maker> makers) {
    makers.put("freshness", FreshnessTests::freshness);
    makers.put("recency", (t, c, a) -> recency(t, a.requiredText("field"), a));
    makers.put("expect_row_values_to_have_recent_data", FreshnessTests::recency);
  }

  private static Check freshness(Target target, @Nullable String column, Arguments arguments) {
    Duration warn = age(arguments.map("warn_after"));
    Duration error = age(arguments.map("error_after"));
    String stated = arguments.text("loaded_at", "loaded_at_field");
    if (warn == null && error == null) {
      throw Arguments.wrong("The test freshness needs warn_after or error_after");
    }
    target.where(arguments.text("filter"));
    String field = stated == null ? column : stated;
    if (field == null) {
      throw Arguments.wrong("The test freshness needs the argument 'loaded_at'");
    }
    String sql = target.has(field) ? target.column(field) : "(" + field + "\n)";
    Duration shortest = warn == null ? error : warn;
    return new OfTable(
        "the newest '" + field + "' is at most " + words(shortest) + " old",
        tested -> judged(tested, sql, warn, error),
        null);
  }

  private static Check recency(Target target, @Nullable String field, Arguments arguments) {
    BigDecimal interval = arguments.requiredNumber("interval");
    Duration limit =
        Duration.ofSeconds(
            interval
                .multiply(new BigDecimal(seconds(arguments.requiredText("datepart"))))
                .longValue());
    String sql = target.column(field);
    return new OfTable(
        "the newest '" + field + "' is at most " + words(limit) + " old",
        tested -> judged(tested, sql, null, limit),
        null);
  }

  private static Finding judged(
      Target target, String sql, @Nullable Duration warn, @Nullable Duration error)
      throws SQLException {
    List<@Nullable Object> row =
        target.row("SELECT epoch_us(max(" + sql + ")) FROM " + target.rows());
    if (!(row.getFirst() instanceof Number micros)) {
      return new Finding(Verdict.NOT_AS_STATED, null, "there is no row");
    }
    Instant newest = Instant.EPOCH.plusNanos(Math.multiplyExact(micros.longValue(), 1000L));
    Duration age = Duration.between(newest, target.now());
    Verdict verdict =
        error != null && age.compareTo(error) > 0
            ? Verdict.NOT_AS_STATED
            : warn != null && age.compareTo(warn) > 0 ? Verdict.TO_BE_WARNED_OF : Verdict.AS_STATED;
    return new Finding(
        verdict, age.toSeconds() / 3600.0, "the newest is of " + MOMENT.format(newest) + " UTC");
  }

  private static @Nullable Duration age(@Nullable Arguments stated) {
    if (stated == null) {
      return null;
    }
    BigDecimal count = stated.requiredNumber("count");
    return Duration.ofSeconds(
        count.multiply(new BigDecimal(seconds(stated.requiredText("period")))).longValue());
  }

  /**
   * @throws WorkbenchException when it is no period
   */
  private static long seconds(String period) {
    return switch (period.toLowerCase(Locale.ROOT).replaceFirst("s$", "")) {
      case "minute" -> 60;
      case "hour" -> 3600;
      case "day" -> 86_400;
      case "week" -> 7 * 86_400;
      case "month" -> 30 * 86_400;
      case "year" -> 365 * 86_400;
      default -> throw Arguments.wrong("There is no period '" + period + "'");
    };
  }

  /** A duration in the largest unit that it is whole in. */
  static String words(@Nullable Duration duration) {
    long minutes = duration == null ? 0 : duration.toMinutes();
    if (minutes % 1440 == 0) {
      return minutes == 1440 ? "1 day" : TableTests.number(minutes / 1440) + " days";
    }
    if (minutes % 60 == 0) {
      return minutes == 60 ? "1 hour" : TableTests.number(minutes / 60) + " hours";
    }
    return minutes == 1 ? "1 minute" : TableTests.number(minutes) + " minutes";
  }
}
