package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Dates and moments.
 *
 * @param date how the day is written, in the letters of {@code java.time}
 * @param clock how the time of day follows
 */
record TemporalReading(Day date, Clock clock) implements Reading {

  /** How a day is written. */
  enum Day {
    ISO("yyyy-MM-dd", "\\d{4}-\\d{2}-\\d{2}", "%Y-%m-%d", "ymd"),
    GERMAN("dd.MM.yyyy", "\\d{1,2}\\.\\d{1,2}\\.\\d{4}", "%d.%m.%Y", "dmy"),
    GERMAN_SHORT("dd.MM.yy", "\\d{1,2}\\.\\d{1,2}\\.\\d{2}", "%d.%m.%y", "dmy"),
    SLASH_DAY("dd/MM/yyyy", "\\d{1,2}/\\d{1,2}/\\d{4}", "%d/%m/%Y", "dmy"),
    SLASH_MONTH("MM/dd/yyyy", "\\d{1,2}/\\d{1,2}/\\d{4}", "%m/%d/%Y", "mdy"),
    SLASH_DAY_SHORT("dd/MM/yy", "\\d{1,2}/\\d{1,2}/\\d{2}", "%d/%m/%y", "dmy"),
    SLASH_MONTH_SHORT("MM/dd/yy", "\\d{1,2}/\\d{1,2}/\\d{2}", "%m/%d/%y", "mdy"),
    DASH_DAY("dd-MM-yyyy", "\\d{1,2}-\\d{1,2}-\\d{4}", "%d-%m-%Y", "dmy"),
    DASH_MONTH("MM-dd-yyyy", "\\d{1,2}-\\d{1,2}-\\d{4}", "%m-%d-%Y", "mdy"),
    SLASH_YEAR("yyyy/MM/dd", "\\d{4}/\\d{1,2}/\\d{1,2}", "%Y/%m/%d", "ymd"),
    DOT_YEAR("yyyy.MM.dd", "\\d{4}\\.\\d{1,2}\\.\\d{1,2}", "%Y.%m.%d", "ymd"),
    COMPACT("yyyyMMdd", "(?:19|20)\\d{6}", "%Y%m%d", "ymd");

    private final String letters;
    private final String pattern;
    private final String strptime;
    private final String order;

    Day(String letters, String pattern, String strptime, String order) {
      this.letters = letters;
      this.pattern = pattern;
      this.strptime = strptime;
      this.order = order;
    }

    String letters() {
      return letters;
    }

    /** The other reading of the same figures, where day and month may be confused. */
    @Nullable Day rival() {
      return switch (this) {
        case SLASH_DAY -> SLASH_MONTH;
        case SLASH_MONTH -> SLASH_DAY;
        case SLASH_DAY_SHORT -> SLASH_MONTH_SHORT;
        case SLASH_MONTH_SHORT -> SLASH_DAY_SHORT;
        case DASH_DAY -> DASH_MONTH;
        case DASH_MONTH -> DASH_DAY;
        default -> null;
      };
    }

    private boolean real(String text) {
      try {
        String spaced = this == COMPACT ? compact(text) : text;
        String[] parts = spaced.split("\\D+");
        int year = Integer.parseInt(parts[order.indexOf('y')]);
        int month = Integer.parseInt(parts[order.indexOf('m')]);
        int day = Integer.parseInt(parts[order.indexOf('d')]);
        LocalDate.of(year, month, day);
        return true;
      } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
        return false;
      }
    }

