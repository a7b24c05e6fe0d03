package io.liftwerk.ingest.log;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Year;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the moments that logs write and writes them in one form, {@code yyyy-MM-dd HH:mm:ss±HH:mm}:
 * with the offset the line states, so that the local time is not lost, and with as many digits of
 * the second as it states.
 */
final class LogTime {
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final byte[][] NAMES =
      MONTHS.stream().map(name -> name.getBytes(StandardCharsets.US_ASCII)).toArray(byte[][]::new);
  private static final int NO = -1;
  private static final int LONGEST_OFFSET = 15;

  private byte[] text = new byte[0];
  private int at;
  private int to;

  /**
   * {@code 28/Sep/2026:00:00:01 +0200}, perhaps with a fraction, perhaps without an offset; or one
   * in ISO 8601.
   *
   * @return false when it is no moment
   */
  boolean read(byte[] bytes, int first, int last, LogValues values, int column) {
    text = bytes;
    at = first;
    to = last;
    int day = number(2);
    return day != NO && skip('/')
        ? clf(day, values, column)
        : iso(bytes, first, last, values, column);
  }

  private boolean clf(int day, LogValues values, int column) {
    int month = monthName();
    if (month == NO || !skip('/')) {
      return false;
    }
    int year = number(4);
    return year != NO && skip(':') && rest(year, month, day, values, column);
  }

  /** {@code 2026-09-28T00:00:01.123+02:00} and its like; also {@code 2026/09/28}. */
  boolean iso(byte[] bytes, int first, int last, LogValues values, int column) {
    text = bytes;
    at = first;
    to = last;
    int year = number(4);
    if (year == NO || !(skip('-') || skip('/'))) {
      return false;
    }
    int month = number(2);
    if (month == NO || !(skip('-') || skip('/'))) {
      return false;
    }
    int day = number(2);
    return day != NO
        && (skip('T') || skip(' ') || skip('+'))
        && rest(year, month, day, values, column);
  }

  /**
   * A moment counted from 1970 in seconds, perhaps with a fraction, or in milli-, micro- or
   * nanoseconds: which of them its size tells.
   *
   * @throws ArithmeticException when it is beyond all times
   * @throws NumberFormatException when it is no number
   */
  static String ofEpoch(String number) {
    BigDecimal count = new BigDecimal(number);
    int digits = count.precision() - count.scale();
    int shift = digits <= 11 ? 0 : digits <= 14 ? 3 : digits <= 17 ? 6 : 9;
    // seconds come from a floating-point number, which holds no more than microseconds
    BigDecimal exact = shift == 0 ? count.setScale(6, RoundingMode.HALF_UP) : count;
    long nanos = exact.movePointRight(9 - shift).setScale(0, RoundingMode.DOWN).longValueExact();
    Instant instant =
        Instant.ofEpochSecond(
            Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    return instant.toString().replace('T', ' ').replace("Z", "+00:00");
  }

  /** The time of day, the offset, and the writing of it all. */
  private boolean rest(int year, int month, int day, LogValues values, int column) {
    int hour = number(2);
    if (hour == NO || !skip(':')) {
      return false;
    }
    int minute = number(2);
    if (minute == NO || !skip(':')) {
      return false;
    }
    int second = number(2);
    if (!real(year, month, day) || hour > 23 || minute > 59 || second == NO || second > 59) {
      return false;
    }
    values.begin(column);
    digits(values, year, 4);
    values.add('-');
    digits(values, month, 2);
    values.add('-');
    digits(values, day, 2);
    values.add(' ');
    digits(values, hour, 2);
    values.add(':');
    digits(values, minute, 2);
    values.add(':');
    digits(values, second, 2);
    fraction(values);
    boolean good = offset(values);
    values.end(column);
    if (!good) {
      values.clear(column);
    }
    return good;
  }

  private void fraction(LogValues values) {
    if (at + 1 < to && (text[at] == '.' || text[at] == ',') && digit(text[at + 1])) {
      values.add('.');
      at++;
      // finer than a nanosecond is no clock's
      for (int i = 0; at < to && digit(text[at]); i++, at++) {
        if (i < 9) {
          values.add(text[at]);
        }
      }
    }
  }

  private boolean offset(LogValues values) {
    skip(' ');
    if (at == to) {
      values.markZoneless();
    }
    if (at == to || (at + 1 == to && text[at] == 'Z')) {
      values.add('+');
      digits(values, 0, 2);
      values.add(':');
      digits(values, 0, 2);
      return true;
    }
    int sign = text[at++];
    int hours = number(2);
    skip(':');
    int minutes = at == to ? 0 : number(2);
    if ((sign != '+' && sign != '-') || hours == NO || minutes == NO || at != to) {
      return false;
    }
    values.add(sign);
    digits(values, hours, 2);
    values.add(':');
    digits(values, minutes, 2);
    return hours <= LONGEST_OFFSET && minutes <= 59;
  }

  private static boolean real(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) {
      return false;
    }
    return month != 2 || day < 29 || Year.isLeap(year);
  }

  private int monthName() {
    if (at + 3 > to) {
      return NO;
    }
    for (int i = 0; i < NAMES.length; i++) {
      if (Arrays.equals(NAMES[i], 0, 3, text, at, at + 3)) {
        at += 3;
        return i + 1;
      }
    }
    return NO;
  }

  /** Exactly so many digits. */
  private int number(int digits) {
    if (at + digits > to) {
      return NO;
    }
    int value = 0;
    for (int i = 0; i < digits; i++) {
      byte b = text[at + i];
      if (!digit(b)) {
        return NO;
      }
      value = value * 10 + b - '0';
    }
    at += digits;
    return value;
  }

  private boolean skip(char sign) {
    if (at < to && text[at] == sign) {
      at++;
      return true;
    }
    return false;
  }

  private static boolean digit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static void digits(LogValues values, int number, int count) {
    int scale = count == 4 ? 1000 : 10;
    for (; scale > 0; scale /= 10) {
      values.add('0' + number / scale % 10);
    }
  }
}
