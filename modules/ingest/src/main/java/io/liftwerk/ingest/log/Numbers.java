package io.liftwerk.ingest.log;

import java.nio.charset.StandardCharsets;

/** Checks what must be a number, and says what is none. */
final class Numbers {
  private static final int MOST_DIGITS = 18;
  private static final int SHOWN = 40;

  private Numbers() {}

  /** Whether the slice is a number of that type, or the sign for none. */
  static boolean fits(byte[] line, int from, int to, LogColumn.Type type) {
    int i = from;
    if (i < to && (line[i] == '-' || line[i] == '+')) {
      i++;
    }
    if (i == to) {
      return i == from || line[from] == '-';
    }
    int digits = 0;
    boolean point = false;
    for (; i < to; i++) {
      byte b = line[i];
      if (b >= '0' && b <= '9') {
        digits++;
      } else if (b == '.' && !point && digits > 0 && type == LogColumn.Type.DECIMAL) {
        point = true;
      } else {
        return false;
      }
    }
    return digits > 0 && digits <= MOST_DIGITS && line[to - 1] != '.';
  }

  static String misfit(byte[] line, int from, int to, String column) {
    return "'" + shown(line, from, to) + "' in '" + column + "' is no number";
  }

  static String noTime(byte[] line, int from, int to) {
    return "'" + shown(line, from, to) + "' is no time";
  }

  /** Fit for a sentence: one line, not endless. */
  private static String shown(byte[] line, int from, int to) {
    int length = Math.min(to - from, SHOWN);
    return new String(line, from, length, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
  }
}
