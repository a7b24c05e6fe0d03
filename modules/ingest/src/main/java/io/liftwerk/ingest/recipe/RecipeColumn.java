package io.liftwerk.ingest.recipe;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column of an export.
 *
 * @param role what it means, null when nobody asks
 * @param names what it is called in the languages known, without regard to case and blanks; one
 *     that begins with {@code ~} is a regular expression for the whole name
 * @param text whether its values are text even where they look like numbers, as ids do
 */
public record RecipeColumn(@Nullable Role role, List<String> names, boolean text) {

  @SuppressWarnings("NullAway")
  public RecipeColumn {
    names = names == null ? List.of() : List.copyOf(names);
  }

  /** Whether a file calls this column {@code name}. */
  public boolean is(String name) {
    String folded = fold(name);
    for (String known : names) {
      boolean same =
          known.startsWith("~") ? match(known, folded).matches() : fold(known).equals(folded);
      if (same) {
        return true;
      }
    }
    return false;
  }

  /** What the first group of an expression found in {@code name}, as a currency does. */
  public @Nullable String within(String name) {
    for (String known : names) {
      if (known.startsWith("~")) {
        Matcher matcher = match(known, fold(name));
        if (matcher.matches() && matcher.groupCount() > 0 && matcher.group(1) != null) {
          return matcher.group(1);
        }
      }
    }
    return null;
  }

  private static Matcher match(String known, String folded) {
    return Pattern.compile(known.substring(1), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(folded);
  }

  /** Lower case, one blank where any number of any kind stands, none around. */
  static String fold(String name) {
    return name.replaceAll("[\\s\\u00A0\\u202F\\uFEFF]+", " ").strip().toLowerCase(Locale.ROOT);
  }
}
