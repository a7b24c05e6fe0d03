import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Dates as exports write them; names of months are listed here, not asked of the JDK. */
final class Days {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static final List<String> GERMAN =
      List.of(
          "Januar",
          "Februar",
          "März",
          "April",
          "Mai",
          "Juni",
          "Juli",
          "August",
          "September",
          "Oktober",
          "November",
          "Dezember");
  private static final List<String> ENGLISH =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private Days() {}

  /** {@code 8. Januar 2026}. */
  static String longGerman(LocalDate day) {
    return day.getDayOfMonth() + ". " + GERMAN.get(day.getMonthValue() - 1) + " " + day.getYear();
  }

  /** {@code January 8, 2026}. */
  static String longEnglish(LocalDate day) {
    return ENGLISH.get(day.getMonthValue() - 1) + " " + day.getDayOfMonth() + ", " + day.getYear();
  }

  /** {@code Jan 08, 2026}. */
  static String shortEnglish(LocalDate day) {
    return ENGLISH.get(day.getMonthValue() - 1).substring(0, 3)
        + String.format(Locale.ROOT, " %02d, %d", day.getDayOfMonth(), day.getYear());
  }

  /** {@code 1/8/2026}: month first, nothing padded. */
  static String american(LocalDate day) {
    return day.getMonthValue() + "/" + day.getDayOfMonth() + "/" + day.getYear();
  }

  /** {@code 08/Jan/2026:07:05:09 +0100}, the stamp of a server log. */
  static String log(LocalDateTime local) {
    return String.format(
        Locale.ROOT,
        "%02d/%s/%d:%s %s",
        local.getDayOfMonth(),
        ENGLISH.get(local.getMonthValue() - 1).substring(0, 3),
        local.getYear(),
        format(local, "HH:mm:ss"),
        offset(local));
  }

  /** {@code +0200} or {@code +0100}. */
  static String offset(LocalDateTime local) {
    return DateTimeFormatter.ofPattern("xx", Locale.ROOT).format(zoned(local));
  }

  static ZonedDateTime zoned(LocalDateTime local) {
    return local.atZone(BERLIN);
  }

  /** {@code 2026-01-08T06:05:09.123Z}. */
  static String utc(LocalDateTime local, int milli) {
    var instant = zoned(local).withZoneSameInstant(ZoneId.of("UTC")).toLocalDateTime();
    return format(instant, "yyyy-MM-dd'T'HH:mm:ss") + String.format(Locale.ROOT, ".%03dZ", milli);
  }

  /** By a pattern of numbers only. */
  static String format(LocalDateTime local, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(local);
  }

  static Stream<LocalDate> from(LocalDate first, LocalDate last) {
    return first.datesUntil(last.plusDays(1));
  }
}
