package io.liftwerk.warehouse.quality;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Every test there is, by the names that dbt, its packages and Great Expectations give it. */
final class TestNames {
  private static final Map<String, Maker> MAKERS = all();

  private TestNames() {}

  private static Map<String, Maker> all() {
    var makers = new TreeMap<String, Maker>();
    RowTests.register(makers);
    KeyTests.register(makers);
    FigureTests.register(makers);
    TableTests.register(makers);
    FreshnessTests.register(makers);
    Distributions.register(makers);
    StableDistribution.register(makers);
    return Collections.unmodifiableMap(makers);
  }

  /**
   * @throws io.liftwerk.workspace.WorkbenchException code {@code test-argument} when there is none
   */
  static Maker maker(String name) {
    Maker maker = MAKERS.get(name);
    if (maker == null) {
      throw Arguments.wrong("There is no test called '" + name + "'");
    }
    return maker;
  }
}
