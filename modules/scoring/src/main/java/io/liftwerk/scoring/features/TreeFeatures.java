package io.liftwerk.scoring.features;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into the dense vectors of a tree model, learned on the rows it is fitted to: numbers
 * as they are (NaN is missing), levels as categories with the rare ones together; what was never
 * seen is missing.
 */
public final class TreeFeatures {
  private final List<int @Nullable []> categories;
  private final String[] types;

  private TreeFeatures(List<int @Nullable []> categories, String[] types) {
    this.categories = categories;
    this.types = types;
  }

  public static TreeFeatures fit(Dataset data, int[] rows) {
    var categories = new ArrayList<int @Nullable []>();
    var types = new String[data.columns().size()];
    for (int c = 0; c < types.length; c++) {
      switch (data.columns().get(c)) {
        case Column.Numbers numbers -> {
          categories.add(null);
          types[c] = "float";
        }
        case Column.Levels levels -> {
          categories.add(number(LinearFeatures.counts(levels, rows)));
          types[c] = "c";
        }
      }
    }
    return new TreeFeatures(categories, types);
  }

  /** Category of each code: 0 for the rare ones together, -1 for what does not occur. */
  private static int[] number(int[] counts) {
    var category = new int[counts.length];
    boolean rare = false;
    int next = 1;
    for (int code = 0; code < counts.length; code++) {
      boolean own = code == 0 ? counts[0] > 0 : counts[code] >= LinearFeatures.RARE;
      category[code] = own ? next++ : 0;
      rare |= !own && counts[code] > 0;
    }
    for (int code = 0; code < counts.length; code++) {
      if (category[code] == 0 && (code == 0 || !rare)) {
        category[code] = -1;
      }
    }
    return category;
  }

  public int width() {
    return types.length;
  }

  public String[] types() {
    return types.clone();
  }

  public void encode(Dataset data, int row, float[] into, int from) {
    for (int c = 0; c < types.length; c++) {
      into[from + c] =
          switch (data.columns().get(c)) {
            case Column.Numbers numbers -> numbers.values()[row];
            case Column.Levels levels -> category(c, levels.code(row));
          };
    }
  }

  private float category(int column, int code) {
    int[] numbers = categories.get(column);
    int category = numbers == null ? -1 : numbers[code];
    return category < 0 ? Float.NaN : category;
  }
}
