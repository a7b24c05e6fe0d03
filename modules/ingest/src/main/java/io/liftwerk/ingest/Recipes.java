package io.liftwerk.ingest;

import io.liftwerk.ingest.recipe.Match;
import io.liftwerk.ingest.recipe.Recipe;
import io.liftwerk.ingest.recipe.RecipeBook;
import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The exports that a workspace knows, and which of them a file is. */
public final class Recipes {
  private static final String FOLDER = "recipes";

  private final RecipeBook book;

  private Recipes(RecipeBook book) {
    this.book = book;
  }

  /** Those that are shipped, and those in the workspace's folder {@code recipes/}. */
  public static Recipes of(Workspace workspace) {
    return new Recipes(RecipeBook.with(folder(workspace)));
  }

  /** Those that are shipped alone. */
  public static Recipes shipped() {
    return new Recipes(RecipeBook.shipped());
  }

  /** Where a workspace keeps the recipes that its user wrote. */
  public static Path folder(Workspace workspace) {
    return workspace.folder().resolve(FOLDER);
  }

  /**
   * An export that is known.
   *
   * @param id its recipe
   * @param title what it is called, in the language asked for
   * @param platform whose export it is, empty for none in particular
   * @param icon kind of export
   * @param own whether the user wrote the recipe
   */
  public record Known(String id, String title, String platform, String icon, boolean own) {}

  /**
   * All of them, in the order of their ids.
   *
   * @param language of the titles, such as {@code de}
   */
  public List<Known> list(String language) {
    return book.all().stream().map(recipe -> known(recipe, language)).toList();
  }

  /** The export whose recipe is {@code id}. */
  public Optional<Known> find(String id, String language) {
    return book.find(id).map(recipe -> known(recipe, language));
  }

  private Known known(Recipe recipe, String language) {
    return new Known(
        recipe.id(),
        recipe.title(language),
        recipe.platform(),
        recipe.icon(),
        book.isOwn(recipe.id()));
  }

  /**
   * The columns of a table that is this export.
   *
   * @param id the recipe
   * @param names the table's columns
   * @return its columns by what the recipe calls them; empty where no recipe has this id
   */
  public Map<String, String> columns(String id, List<String> names) {
    return book.told(id, 1, "", names).map(Match::columns).orElse(Map.of());
  }

  /** What is wrong with the user's recipes, a sentence each. */
  public List<String> problems() {
    return book.problems();
  }

  /**
   * A recipe that fits a file.
   *
   * @param id the recipe
   * @param confidence 0 to 1
   * @param because one sentence that says why
   * @param columns the file's columns by what the recipe calls them
   * @param roles what the file's columns mean, by the file's name
   */
  public record Fit(
      String id,
      double confidence,
      String because,
      Map<String, String> columns,
      Map<String, Role> roles) {}

  /**
   * The recipes that fit a file, the surest first; empty when none does.
   *
   * @throws WorkbenchException when nothing can be read from it
   */
  public List<Fit> test(Path file) {
    if (!Files.exists(file)) {
      throw Refused.missing(file);
    }
    return fits(FilePreviews.look(file));
  }

  List<Fit> fits(FilePreviews.Look look) {
    Found found = look.found();
    if (found != null) {
      return book
          .told(found.id(), found.confidence(), found.because(), look.evidence().names())
          .map(Recipes::fit)
          .stream()
          .toList();
    }
    return book.matches(look.evidence()).stream().map(Recipes::fit).toList();
  }

  private static Fit fit(Match match) {
    return new Fit(
        match.recipe().id(), match.confidence(), match.because(), match.columns(), match.roles());
  }
}
