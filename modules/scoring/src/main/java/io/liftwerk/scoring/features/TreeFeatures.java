package io.liftwerk.scoring.features;

/**
 * Turns rows into the dense vectors of a tree model, learned on the rows it is fitted to: numbers
 * as they are (NaN is missing), levels as categories with the rare ones together; what was never
 * seen is missing.
 *
 * @param categories per column of the data, the category of each code: 0 for the rare ones
 *     together, -1 for what does not occur; empty for a number
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TreeFeatures(int[][] categories) {

  public static TreeFeatures fit(Dataset data, int[] rows) {
    var categories = new int[data.columns().size()][];
    for (int c = 0; c < categories.length; c++) {
      categories[c] =
          switch (data.columns().get(c)) {
            case Column.Numbers numbers -> new int[0];
            case Column.Levels levels -> number(LinearFeatures.counts(levels, rows));
          };
    }
    return new TreeFeatures(categories);
  }

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
    return categories.length;
  }

  /** What each feature is to XGBoost: {@code float}, or {@code c} for a category. */
  public String[] types() {
    var types = new String[categories.length];
    for (int c = 0; c < types.length; c++) {
      types[c] = categories[c].length == 0 ? "float" : "c";
    }
    return types;
  }

  /** Writes a row's features from {@code into[from]} on. */
  public void encode(Dataset data, int row, float[] into, int from) {
    for (int c = 0; c < categories.length; c++) {
      into[from + c] =
          switch (data.columns().get(c)) {
            case Column.Numbers numbers -> numbers.values()[row];
            case Column.Levels levels -> category(c, levels.code(row));
          };
    }
  }

  private float category(int column, int code) {
    int category = categories[column][code];
    return category < 0 ? Float.NaN : category;
  }
}
