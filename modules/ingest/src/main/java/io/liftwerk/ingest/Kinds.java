package io.liftwerk.ingest;

import io.liftwerk.ingest.recipe.Evidence;
import io.liftwerk.ingest.recipe.Match;
import io.liftwerk.ingest.recipe.Recipe;
import io.liftwerk.ingest.recipe.RecipeBook;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which export a file is: what the user says, else what the recipes know. Two that fit equally well
 * are a question to the user.
 */
final class Kinds {
  private final RecipeBook book;
  private final @Nullable String wanted;

  /**
   * @param wanted id of a recipe, or {@code generic}; null to find out
   */
  Kinds(RecipeBook book, @Nullable String wanted) {
    this.book = book;
    this.wanted = wanted;
  }

  RecipeBook book() {
    return book;
  }

  /**
   * @param notes gets the question when two recipes fit equally well
   * @return the recipe that fits, empty where none does or two do
   * @throws WorkbenchException code {@code kind-unknown} or {@code kind-misfit} when what the user
   *     said cannot be
   */
  Optional<Match> of(
      Path file, Recipe.Format format, List<String> names, List<String> above, List<String> notes) {
    var evidence = new Evidence(format, String.valueOf(file.getFileName()), names, above);
    List<Match> matches = book.matches(evidence);
    if (wanted != null) {
      return chosen(file, matches, wanted);
    }
    if (matches.isEmpty() || matches.getFirst().confidence() < Match.ENOUGH) {
      return Optional.empty();
    }
    Match first = matches.getFirst();
    if (matches.size() > 1 && Match.level(first.confidence(), matches.get(1).confidence())) {
      notes.add(question(file, first, matches.get(1)));
      return Optional.empty();
    }
    return Optional.of(first);
  }

  /** The recipe of a file whose own structure tells what it is. */
  Optional<Match> known(Path file, Found found, List<String> names) {
    List<Match> matches =
        book.told(found.id(), found.confidence(), found.because(), names).stream().toList();
    return wanted == null ? matches.stream().findFirst() : chosen(file, matches, wanted);
  }

  private Optional<Match> chosen(Path file, List<Match> matches, String id) {
    if (id.equals(ExportFindings.GENERIC)) {
      return Optional.empty();
    }
    if (book.find(id).isEmpty()) {
      throw new WorkbenchException(
          "kind-unknown",
          "There is no recipe '" + Refused.printable(id) + "'.",
          "List the recipes to see their names.");
    }
    return Optional.of(
        matches.stream()
            .filter(match -> match.recipe().id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new WorkbenchException(
                        "kind-misfit",
                        Refused.shown(file) + " lacks columns that " + id + " must have.",
                        "Leave the kind out, or choose another.")));
  }

  private static String question(Path file, Match first, Match second) {
    return "Which export is it? "
        + Refused.shown(file)
        + " fits two kinds equally well, "
        + first.recipe().id()
        + " and "
        + second.recipe().id()
        + ", and is read as neither; import it again and say which.";
  }
}
