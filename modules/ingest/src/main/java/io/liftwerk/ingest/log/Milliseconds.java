package io.liftwerk.ingest.log;

import java.math.BigDecimal;

/** Durations in the one unit all logs get. */
final class Milliseconds {
  private Milliseconds() {}

  /**
   * @param text a decimal number of seconds
   */
  static String ofSeconds(String text) {
    return plain(new BigDecimal(text).movePointRight(3));
  }

  /**
   * @param text a whole number of nanoseconds
   */
  static String ofNanoseconds(String text) {
    return plain(new BigDecimal(text).movePointLeft(6));
  }

  private static String plain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
  }
}
