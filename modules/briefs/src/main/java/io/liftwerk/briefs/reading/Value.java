package io.liftwerk.briefs.reading;

import java.math.BigDecimal;

/**
 * A number with its unit, or the name of a standard.
 *
 * @param unit canonical: {@code g}, {@code mm}, {@code EUR}, {@code day}, {@code kN}, {@code %} …;
 *     {@code standard} for the name of a standard
 * @param low lower end, in the canonical unit; of a standard its year, 0 without one
 * @param high upper end; as {@code low} where it is one number
 * @param bound −1 for at most, 1 for at least, 0 for neither
 * @param text as it is written
 * @param start place in the sentence, in UTF-16 units
 * @param end place behind it
 * @param key the same for the same value: {@code 40–120 kg}, {@code EN 958}
 */
public record Value(
    String unit,
    BigDecimal low,
    BigDecimal high,
    int bound,
    String text,
    int start,
    int end,
    String key) {
  /** Unit of names of standards. */
  public static final String STANDARD = "standard";

  public boolean isStandard() {
    return unit.equals(STANDARD);
  }

  /** Whether the two name a number that is the same. */
  public boolean shares(Value other) {
    return low.compareTo(other.low) == 0
        || high.compareTo(other.high) == 0
        || low.compareTo(other.high) == 0
        || high.compareTo(other.low) == 0;
  }
}
