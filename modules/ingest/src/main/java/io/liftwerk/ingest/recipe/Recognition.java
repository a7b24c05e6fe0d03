package io.liftwerk.ingest.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well a recipe fits a file. Half of the confidence is having all columns it requires (a little
 * less where it requires only one or two: a looser recipe stands behind a stricter one), a third is
 * how many of the columns are known, the rest a line above the header and the file's name; where a
 * recipe says nothing of these two, the columns count for them. Of a file with many columns of its
 * owner's only few can be known, so the share of the recipe's columns that are there counts where
 * it is the larger; a handful of common ones, such as clicks by day, proves little, except in a
 * recipe that the user wrote for the file.
 */
final class Recognition {
  /** By the number of columns required. */
  private static final List<Double> REQUIRED = List.of(0.0, 0.35, 0.44, 0.5);

  /** As many columns of a shipped recipe are beyond chance. */
  private static final double MANY = 10;

  private static final double KNOWN = 0.3;
  private static final double TITLE = 0.12;
  private static final double NAME = 0.08;

  private Recognition() {}

  /**
   * @param own whether the user wrote the recipe
   */
  static Optional<Match> match(Recipe recipe, boolean own, Evidence evidence, Header header) {
    Map<String, String> columns = header.columns(recipe);
    if (!complete(recipe.recognise(), columns, header)) {
      return Optional.empty();
    }
    double ofFile = share(columns.size(), header.size());
    int described = recipe.columns().size() - recipe.recognise().absent().size();
    double proof = own ? 1 : Math.min(1, columns.size() / MANY);
    double ofRecipe = proof * share(columns.size(), described);
    double known = Math.max(ofFile, ofRecipe);
    int title = title(recipe, evidence.above());
    boolean titled = title >= 0;
    boolean named =
        recipe.recognise().files().stream().anyMatch(p -> p.matcher(evidence.file()).find());
    double confidence =
        REQUIRED.get(Math.min(recipe.recognise().required().size(), REQUIRED.size() - 1))
            + KNOWN * known
            + TITLE * weight(titled, recipe.recognise().titles(), known)
            + NAME * weight(named, recipe.recognise().files(), known);
    var parts = new ArrayList<String>();
    parts.add(
        ofFile >= ofRecipe
            ? columns.size() + " of " + header.size() + " columns are those of this export."
            : columns.size() + " of the " + described + " columns known of this export are there.");
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

  private static boolean complete(
      Recipe.Recognise recognise, Map<String, String> columns, Header header) {
    return recognise.required().stream().allMatch(one -> one.isIn(columns.keySet()))
        && recognise.absent().stream().noneMatch(columns::containsKey)
        && (!recognise.alone() || columns.size() == header.size());
  }

  private static double share(int part, int whole) {
    return (double) part / Math.max(1, whole);
  }

  private static double weight(boolean found, List<?> stated, double known) {
    return found ? 1 : stated.isEmpty() ? known : 0;
  }

  private static int title(Recipe recipe, List<String> above) {
    if (recipe.recognise().titles().isEmpty()) {
      return -1;
    }
    List<String> titles = recipe.recognise().titles().stream().map(ColumnName::fold).toList();
    for (int i = 0; i < above.size(); i++) {
      String line = ColumnName.fold(above.get(i)).replace("\"", "");
      if (titles.stream().anyMatch(line::startsWith)) {
        return i;
      }
    }
    return -1;
  }
}
