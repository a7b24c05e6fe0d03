package io.liftwerk.ingest;

import java.util.List;
import java.util.regex.Matcher;

/** How a time of day follows a date. */
enum Clock {
  NONE("", "", List.of()),
  HOURS_24(
      " HH:mm:ss",
      "(?:[ Tt]|, )\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?",
      List.of(" %H:%M:%S", " %H:%M", ", %H:%M:%S", ", %H:%M", "T%H:%M:%S", " %H:%M:%S.%f")),
  HOURS_12(
      " h:mm:ss a",
      ",? \\d{1,2}:\\d{2}(?::\\d{2})?[ \\x{A0}\\x{202F}]?[AaPp][Mm]",
      List.of(" %I:%M:%S %p", " %I:%M %p", " %I:%M%p", ", %I:%M:%S %p", ", %I:%M %p")),
  ZONED(
      " HH:mm:ssXXX",
      "[ Tt]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:[Zz]| ?(?:UTC|utc)|"
          + " ?[-+]\\d{2}(?::?\\d{2})?)",
      List.of());

  private static final String TIME = "[ Tt](\\d{1,2}):(\\d{2})";

  private final String letters;
  private final String pattern;
  private final List<String> strptime;

  Clock(String letters, String pattern, List<String> strptime) {
    this.letters = letters;
    this.pattern = pattern;
    this.strptime = strptime;
  }

  String letters() {
    return letters;
  }

  /** Matches the time behind a day. */
  String pattern() {
    return pattern;
  }

  /** As {@code strptime} has it, each way in which it may be written. */
  List<String> strptime() {
    return strptime;
  }

  /** Whether the time in {@code text} is one of a day. */
  boolean real(String text) {
    if (this == NONE) {
      return true;
    }
    Matcher time = Patterns.of(TIME).matcher(text);
    if (!time.find()) {
      return false;
    }
    int hour = Integer.parseInt(time.group(1));
    boolean possible = this == HOURS_12 ? hour >= 1 && hour <= 12 : hour <= 23;
    return possible && Integer.parseInt(time.group(2)) <= 59;
  }
}
