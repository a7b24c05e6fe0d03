package io.liftwerk.app.window.base;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers, dates and sizes in the window's language. Not thread-safe: use it on the screen. */
public final class Formats {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

  private final Locale locale;
  private final NumberFormat whole;
  private final NumberFormat exact;
  private final DateTimeFormatter date;
  private final DateTimeFormatter time;

  Formats(Messages messages) {
    locale = messages.locale();
    whole = NumberFormat.getIntegerInstance(locale);
    exact = NumberFormat.getNumberInstance(locale);
    exact.setMaximumFractionDigits(12);
    boolean german = locale.getLanguage().equals("de");
    date = DateTimeFormatter.ofPattern(german ? "dd.MM.yyyy" : "d MMM yyyy", locale);
    time = DateTimeFormatter.ofPattern(german ? "dd.MM.yyyy HH:mm" : "d MMM yyyy, HH:mm", locale);
  }

  public String count(long number) {
    return whole.format(number);
  }

  /** A number with {@code digits} after the decimal sign. */
  public String decimal(double number, int digits) {
    if (Double.isNaN(number)) {
      return "–";
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(number);
  }

  /** {@code 61 %}, with a no-break space. */
  public String percent(double share) {
    return percent(share, 0);
  }

  public String percent(double share, int digits) {
    if (Double.isNaN(share)) {
      return "–";
    }
    String pattern = digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits);
    return new DecimalFormat(pattern + "\u00a0%", DecimalFormatSymbols.getInstance(locale))
        .format(share);
  }

  /** {@code 5.8 MB}, powers of ten. */
  public String bytes(long size) {
    double value = size;
    int unit = 0;
    while (value >= 1000 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return decimal(value, unit == 0 || value >= 100 ? 0 : 1) + '\u00a0' + UNITS[unit];
  }

  /**
   * The days from {@code from} to {@code to}, what they have in common said once: {@code 1 January
   * – 30 September 2026}, {@code 1 – 30 September 2026}, {@code 28 September 2026}.
   */
  public String period(LocalDate from, LocalDate to) {
    boolean sameYear = from.getYear() == to.getYear();
    boolean sameMonth = sameYear && from.getMonth() == to.getMonth();
    String last = day("MMMM yyyy").format(to);
    if (from.equals(to)) {
      return last;
    }
    DateTimeFormatter first = day(sameMonth ? "" : sameYear ? "MMMM" : "MMMM yyyy");
    return first.format(from).strip() + " – " + last;
  }

  private DateTimeFormatter day(String rest) {
    String day = locale.getLanguage().equals("de") ? "d. " : "d ";
    return DateTimeFormatter.ofPattern(day + rest, locale);
  }

  /** A number to its last digit, with at least {@code digits} after the decimal sign. */
  public String exact(BigDecimal number, int digits) {
    return decimal(number.setScale(Math.max(number.scale(), digits)));
  }

  /** {@code 340 ms}, {@code 7.4 s}, {@code 2:05 min}. */
  public String duration(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1000) {
      return millis + "\u00a0ms";
    }
    if (millis < 60_000) {
      return decimal(millis / 1000.0, 1) + "\u00a0s";
    }
    return "%d:%02d\u00a0min".formatted(duration.toMinutes(), duration.toSecondsPart());
  }

  /** Date and time in the zone of this machine. */
  public String instant(Instant instant) {
    return time.format(instant.atZone(ZoneId.systemDefault()));
  }

  /**
   * A value of a table as text: numbers and dates by locale, times in UTC as they are stored.
   *
   * @return null for a missing value
   */
  public @Nullable String cell(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Long n -> whole.format(n);
      case Integer n -> whole.format(n);
      case Short n -> whole.format(n);
      case Byte n -> whole.format(n);
      case BigDecimal n -> decimal(n);
      case Double n -> n.isNaN() || n.isInfinite() ? n.toString() : exact.format(n);
      case Number n -> exact.format(n);
      case Boolean b -> yesNo(b);
      case LocalDate d -> date.format(d);
      case LocalDateTime t -> stamp(t);
      case OffsetDateTime t -> stamp(t.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
      case Instant t -> stamp(t.atOffset(ZoneOffset.UTC).toLocalDateTime());
      default -> value.toString();
    };
  }

  /** Yes or no in the user's language. */
  public String yesNo(boolean value) {
    boolean german = locale.getLanguage().equals("de");
    return value ? (german ? "ja" : "yes") : (german ? "nein" : "no");
  }

  private String decimal(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(Math.max(0, number.scale()));
    format.setMaximumFractionDigits(Math.max(0, number.scale()));
    return format.format(number);
  }

  private String stamp(LocalDateTime stamp) {
    String day = date.format(stamp);
    return stamp.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? day
        : day + ' ' + stamp.toLocalTime().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
  }
}
