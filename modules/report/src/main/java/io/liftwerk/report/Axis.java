package io.liftwerk.report;

/**
 * One axis of a figure.
 *
 * @param label what it measures, with its unit
 * @param low smallest value shown
 * @param high largest value shown
 * @param step distance between grid lines
 * @param scale how its values are written
 */
public record Axis(String label, double low, double high, double step, Scale scale) {

  /** How values of an axis are written. */
  public enum Scale {
    /** Whole numbers, {@code 1,234}. */
    COUNT,
    /** One decimal, {@code 2.4}. */
    DECIMAL,
    /** A share of one as per cent, {@code 61 %}. */
    SHARE
  }

  /** From 0 to 1 as 0 % to 100 %. */
  static Axis share(String label) {
    return new Axis(label, 0, 1, 0.2, Scale.SHARE);
  }
}
