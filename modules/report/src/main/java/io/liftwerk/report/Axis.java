package io.liftwerk.report;

import java.time.LocalDate;
import java.util.List;

/**
 * One axis of a figure.
 *
 * @param label what it measures, with its unit
 * @param low smallest value shown
 * @param high largest value shown
 * @param step distance between grid lines
 * @param scale how its values are written
 * @param names what stands at 0, 1, 2 … where the scale is one of names, else empty
 */
public record Axis(
    String label, double low, double high, double step, Scale scale, List<String> names) {

  private static final int LONGEST = 32;

  /** How values of an axis are written. */
  public enum Scale {
    /** Whole numbers, {@code 1,234}. */
    COUNT,
    /** One decimal, {@code 2.4}. */
    DECIMAL,
    /** Two decimals, {@code 2.41}. */
    FINE,
    /** Three decimals, {@code 0.241}. */
    FINEST,
    /** A share of one as per cent, {@code 61 %}. */
    SHARE,
    /** Logarithms to base 2 of ratios, written as the ratios: -1 as {@code 0.5}. */
    DOUBLING,
    /** Days since 1970-01-01, written as dates; the axis finds its own steps. */
    DAY,
    /** Names, one below the other; the figure lies on its side. */
    NAMES
  }

  /** An axis of numbers. */
  public Axis(String label, double low, double high, double step, Scale scale) {
    this(label, low, high, step, scale, List.of());
  }

  /** The days from {@code first} to {@code last}. */
  static Axis days(String label, LocalDate first, LocalDate last) {
    double from = first.toEpochDay();
    double to = Math.max(last.toEpochDay(), from + 1);
    return new Axis(label, from, to, 1, Scale.DAY);
  }

  /** Names below each other, the first on top. */
  static Axis names(String label, List<String> names) {
    return new Axis(label, -0.6, names.size() - 0.4, 1, Scale.NAMES, List.copyOf(names));
  }

  /**
   * From 0 to a round number that has room for {@code most}.
   *
   * @param most largest value drawn, not negative
   */
  static Axis upTo(String label, double most, Scale scale) {
    double step = step(most, scale);
    return new Axis(label, 0, step * Math.max(1, Math.ceil(most * 1.02 / step)), step, scale);
  }

  /** Between round numbers that have room for {@code least} and {@code most}. */
  static Axis between(String label, double least, double most, Scale scale) {
    double step = step(Math.max(most - least, 1e-9), scale);
    double low = step * Math.floor(least / step);
    double high = step * Math.ceil(most / step);
    return new Axis(label, low, high > low ? high : low + step, step, scale);
  }

  private static double step(double most, Scale scale) {
    double unit = Math.pow(10, Math.floor(Math.log10(Math.max(most, 1e-9) / 4)));
    double step = unit;
    for (double each : new double[] {1, 2, 2.5, 5, 10}) {
      step = each * unit;
      if (most / step <= 4.5) {
        break;
      }
    }
    return scale == Scale.COUNT || scale == Scale.DOUBLING ? Math.max(1, Math.rint(step)) : step;
  }

  /** From 0 to 1 as 0 % to 100 %. */
  static Axis share(String label) {
    return new Axis(label, 0, 1, 0.2, Scale.SHARE);
  }

  /** The names, cut where they would take the room of what is drawn. */
  String[] shortened() {
    return names.stream()
        .map(name -> name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…")
        .toArray(String[]::new);
  }

  double width() {
    return high - low;
  }
}
