package io.liftwerk.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Headers of two rows: one above that names groups of columns, once each, as merged cells do; or
 * one below that names units.
 */
final class HeaderRows {
  private static final Set<String> UNITS =
      Set.of(
          "%",
          "#",
          "anzahl",
          "stück",
          "stk.",
          "stk",
          "count",
          "number",
          "pcs",
          "nombre",
          "date",
          "datum",
          "text",
          "string",
          "int",
          "integer",
          "float",
          "decimal",
          "s",
          "sec",
          "sek.",
          "sekunden",
          "ms",
          "min",
          "h",
          "std.",
          "tage",
          "days",
          "kg",
          "g",
          "km",
          "m",
          "cm");

  private HeaderRows() {}

  /** Whether {@code upper} names groups of the columns that the full row {@code lower} names. */
  static boolean isGroups(List<String> upper, List<String> lower, List<DialectProbe.Row> below) {
    long named = filled(upper);
    return named > 0
        && named < lower.size()
        && filled(lower) == lower.size()
        && HeaderProbe.votes(lower, below).unanimous(2);
  }

  /** Whether {@code lower}, between the header and the values {@code below}, names units. */
  static boolean isUnits(List<String> lower, List<DialectProbe.Row> below) {
    return filled(lower) > 0
        && lower.stream().allMatch(cell -> cell.isBlank() || isUnit(cell.strip()))
        && HeaderProbe.votes(lower, below).unanimous(1);
  }

  /** The names of {@code lower}, with their group before those that occur more than once. */
  static List<String> names(List<String> upper, List<String> lower) {
    Map<String, Integer> uses = new HashMap<>();
    lower.forEach(name -> uses.merge(key(name), 1, Integer::sum));
    var names = new ArrayList<String>();
    String group = "";
    for (int i = 0; i < lower.size(); i++) {
      group = i >= upper.size() || upper.get(i).isBlank() ? group : upper.get(i).strip() + " ";
      String name = lower.get(i);
      names.add(uses.getOrDefault(key(name), 1) > 1 ? group + name.strip() : name);
    }
    return names;
  }

  private static boolean isUnit(String cell) {
    boolean bracketed = cell.matches("[\\[(][^\\d]{1,12}[\\])]");
    String bare = bracketed ? cell.substring(1, cell.length() - 1).strip() : cell;
    return bracketed || Currencies.known(bare) || UNITS.contains(bare.toLowerCase(Locale.ROOT));
  }

  private static long filled(List<String> cells) {
    return cells.stream().filter(cell -> !cell.isBlank()).count();
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
