package io.liftwerk.experiments;

import java.math.BigDecimal;
import java.math.MathContext;

/** Figures as sentences tell them. */
final class Told {
  private static final MathContext DIGITS = new MathContext(4);

  private Told() {}

  /** Four digits that count, whatever the unit: 15.13, 0.01235, 1518; without an exponent. */
  static String figure(double value) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    var exact = new BigDecimal(value);
    int digits = Math.max(DIGITS.getPrecision(), exact.precision() - exact.scale());
    BigDecimal rounded = exact.round(new MathContext(digits)).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }
}
