package io.liftwerk.report;

import java.time.LocalDate;

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
    SHARE,
    /** Days since 1970-01-01, written as dates; the axis finds its own steps. */
    DAY
  }

  /** The days from {@code first} to {@code last}. */
  static Axis days(String label, LocalDate first, LocalDate last) {
    double from = first.toEpochDay();
    double to = Math.max(last.toEpochDay(), from + 1);
    return new Axis(label, from, to, 1, Scale.DAY);
  }

  /**
   * From 0 to a round number that has room for {@code most}.
   *
   * @param most largest value drawn, not negative
   */
  static Axis upTo(String label, double most, Scale scale) {
    double unit = Math.pow(10, Math.floor(Math.log10(Math.max(most, 1e-9) / 4)));
    double step = unit;
    for (double each : new double[] {1, 2, 2.5, 5, 10}) {
      step = each * unit;
      if (most / step <= 4.5) {
        break;
      }
    }
    if (scale == Scale.COUNT) {
      step = Math.max(1, Math.rint(step));
    }
    return new Axis(label, 0, step * Math.max(1, Math.ceil(most * 1.02 / step)), step, scale);
  }

  /** From 0 to 1 as 0 % to 100 %. */
  static Axis share(String label) {
    return new Axis(label, 0, 1, 0.2, Scale.SHARE);
  }
}