    private static String compact(String text) {
      return text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6, 8);
    }
  }

  /** How a time of day is written. */
  enum Clock {
    NONE("", "", List.of()),
    HOURS_24(
        " HH:mm:ss",
        "(?:[ T]|, )\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?",
        List.of(" %H:%M:%S", " %H:%M", ", %H:%M:%S", ", %H:%M", "T%H:%M:%S", " %H:%M:%S.%f")),
    HOURS_12(
        " h:mm:ss a",
        ",? \\d{1,2}:\\d{2}(?::\\d{2})? ?[AaPp][Mm]",
        List.of(" %I:%M:%S %p", " %I:%M %p", " %I:%M%p", ", %I:%M:%S %p", ", %I:%M %p")),
    ZONED(
        " HH:mm:ssXXX",
        "[ T]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z| ?UTC| ?[-+]\\d{2}(?::?\\d{2})?)",
        List.of());

    private final String letters;
    private final String pattern;
    private final List<String> strptime;

    Clock(String letters, String pattern, List<String> strptime) {
      this.letters = letters;
      this.pattern = pattern;
      this.strptime = strptime;
    }
  }

  static final List<TemporalReading> ALL = all();

  private static List<TemporalReading> all() {
    var list = new ArrayList<TemporalReading>();
    for (Day day : Day.values()) {
      for (Clock clock : Clock.values()) {
        boolean zonedElsewhere = clock == Clock.ZONED && day != Day.ISO;
        boolean compactClock = day == Day.COMPACT && clock != Clock.NONE;
        if (!zonedElsewhere && !compactClock) {
          list.add(new TemporalReading(day, clock));
        }
      }
    }
    return list;
  }

  @Override
  public ColumnType type() {
    return clock == Clock.NONE ? ColumnType.DATE : ColumnType.TIMESTAMP;
  }

  @Override
  public String format() {
    return date.letters + clock.letters;
  }

  private String pattern() {
    return date.pattern + clock.pattern;
  }

  @Override
  public boolean accepts(String value) {
    String text = Missing.strip(value);
    if (!Patterns.of(pattern()).matcher(text).matches()) {
      return false;
    }
    return date.real(text) && (clock == Clock.NONE || realTime(text));
  }

  private static boolean realTime(String text) {
    var time = CLOCK.matcher(text);
    if (!time.find()) {
      return false;
    }
    int hour = Integer.parseInt(time.group(1));
    return hour <= 23 && Integer.parseInt(time.group(2)) <= 59;
  }

  private static final Pattern CLOCK = Pattern.compile("[ T](\\d{1,2}):(\\d{2})");

  @Override
  public String fitsSql(String column) {
    if (date == Day.ISO && clock == Clock.NONE) {
      return "CASE WHEN CAST(TRY_CAST("
          + column
          + " AS DATE) AS VARCHAR) = "
          + column
          + " THEN true ELSE "
          + matches(column)
          + " END";
    }
    return matches(column);
  }

  private String matches(String column) {
    return "(regexp_full_match(trim("
        + column
        + "), "
        + Sql.literal(pattern())
        + ") AND ("
        + valueSql(column)
        + ") IS NOT NULL)";
  }

  @Override
  public String valueSql(String column) {
    return switch (clock) {
      case NONE ->
          date == Day.ISO
              ? "TRY_CAST(" + column + " AS DATE)"
              : "CAST(try_strptime(trim(" + column + "), '" + date.strptime + "') AS DATE)";
      case ZONED ->
          // most are written as DuckDB itself reads them, and patterns cost ten times as much
          "coalesce(TRY_CAST("
              + column
              + " AS TIMESTAMPTZ), TRY_CAST(regexp_replace(regexp_replace(trim("
              + column
              + "), ' ?([-+]\\d{2})$', '\\1:00'), ' ?([-+]\\d{2}):?(\\d{2})$', '\\1:\\2')"
              + " AS TIMESTAMPTZ))";
      case HOURS_24, HOURS_12 ->
          date == Day.ISO && clock == Clock.HOURS_24
              ? "TRY_CAST(replace(" + column + ", ', ', ' ') AS TIMESTAMP)"
              : "try_strptime(trim(" + column + "), [" + strptimes() + "])";
    };
  }

  private String strptimes() {
    return clock.strptime.stream()
        .map(time -> Sql.literal(date.strptime + time))
        .collect(Collectors.joining(", "));
  }

  @Override
  public String words() {
    return type() == ColumnType.DATE ? "dates written " + format() : "moments written " + format();
  }
}
