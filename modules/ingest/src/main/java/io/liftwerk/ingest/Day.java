package io.liftwerk.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

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
  COMPACT("yyyyMMdd", "(?:19|20)\\d{6}", "%Y%m%d", "ymd"),
  NAMED_MONTH_FIRST(
      "MMM d, yyyy",
      MonthNames.pattern()
          + "\\.?"
          + Day.GAP
          + "(\\d{1,2})(?:st|nd|rd|th)?,?"
          + Day.GAP
          + "(\\d{4})",
      "mdy"),
  NAMED_DAY_FIRST(
      "d MMM yyyy",
      "(\\d{1,2})(?:\\.|er|st|nd|rd|th)?"
          + Day.GAP
          + MonthNames.pattern()
          + "\\.?,?"
          + Day.GAP
          + "(\\d{4})",
      "dmy"),
  NAMED_DAY_FIRST_SHORT(
      "d-MMM-yy",
      "(\\d{1,2})\\.?" + Day.GAP + MonthNames.pattern() + "\\.?,?" + Day.GAP + "(\\d{2})",
      "dmy"),
  NAMED_YEAR_FIRST(
      "yyyy-MMM-dd",
      "(\\d{4})" + Day.GAP + MonthNames.pattern() + "\\.?" + Day.GAP + "(\\d{1,2})",
      "ymd");

  private static final String GAP = "[-/ \\x{A0}\\x{202F}]?";

  /** Years written with two digits are 1969 to 2068, as in POSIX and in DuckDB. */
  private static final String PIVOT = "69";

  private final String letters;
  private final String pattern;
  private final String strptime;
  private final String order;

  /** With the month's name; the three parts are groups. */
  Day(String letters, String pattern, String order) {
    this(letters, pattern, "", order);
  }

  Day(String letters, String pattern, String strptime, String order) {
    this.letters = letters;
    this.pattern = pattern;
    this.strptime = strptime;
    this.order = order;
  }

  String letters() {
    return letters;
  }

  /** Matches the day where the text is in lower case. */
  String pattern() {
    return pattern;
  }

  /** As {@code strptime} has it, empty with a month's name. */
  String strptime() {
    return strptime;
  }

  /** Whether the month is written out. */
  boolean named() {
    return strptime.isEmpty();
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

  /** Whether the day stands first. */
  boolean dayFirst() {
    return order.equals("dmy");
  }

  /** The sign between the parts where day and month may be confused, else 0. */
  char openSign() {
    return rival() == null ? 0 : letters.charAt(2);
  }

  /** Whether {@code text}, in lower case, begins with a day of the calendar. */
  boolean real(String text) {
    try {
      if (named()) {
        Matcher parts = Patterns.of(pattern).matcher(text);
        if (!parts.lookingAt()) {
          return false;
        }
        String year = part(parts, 'y');
        LocalDate.of(
            Integer.parseInt(year.length() == 2 ? century(year) + year : year),
            MonthNames.number(part(parts, 'm')),
            Integer.parseInt(part(parts, 'd')));
        return true;
      }
      String[] parts = (this == COMPACT ? spaced(text) : text).split("\\D+");
      int year = Integer.parseInt(parts[order.indexOf('y')]);
      int month = Integer.parseInt(parts[order.indexOf('m')]);
      int day = Integer.parseInt(parts[order.indexOf('d')]);
      LocalDate.of(year, month, day);
      return true;
    } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
      return false;
    }
  }

  private String part(Matcher parts, char which) {
    return parts.group(order.indexOf(which) + 1);
  }

  private static String century(String year) {
    return year.compareTo(PIVOT) >= 0 ? "19" : "20";
  }

  private static String spaced(String text) {
    return text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6, 8);
  }

  /**
   * For a day with the month's name: the same text with the day as {@code yyyy-M-d}, in lower case,
   * whatever follows it left as it is; NULL where there is no such day.
   */
  String isoSql(String column) {
    String text = "lower(" + trimmed(column) + ")";
    String year = extract(text, order.indexOf('y') + 1);
    if (this == NAMED_DAY_FIRST_SHORT) {
      year = "CASE WHEN " + year + " >= '" + PIVOT + "' THEN '19' ELSE '20' END || " + year;
    }
    return "("
        + year
        + " || '-' || "
        + MonthNames.numberSql(extract(text, order.indexOf('m') + 1))
        + " || '-' || "
        + extract(text, order.indexOf('d') + 1)
        + " || "
        + extract(text, 4)
        + ")";
  }

  /** Without blanks around, no-break ones included. */
  static String trimmed(String column) {
    return "trim(" + column + ", ' \t\n\u00A0\u202F\u2009')";
  }

  private String extract(String text, int group) {
    return String.format(Locale.ROOT, "regexp_extract(%s, '^%s(.*)$', %d)", text, pattern, group);
  }
}
