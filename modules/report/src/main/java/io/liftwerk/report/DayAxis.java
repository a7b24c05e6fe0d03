package io.liftwerk.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * An axis of days since 1970, with its ticks where people expect them: on the first of a month, a
 * quarter or a half-year, on Mondays, or on every day, as many as fit.
 */
final class DayAxis extends NumberAxis {
  private static final double ROOM = 58;

  /** How far apart ticks are. */
  private enum Step {
    DAY(1),
    WEEK(7),
    MONTH(30),
    QUARTER(91),
    HALF(182),
    YEAR(365);

    private final int days;

    Step(int days) {
      this.days = days;
    }

    /** The first tick on or after {@code day}. */
    LocalDate first(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.plusDays((8 - day.getDayOfWeek().getValue()) % 7);
        case MONTH -> day.getDayOfMonth() == 1 ? day : day.withDayOfMonth(1).plusMonths(1);
        case QUARTER -> {
          LocalDate month = MONTH.first(day);
          yield month.plusMonths((13 - month.getMonthValue()) % 3);
        }
        case HALF -> {
          LocalDate month = MONTH.first(day);
          yield month.plusMonths((13 - month.getMonthValue()) % 6);
        }
        case YEAR -> day.getDayOfYear() == 1 ? day : day.withDayOfYear(1).plusYears(1);
      };
    }

    LocalDate next(LocalDate day) {
      return switch (this) {
        case DAY -> day.plusDays(1);
        case WEEK -> day.plusWeeks(1);
        case MONTH -> day.plusMonths(1);
        case QUARTER -> day.plusMonths(3);
        case HALF -> day.plusMonths(6);
        case YEAR -> day.plusYears(1);
      };
    }
  }

  private final transient Locale locale;

  DayAxis(String label, Locale locale) {
    super(label);
    this.locale = locale;
  }

  @Override
  @SuppressWarnings("rawtypes") // as JFreeChart declares it
  protected List refreshTicksHorizontal(Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
    double low = getRange().getLowerBound();
    double high = getRange().getUpperBound();
    double most = Math.max(2, Math.floor(area.getWidth() / ROOM));
    Step step = Step.YEAR;
    for (Step each : Step.values()) {
      if ((high - low) / each.days <= most) {
        step = each;
        break;
      }
    }
    var ticks = new ArrayList<NumberTick>();
    LocalDate end = LocalDate.ofEpochDay((long) Math.floor(high));
    LocalDate day = step.first(LocalDate.ofEpochDay((long) Math.ceil(low)));
    for (; !day.isAfter(end); day = step.next(day)) {
      ticks.add(
          new NumberTick(
              day.toEpochDay(), written(day, step), TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0));
    }
    return ticks;
  }

  private String written(LocalDate day, Step step) {
    boolean german = locale.getLanguage().equals("de");
    String pattern =
        switch (step) {
          case DAY, WEEK -> german ? "d. MMM" : "d MMM";
          case MONTH, QUARTER, HALF -> day.getMonthValue() == 1 ? "MMM yyyy" : "MMM";
          case YEAR -> "yyyy";
        };
    return DateTimeFormatter.ofPattern(pattern, locale).format(day);
  }
}
