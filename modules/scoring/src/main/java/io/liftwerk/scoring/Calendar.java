package io.liftwerk.scoring;

import io.liftwerk.workspace.WorkbenchException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The units in which purchases of one customer are one purchase, numbered from 1970 on. */
enum Calendar {
  DAY(365.25 / 12),
  WEEK(365.25 / 12 / 7),
  MONTH(1);

  /** Monday of the week in which 1970 began. */
  private static final LocalDate MONDAY = LocalDate.of(1969, 12, 29);

  private final double perMonth;

  Calendar(double perMonth) {
    this.perMonth = perMonth;
  }

  static Calendar of(String name) {
    return switch (name) {
      case "day" -> DAY;
      case "week" -> WEEK;
      case "month" -> MONTH;
      default ->
          throw new WorkbenchException(
              "unit-unknown",
              "There is no unit of time '%s'.".formatted(name),
              "Choose day, week or month.");
    };
  }

  /** Units in a month. */
  double perMonth() {
    return perMonth;
  }

  long number(LocalDate day) {
    return switch (this) {
      case DAY -> day.toEpochDay();
      case WEEK -> Math.floorDiv(ChronoUnit.DAYS.between(MONDAY, day), 7);
      case MONTH -> day.getYear() * 12L + day.getMonthValue() - 1 - 1970 * 12L;
    };
  }

  LocalDate firstDay(long number) {
    return switch (this) {
      case DAY -> LocalDate.ofEpochDay(number);
      case WEEK -> MONDAY.plusDays(7 * number);
      case MONTH -> LocalDate.of(1970, 1, 1).plusMonths(number);
    };
  }

  LocalDate lastDay(long number) {
    return firstDay(number + 1).minusDays(1);
  }

  /** The last unit that is over by the end of {@code day}. */
  long lastWhole(LocalDate day) {
    return number(day.plusDays(1)) - 1;
  }

  /** {@link #number} of a column of days, in SQL. */
  String sql(String day) {
    return switch (this) {
      case DAY -> "(" + day + " - CAST('1970-01-01' AS DATE))";
      case WEEK -> "((" + day + " - CAST('1969-12-29' AS DATE)) // 7)";
      case MONTH -> "(year(" + day + ") * 12 + month(" + day + ") - 1 - 1970 * 12)";
    };
  }
}
