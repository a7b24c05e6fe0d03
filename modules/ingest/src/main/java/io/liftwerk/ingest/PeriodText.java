package io.liftwerk.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The period that a report states around its rows: {@code January 1, 2026 - September 30, 2026},
 * {@code 1. Januar 2026 - 30. September 2026}, {@code Report Time: 1/1/2026 - 9/30/2026}.
 */
final class PeriodText {
  private static final Map<String, Integer> MONTHS = months();
  private static final Pattern DATE =
      Pattern.compile(
          "(?<iso>(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2}))"
              + "|(?<named>(\\d{1,2})(?:\\.|er)?\\s+(\\p{L}{3,})\\.?,?\\s+(\\d{4}))"
              + "|(?<english>(\\p{L}{3,})\\.?\\s+(\\d{1,2}),\\s+(\\d{4}))"
              + "|(?<german>(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}))"
              + "|(?<slash>(\\d{1,2})/(\\d{1,2})/(\\d{4}))");

  private PeriodText() {}

  /**
   * The first line with two days, or two lines that state a start and an end.
   *
   * @param lines the lines around the rows
   */
  static @Nullable Period of(List<String> lines) {
    LocalDate start = null;
    for (String line : lines) {
      List<LocalDate> days = days(line);
      if (days.size() == 2 && !days.get(1).isBefore(days.get(0))) {
        return new Period(days.get(0), days.get(1));
      }
      String lower = line.toLowerCase(Locale.ROOT);
      if (days.size() == 1 && lower.matches(".*\\b(start|from|beginn|von)\\b.*")) {
        start = days.getFirst();
      }
      boolean end = days.size() == 1 && lower.matches(".*\\b(end|to|until|ende|bis)\\b.*");
      if (end && start != null && !days.getFirst().isBefore(start)) {
        return new Period(start, days.getFirst());
      }
    }
    return null;
  }

  /** The days named in a line; none when figures between slashes could be read both ways. */
  private static List<LocalDate> days(String line) {
    var days = new ArrayList<LocalDate>();
    var slashes = new ArrayList<int[]>();
    Matcher found = DATE.matcher(line);
    while (found.find()) {
      try {
        if (found.group("slash") != null) {
          slashes.add(new int[] {number(found, 18), number(found, 19), number(found, 20)});
        } else {
          days.add(day(found));
        }
      } catch (DateTimeException | UnknownMonthException e) {
        // what merely resembles a date
        continue;
      }
    }
    return slashes.isEmpty() ? days : slashed(slashes);
  }

  private static LocalDate day(Matcher found) {
    if (found.group("iso") != null) {
      return LocalDate.of(number(found, 2), number(found, 3), number(found, 4));
    }
    if (found.group("named") != null) {
      return LocalDate.of(number(found, 8), month(found.group(7)), number(found, 6));
    }
    if (found.group("english") != null) {
      return LocalDate.of(number(found, 12), month(found.group(10)), number(found, 11));
    }
    return LocalDate.of(number(found, 16), number(found, 15), number(found, 14));
  }

  private static List<LocalDate> slashed(List<int[]> dates) {
    boolean monthFirst = dates.stream().anyMatch(date -> date[1] > 12);
    boolean dayFirst = dates.stream().anyMatch(date -> date[0] > 12);
    if (monthFirst == dayFirst) {
      return List.of();
    }
    try {
      return dates.stream()
          .map(date -> LocalDate.of(date[2], date[monthFirst ? 0 : 1], date[monthFirst ? 1 : 0]))
          .toList();
    } catch (DateTimeException e) {
      return List.of();
    }
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  private static int month(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Integer month = MONTHS.get(lower.substring(0, Math.min(4, lower.length())));
    if (month == null) {
      month = MONTHS.get(lower.substring(0, 3));
    }
    if (month == null) {
      throw new UnknownMonthException();
    }
    return month;
  }

  private static final class UnknownMonthException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Beginnings of the months' names in English, German and French. */
  private static Map<String, Integer> months() {
    return Map.ofEntries(
        Map.entry("jan", 1),
        Map.entry("jän", 1),
        Map.entry("feb", 2),
        Map.entry("fév", 2),
        Map.entry("fev", 2),
        Map.entry("mar", 3),
        Map.entry("mär", 3),
        Map.entry("apr", 4),
        Map.entry("avr", 4),
        Map.entry("may", 5),
        Map.entry("mai", 5),
        Map.entry("jun", 6),
        Map.entry("juin", 6),
        Map.entry("jul", 7),
        Map.entry("juil", 7),
        Map.entry("aug", 8),
        Map.entry("aoû", 8),
        Map.entry("aou", 8),
        Map.entry("sep", 9),
        Map.entry("oct", 10),
        Map.entry("okt", 10),
        Map.entry("nov", 11),
        Map.entry("dec", 12),
        Map.entry("dez", 12),
        Map.entry("déc", 12));
  }
}
