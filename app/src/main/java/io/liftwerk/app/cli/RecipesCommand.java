package io.liftwerk.app.cli;

import io.liftwerk.ingest.Recipes;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The exports that are known, and which of them a file is. */
@Command(
    name = "recipes",
    subcommands = {RecipesCommand.Listing.class, RecipesCommand.Test.class},
    footer = "  liftwerk recipes nordwand test report.csv")
final class RecipesCommand extends WorkspaceCommand {
  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Override
  public Integer call() throws Exception {
    return list(folder, this);
  }

  private static int list(Path folder, WorkspaceCommand command) throws Exception {
    return with(
        folder,
        workspace -> {
          Recipes recipes = Recipes.of(workspace);
          List<Recipes.Known> known = recipes.list(Locale.getDefault().getLanguage());
          if (command.json) {
            command.console().json(Map.of("recipes", known, "problems", recipes.problems()));
            return 0;
          }
          var rows = new ArrayList<List<String>>();
          rows.add(List.of(Texts.of("recipes.head").split("\\|")));
          for (Recipes.Known recipe : known) {
            rows.add(
                List.of(
                    recipe.id(),
                    recipe.title(),
                    recipe.platform(),
                    recipe.own() ? Texts.of("recipes.own") : ""));
          }
          command.console().table(rows);
          command.console().line(Texts.of("recipes.folder", Recipes.folder(workspace)));
          recipes.problems().forEach(problem -> command.console().line(Texts.sentence(problem)));
          return 0;
        });
  }

  @Command(name = "list", footer = "  liftwerk recipes nordwand list --json")
  static final class Listing extends WorkspaceCommand {
    @ParentCommand RecipesCommand recipes;

    @Override
    public Integer call() throws Exception {
      json |= recipes.json;
      return list(recipes.folder, this);
    }
  }

  @Command(name = "test", footer = "  liftwerk recipes nordwand test report.csv --json")
  static final class Test extends WorkspaceCommand {
    @ParentCommand RecipesCommand recipes;

    @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
    Path file;

    @Override
    public Integer call() throws Exception {
      json |= recipes.json;
      return with(
          recipes.folder,
          workspace -> {
            Recipes known = Recipes.of(workspace);
            if (!known.problems().isEmpty() && !json) {
              known.problems().forEach(problem -> console().line(Texts.sentence(problem)));
            }
            List<Recipes.Fit> fits = fits(known);
            if (json) {
              console().json(Map.of("fits", fits, "problems", known.problems()));
            } else if (fits.isEmpty()) {
              console().line(Texts.of("recipes.none"));
            } else {
              fits.forEach(this::describe);
            }
            return 0;
          });
    }

    private List<Recipes.Fit> fits(Recipes known) throws WorkbenchException {
      return known.test(file.toAbsolutePath().normalize());
    }

    private void describe(Recipes.Fit fit) {
      console()
          .line(
              Texts.of(
                  "recipes.fit",
                  fit.id(),
                  Texts.percent(fit.confidence()),
                  Texts.sentence(fit.because())));
      var rows = new ArrayList<List<String>>();
      fit.columns().forEach((key, name) -> rows.add(List.of("  " + name, key)));
      console().table(rows);
    }
  }
}
