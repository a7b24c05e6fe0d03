package io.liftwerk.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Turns the cells of a header into column names: trimmed, never empty, unique without regard to
 * case, and apart from the columns every bronze table has.
 */
final class ColumnNames {
  private static final Set<String> TAKEN = Set.of("_row", "_source", "_loaded_at", "rowid");

  private ColumnNames() {}

  static List<String> of(List<String> header) {
    var wanted = new ArrayList<String>();
    for (int i = 0; i < header.size(); i++) {
      String name = clean(header.get(i));
      wanted.add(name.isEmpty() ? "column_" + (i + 1) : name);
    }
    Set<String> firstUses = new HashSet<>();
    wanted.forEach(name -> firstUses.add(key(name)));
    Set<String> used = new HashSet<>(TAKEN);
    var names = new ArrayList<String>();
    // where the numbering of a name goes on: a thousand like names must not be tried a thousand
    // times
    Map<String, Integer> next = new HashMap<>();
    for (String name : wanted) {
      String unique = name;
      if (!used.add(key(name))) {
        int n = next.getOrDefault(key(name), 2);
        do {
          unique = name + "_" + n++;
        } while (firstUses.contains(key(unique)) || !used.add(key(unique)));
        next.put(key(name), n);
      }
      names.add(unique);
    }
    return names;
  }

  /** {@code column_1}, {@code column_2} … for a file without a header. */
  static List<String> numbered(int count) {
    var names = new ArrayList<String>();
    for (int i = 1; i <= count; i++) {
      names.add("column_" + i);
    }
    return names;
  }

  private static String clean(String cell) {
    return cell.replace("\uFEFF", "").replaceAll("[\\p{Cntrl}\\s\u00A0\u202F]+", " ").strip();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
