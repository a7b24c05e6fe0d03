package io.liftwerk.ingest;

import io.liftwerk.ingest.recipe.Match;
import io.liftwerk.ingest.recipe.Recipe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the rows of a report from its totals and from what stands below them. */
final class ReportLayout {
  /** How many total rows a report may have at either end. */
  static final int MOST = 40;

  private static final Pattern LOOKS_LIKE_TOTAL =
      Pattern.compile(
          "(?iu)(grand\\s)?total(e|s)?\\b.{0,60}|gesamt(summe|ergebnis)?(:.{0,60})?|summe");

  private final @Nullable Match match;
  private final Set<Integer> blank = new HashSet<>();
  private final List<String> above;

  /**
   * @param match the recipe that fits, null without one
   * @param names columns of the file
   * @param above lines above the header
   */
  ReportLayout(@Nullable Match match, List<String> names, List<String> above) {
    this.match = match;
    this.above = List.copyOf(above);
    if (match != null) {
      for (String key : match.recipe().totals().blank()) {
        String name = match.columns().get(key);
        if (name != null) {
          blank.add(names.indexOf(name));
        }
      }
    }
  }

  @Nullable Match match() {
    return match;
  }

  /** The lines above the header, as far as they say something. */
  List<AsideLine> above() {
    var lines = new ArrayList<AsideLine>();
    for (int i = 0; i < above.size(); i++) {
      lines.add(new AsideLine(i + 1, AsideLine.Kind.ABOVE, above.get(i)));
    }
    return lines;
  }

  boolean isTotal(List<? extends @Nullable String> cells) {
    if (match == null) {
      return false;
    }
    Recipe.Totals totals = match.recipe().totals();
    for (String cell : cells) {
      String text = cell == null ? "" : cell.strip();
      if (!text.isEmpty() && totals.labels().stream().anyMatch(p -> p.matcher(text).matches())) {
        return true;
      }
    }
    boolean allBlank =
        !blank.isEmpty()
            && blank.stream().allMatch(i -> i >= cells.size() || isBlank(cells.get(i)));
    return allBlank && cells.stream().anyMatch(cell -> !isBlank(cell));
  }

  private static boolean isBlank(@Nullable String cell) {
    return cell == null || cell.isBlank();
  }

  /** The total rows with which the data begins. */
  List<DialectProbe.Row> leading(List<DialectProbe.Row> rows) {
    int count = 0;
    while (count < Math.min(MOST, rows.size()) && isTotal(rows.get(count).cells())) {
      count++;
    }
    return count == rows.size() ? List.of() : rows.subList(0, count);
  }

  /** The total rows with which the data ends. */
  List<DialectProbe.Row> trailing(List<DialectProbe.Row> rows) {
    int from = rows.size();
    while (from > 0 && isTotal(rows.get(from - 1).cells())) {
      from--;
    }
    return rows.subList(from, rows.size());
  }

  /**
   * Whether a line below the rows, too short or too long to be one, is no row.
   *
   * @param apart whether a blank line stands somewhere between the rows and it
   */
  boolean isFooter(String text, boolean apart) {
    String line = text.replace("\"", "").strip();
    return apart
        || (match != null
            && match.recipe().footer().stream().anyMatch(p -> p.matcher(line).find()));
  }

  /** Whether the last row of a file for which there is no recipe reads like a total. */
  boolean maybeTotal(List<? extends @Nullable String> cells) {
    return match == null
        && cells.size() > 2
        && cells.stream()
            .limit(3)
            .anyMatch(cell -> cell != null && LOOKS_LIKE_TOTAL.matcher(cell.strip()).matches());
  }
}
