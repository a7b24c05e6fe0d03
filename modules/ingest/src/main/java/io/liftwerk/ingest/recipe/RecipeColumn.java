package io.liftwerk.ingest.recipe;

import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A column of an export.
 *
 * @param role what it means, null when nobody asks
 * @param names what it is called in the languages known, without regard to case and blanks, the
 *     preferred one first; one that begins with {@code ~} is a regular expression for the whole
 *     name
 * @param text whether its values are text even where they look like numbers, as ids do
 */
public record RecipeColumn(@Nullable Role role, List<ColumnName> names, boolean text) {

  @SuppressWarnings("NullAway")
  public RecipeColumn {
    names = names == null ? List.of() : List.copyOf(names);
  }

  /** What the first group of an expression found in {@code name}, as a currency does. */
  public @Nullable String within(String name) {
    String folded = ColumnName.fold(name);
    for (ColumnName known : names) {
      Matcher matcher = known.pattern() == null ? null : known.pattern().matcher(folded);
      if (matcher != null
          && matcher.matches()
          && matcher.groupCount() > 0
          && matcher.group(1) != null) {
        return matcher.group(1);
      }
    }
    return null;
  }
}
