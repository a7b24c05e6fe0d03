package io.liftwerk.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a child process found out: names to numbers.
 *
 * @param values for example {@code seconds}, {@code cpuSeconds}; {@code peakBytes} where the system
 *     tells
 */
record Measured(Map<String, Double> values) {

  static Measured of() {
    return new Measured(new LinkedHashMap<>());
  }

  Measured with(String name, double value) {
    values.put(name, value);
    return this;
  }

  /**
   * The number called {@code name}.
   *
   * @throws IllegalStateException when the child did not measure it
   */
  double get(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("not measured: " + name + " among " + values.keySet());
    }
    return value;
  }
}
