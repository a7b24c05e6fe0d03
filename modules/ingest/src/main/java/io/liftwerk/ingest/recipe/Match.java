package io.liftwerk.ingest.recipe;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A recipe that fits a file.
 *
 * @param recipe the recipe
 * @param confidence 0 to 1
 * @param because one sentence that says what speaks for it
 * @param columns the file's name of each column of the recipe that it has, by key
 */
public record Match(Recipe recipe, double confidence, String because, Map<String, String> columns) {

  /** From here on a file is taken for what it seems. */
  public static final double ENOUGH = 0.6;

  /** Two that are nearer than this are equally sure. */
  public static final double NEAR = 0.05;

  /**
   * Whether two that fit are equally sure, so that only the user can say which it is.
   *
   * @param first confidence of the surer one
   * @param second confidence of the other
   */
  public static boolean level(double first, double second) {
    return first >= ENOUGH && first - second < NEAR;
  }

  public Match {
    columns = new LinkedHashMap<>(columns);
  }

  /** The same, less sure than {@code other} by so much that there is no question. */
  Match behind(Match other) {
    double most = Math.round((other.confidence - NEAR) * 100 - 1) / 100.0;
    String sentence = String.join(" ", because, "Better fits " + other.recipe.id() + ".");
    return new Match(recipe, Math.min(confidence, most), sentence, columns);
  }

  /** The file's name of the first column that has {@code role}. */
  public Optional<String> column(Role role) {
    return columns.entrySet().stream()
        .filter(entry -> role(entry.getKey()) == role)
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Role of each of the file's columns that has one, by the file's name. */
  public Map<String, Role> roles() {
    var roles = new LinkedHashMap<String, Role>();
    columns.forEach(
        (key, name) -> {
          Role role = role(key);
          if (role != null) {
            roles.put(name, role);
          }
        });
    return roles;
  }

  /** Columns of the file that are text whatever their values look like. */
  public Set<String> texts() {
    var texts = new LinkedHashSet<String>();
    columns.forEach(
        (key, name) -> {
          RecipeColumn column = recipe.columns().get(key);
          if (column != null && column.text()) {
            texts.add(name);
          }
        });
    return texts;
  }

  private @Nullable Role role(String key) {
    RecipeColumn column = recipe.columns().get(key);
    return column == null ? null : column.role();
  }
}
