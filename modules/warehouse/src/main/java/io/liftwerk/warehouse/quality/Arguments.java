package io.liftwerk.warehouse.quality;

import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a test, read by name. What is read is noted, so that one nobody read, mostly a
 * misspelt one, is refused rather than passed over: a bound that is not heard makes a test that
 * cannot fail.
 */
final class Arguments {
  /** What Great Expectations takes with every expectation and does not change a verdict. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "result_format",
          "catch_exceptions",
          "include_config",
          "meta",
          "notes",
          "description",
          "parse_strings_as_datetimes",
          "allow_cross_type_comparisons",
          "quote_values",
          "quote",
          "is_raw");

  private static final Set<String> PARSERS =
      Set.of("pandas", "spark", "great_expectations", "duckdb", "sql");

  private final String test;
  private final Map<String, Object> values;
  private final Set<String> read = new HashSet<>();

  Arguments(String test, Map<String, Object> values) {
    this.test = test;
    this.values = values;
  }

  /** An argument that does not make sense. */
  static WorkbenchException wrong(String sentence) {
    return new WorkbenchException("test-argument", sentence + ".", "Correct it in schema.yml.");
  }

  String test() {
    return test;
  }

  /** The first of {@code names} that is given and not null. */
  @Nullable Object value(String... names) {
    Object found = null;
    for (String name : names) {
      read.add(name);
      Object value = values.get(name);
      found = found == null ? value : found;
    }
    return found;
  }

  Object required(String... names) {
    Object value = value(names);
    if (value == null) {
      throw wrong("The test " + test + " needs the argument '" + names[0] + "'");
    }
    return value;
  }

  @Nullable String text(String... names) {
    Object value = value(names);
    return value == null ? null : scalar(value, names[0]);
  }

  String requiredText(String... names) {
    return scalar(required(names), names[0]);
  }

  private String scalar(Object value, String name) {
    if (value instanceof Map || value instanceof List) {
      throw wrong("The argument '" + name + "' of the test " + test + " must be one value");
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  boolean flag(String name, boolean otherwise) {
    Object value = value(name);
    return switch (value) {
      case null -> otherwise;
      case Boolean flag -> flag;
      default ->
          switch (value.toString()) {
            case "true", "True" -> true;
            case "false", "False" -> false;
            default ->
                throw wrong(
                    "The argument '" + name + "' of the test " + test + " must be true or false");
          };
    };
  }

  @Nullable BigDecimal number(String... names) {
    Object value = value(names);
    return value == null ? null : number(value, names[0]);
  }

  BigDecimal requiredNumber(String... names) {
    return number(required(names), names[0]);
  }

  private BigDecimal number(Object value, String name) {
    try {
      return new BigDecimal(scalar(value, name).strip());
    } catch (NumberFormatException e) {
      throw wrong(
          "The argument '"
              + name
              + "' of the test "
              + test
              + " must be a number, not '"
              + value
              + "'");
    }
  }

  /** A list of values; null when the argument is absent or null. */
  @Nullable List<@Nullable Object> list(String... names) {
    return switch (value(names)) {
      case null -> null;
      case List<?> list -> new ArrayList<>(list);
      default ->
          throw wrong("The argument '" + names[0] + "' of the test " + test + " must be a list");
    };
  }

  List<String> names(String... names) {
    List<@Nullable Object> list = list(names);
    if (list == null || list.isEmpty()) {
      throw wrong("The test " + test + " needs the argument '" + names[0] + "'");
    }
    return list.stream().map(String::valueOf).toList();
  }

  /** A map within the arguments, read by the same rules. */
  @Nullable Arguments map(String... names) {
    return switch (value(names)) {
      case null -> null;
      case Map<?, ?> map -> new Arguments(test, strings(map));
      default ->
          throw wrong("The argument '" + names[0] + "' of the test " + test + " must be a map");
    };
  }

  /** Numbers; an infinite one may be written {@code -.inf} or {@code Infinity}. */
  double @Nullable [] numbers(String name) {
    List<@Nullable Object> list = list(name);
    return list == null ? null : list.stream().mapToDouble(item -> real(item, name)).toArray();
  }

  private double real(@Nullable Object item, String name) {
    if (item instanceof Number number) {
      return number.doubleValue();
    }
    return switch (String.valueOf(item)) {
      case "-.inf", "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
      case ".inf", "inf", "Infinity" -> Double.POSITIVE_INFINITY;
      default -> number(item == null ? "" : item, name).doubleValue();
    };
  }

  /** The share of rows that must be as stated, 0 to 1; 1 when nothing is said. */
  double mostly() {
    BigDecimal share = number("mostly");
    if (share == null) {
      return 1;
    }
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw wrong("'mostly' of the test " + test + " must lie between 0 and 1");
    }
    return share.doubleValue();
  }

  /**
   * @throws WorkbenchException when an argument is given that the test does not know
   */
  void allRead() {
    Object parser = value("condition_parser");
    if (parser != null && !PARSERS.contains(parser.toString().replaceFirst("__.*", ""))) {
      throw wrong("The test " + test + " knows no condition_parser '" + parser + "'");
    }
    for (String name : values.keySet()) {
      if (!read.contains(name) && !WITHOUT_EFFECT.contains(name)) {
        throw wrong("The test " + test + " has no argument '" + name + "'");
      }
    }
  }

  static Map<String, Object> strings(Map<?, ?> map) {
    var copy = new LinkedHashMap<String, Object>();
    map.forEach((name, value) -> copy.put(String.valueOf(name), value));
    return copy;
  }

  static String json(Map<String, Object> arguments) {
    return Json.canonical(arguments);
  }
}
