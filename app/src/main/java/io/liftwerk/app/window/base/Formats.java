package io.liftwerk.app.window.base;

import io.liftwerk.report.ResultFormats;
import java.math.BigDecimal;
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
public final class Formats extends ResultFormats {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

  private final NumberFormat exact;
  private final DateTimeFormatter date;

  Formats(Messages messages) {
    super(messages.locale());
    Locale locale = messages.locale();
    exact = NumberFormat.getNumberInstance(locale);
    exact.setMaximumFractionDigits(12);
    boolean german = locale.getLanguage().equals("de");
    date = DateTimeFormatter.ofPattern(german ? "dd.MM.yyyy" : "d MMM yyyy", locale);
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
    return instant(instant, ZoneId.systemDefault());
  }

  /**
   * A value of a table as text: numbers and dates by locale, times in UTC as they are stored.
   *
   * @return null for a missing value
   */
  public @Nullable String cell(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Long n -> count(n);
      case Integer n -> count(n);
      case Short n -> count(n);
      case Byte n -> count(n);
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

  private String decimal(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale());
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
