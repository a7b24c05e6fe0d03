package io.liftwerk.ingest.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well a recipe fits a file. Half of the confidence is having all columns it requires, a third
 * is knowing the file's columns, the rest a line above the header and the file's name; where a
 * recipe says nothing of these two, the columns count for them.
 */
final class Recognition {
  private static final double REQUIRED = 0.5;
  private static final double KNOWN = 0.3;
  private static final double TITLE = 0.12;
  private static final double NAME = 0.08;

  private Recognition() {}

  static Optional<Match> match(Recipe recipe, Evidence evidence) {
    Map<String, String> columns = columns(recipe, evidence.names());
    boolean complete = columns.keySet().containsAll(recipe.recognise().required());
    boolean foreign = recipe.recognise().absent().stream().anyMatch(columns::containsKey);
    if (!complete || foreign) {
      return Optional.empty();
    }
    double known = (double) columns.size() / Math.max(1, evidence.names().size());
    int title = title(recipe, evidence.above());
    boolean titled = title >= 0;
    boolean named =
        recipe.recognise().files().stream().anyMatch(p -> p.matcher(evidence.file()).find());
    double confidence =
        REQUIRED
            + KNOWN * known
            + TITLE * share(titled, recipe.recognise().titles(), known)
            + NAME * share(named, recipe.recognise().files(), known);
    var parts = new ArrayList<String>();
    parts.add(
        columns.size() + " of " + evidence.names().size() + " columns are those of this export.");
    if (titled) {
      parts.add(
          "Line " + (title + 1) + " names it: '" + evidence.above().get(title).strip() + "'.");
    }
    if (named) {
      parts.add("The file's name fits.");
    }
    double rounded = Math.round(confidence * 100) / 100.0;
    return Optional.of(new Match(recipe, rounded, String.join(" ", parts), columns));
  }

  private static double share(boolean found, List<?> stated, double known) {
    return found ? 1 : stated.isEmpty() ? known : 0;
  }

  private static int title(Recipe recipe, List<String> above) {
    for (int i = 0; i < above.size(); i++) {
      String line = RecipeColumn.fold(above.get(i)).replace("\"", "");
      for (String title : recipe.recognise().titles()) {
        if (line.startsWith(RecipeColumn.fold(title))) {
          return i;
        }
      }
    }
    return -1;
  }

  /** The file's name of each column of {@code recipe}, each of the file's used once. */
  static Map<String, String> columns(Recipe recipe, List<String> names) {
    var left = new ArrayList<>(names);
    var found = new LinkedHashMap<String, String>();
    recipe
        .columns()
        .forEach(
            (key, column) ->
                left.stream()
                    .filter(column::is)
                    .findFirst()
                    .ifPresent(
                        name -> {
                          found.put(key, name);
                          left.remove(name);
                        }));
    return found;
  }
}
