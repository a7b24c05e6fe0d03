package io.liftwerk.ingest.recipe;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A file's columns, found by what recipes call them. Thousands of columns cost no more than few.
 */
final class Header {
  private final List<String> names;
  private final List<String> folded;
  private final Map<String, List<Integer>> places = new HashMap<>();

  Header(List<String> names) {
    this.names = List.copyOf(names);
    this.folded = names.stream().map(ColumnName::fold).toList();
    for (int i = 0; i < folded.size(); i++) {
      places.computeIfAbsent(folded.get(i), name -> new ArrayList<>()).add(i);
    }
  }

  int size() {
    return names.size();
  }

  /** The file's name of each column of {@code recipe} that it has; each of its own used once. */
  Map<String, String> columns(Recipe recipe) {
    var used = new BitSet(names.size());
    var found = new LinkedHashMap<String, String>();
    recipe
        .columns()
        .forEach(
            (key, column) -> {
              int place = place(column, used);
              if (place >= 0) {
                used.set(place);
                found.put(key, names.get(place));
              }
            });
    return found;
  }

  private int place(RecipeColumn column, BitSet used) {
    for (ColumnName known : column.names()) {
      Pattern pattern = known.pattern();
      int place = pattern == null ? named(known.text(), used) : matching(pattern, used);
      if (place >= 0) {
        return place;
      }
    }
    return -1;
  }

  private int named(String name, BitSet used) {
    for (int place : places.getOrDefault(name, List.of())) {
      if (!used.get(place)) {
        return place;
      }
    }
    return -1;
  }

  private int matching(Pattern pattern, BitSet used) {
    for (int i = used.nextClearBit(0); i < folded.size(); i = used.nextClearBit(i + 1)) {
      if (pattern.matcher(folded.get(i)).matches()) {
        return i;
      }
    }
    return -1;
  }
}
