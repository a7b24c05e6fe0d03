package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values that come again and again in a column and hold no identifier. DuckDB knows them by one
 * look into a list, at the place that a value's hash tells, which costs a fraction of a search.
 */
final class CleanValues {
  /** Fewer rows are searched before the list is made. */
  private static final int FEWEST_ROWS = 500;

  /** Longer lists cost as much as the search. */
  private static final int MOST = 512;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  /** What comes less often in them is searched each time. */
  private static final int SELDOM = 3;

  /** So many are compared one by one in less time than a hash takes. */
  private static final int COMPARED = 8;

  private CleanValues() {}

  /** Whether a column of the first rows holds whole numbers and nothing else. */
  static boolean areNumbers(List<@Nullable String[]> rows, int column) {
    boolean any = false;
    for (@Nullable String[] row : rows) {
      String value = row[column];
      if (value != null) {
        any = true;
        if (!NUMBER.matcher(value).matches()) {
          return false;
        }
      }
    }
    return any;
  }

  /** A condition that holds for whole numbers, in which nobody has an address. */
  static String isNumber(String cell) {
    return "TRY_CAST(" + cell + " AS BIGINT) IS NOT NULL";
  }

  /** The values that repeat in a column of the first rows; none when those rows are few. */
  static Set<String> repeated(List<@Nullable String[]> rows, int column) {
    if (rows.size() < FEWEST_ROWS) {
      return Set.of();
    }
    var times = new HashMap<String, Integer>();
    for (@Nullable String[] row : rows) {
      String value = row[column];
      if (value != null) {
        times.merge(value, 1, Integer::sum);
      }
    }
    times.values().removeIf(count -> count < SELDOM);
    return times.size() > MOST ? Set.of() : times.keySet();
  }

  /**
   * SQL for the list of each column, by the column's number.
   *
   * @param values none of them with an identifier
   */
  static Map<Integer, List<@Nullable String>> slots(
      Session session, Map<Integer, Set<String>> values) throws Exception {
    var rows = new ArrayList<String>();
    var slots = new TreeMap<Integer, List<@Nullable String>>();
    values.forEach(
        (column, some) -> {
          int size = Integer.highestOneBit(Math.max(4, 4 * some.size() - 1));
          slots.put(column, Arrays.asList(new @Nullable String[size]));
          for (String value : some) {
            rows.add("(" + column + ", " + Sql.literal(value) + ", " + size + ")");
          }
        });
    if (!rows.isEmpty()) {
      for (@Nullable String[] row :
          session.query(
              "SELECT c, v, hash(v) % n FROM (VALUES "
                  + String.join(", ", rows)
                  + ") AS t (c, v, n)")) {
        List<@Nullable String> list = Objects.requireNonNull(slots.get(Integer.valueOf(row[0])));
        list.set(Integer.parseInt(row[2]), row[1]);
      }
    }
    return slots;
  }

  /** A condition that holds for the values in {@code slots} and for no other. */
  static String holds(List<@Nullable String> slots, String cell) {
    List<String> few = slots.stream().filter(Objects::nonNull).map(Sql::literal).toList();
    if (few.size() <= COMPARED) {
      return few.stream().collect(Collectors.joining(", ", "(" + cell + ") IN (", ")"));
    }
    return slots.stream()
        .map(value -> value == null ? "NULL" : Sql.literal(value))
        .collect(
            Collectors.joining(
                ", ",
                "CAST([",
                "] AS VARCHAR[])[1 + CAST(hash("
                    + cell
                    + ") % "
                    + slots.size()
                    + " AS INTEGER)] = "
                    + cell));
  }
}
