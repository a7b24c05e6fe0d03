package io.liftwerk.briefs;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line by which a text says how old it is: "Stand: 3. März 2024", "Last updated: 2024-03-03". */
final class StatedDate {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez");
  private static final List<String> ENGLISH =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Pattern LINE =
      Pattern.compile(
          "(?:Stand|Aktualisiert(?: am)?|Zuletzt geändert(?: am)?|As of|(?:Last )?Updated(?:"
              + " on)?):?\\s+(?:(\\d{4})-(\\d{2})-(\\d{2})|(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})"
              + "|(\\d{1,2})\\.?\\s(\\p{L}{3,})\\s(\\d{4}))\\.?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private StatedDate() {}

  /** The date; null where {@code sentence} is no such line. */
  static @Nullable LocalDate of(String sentence) {
    Matcher line = LINE.matcher(sentence.strip());
    if (!line.matches()) {
      return null;
    }
    try {
      if (line.group(1) != null) {
        return date(line.group(1), Integer.parseInt(line.group(2)), line.group(3));
      }
      if (line.group(4) != null) {
        return date(line.group(6), Integer.parseInt(line.group(5)), line.group(4));
      }
      String month = line.group(8).substring(0, 3).toLowerCase(Locale.ROOT);
      int number = Math.max(MONTHS.indexOf(month), ENGLISH.indexOf(month)) + 1;
      return date(line.group(9), number, line.group(7));
    } catch (DateTimeException e) {
      // 31 February is no date
      return null;
    }
  }

  private static LocalDate date(String year, int month, String day) {
    return LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
  }
}
