package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Results of earlier runs, opened from the ledger: theirs are the settings, the figures, the list.
 */
class ResultsTest {
  @TempDir private Path folder;

  private Fx open(Path workspace) throws Exception {
    Fx fx = Fx.open(folder.resolve("home"), workspace, null);
    Fx.run(() -> fx.window.language(Language.ENGLISH));
    return fx;
  }

  private static String score(JobRunner runner, @Nullable String positive, long seed) {
    var request =
        new LeadScoringRequest("leads", "Gekauft", positive, null, List.of("Budget"), null, seed);
    return runner.run(new LeadScoring(request)).record().id();
  }

  private static String shownRun(Fx fx) {
    var shown = Objects.requireNonNull(fx.window.models()).leads().shownProperty().get();
    return shown == null ? "none" : shown.run().id();
  }

  /** What a closed box shows, which need not be its value. */
  private static @Nullable String displayed(ComboBox<?> box) {
    return box.getChildrenUnmodifiable().stream()
        .filter(ListCell.class::isInstance)
        .map(cell -> ((ListCell<?>) cell).getText())
        .findFirst()
        .orElse(null);
  }

  @Test
  void anOlderResultNeverListsNewerScores() throws Exception {
    Path file = Fixtures.leads(folder, 600);
    Path place = folder.resolve("Nordwand.liftwerk");
    String older;
    String newer;
    try (Workspace made = Workspace.create(place)) {
      var runner = new JobRunner(made, Runnable::run);
      runner.run(new FileImport(ImportRequest.of(List.of(file.toString()))));
      older = score(runner, "Ja", 7);
      newer = score(runner, null, 8);
    }
    try (Fx fx = open(place)) {
      Shell shell = Objects.requireNonNull(fx.window.shell());
      Models models = Objects.requireNonNull(fx.window.models());
      Fx.run(() -> shell.go(PageId.RUNS));
      Fx.await("runs", () -> models.runs().found().size() == 3);
      Fx.run(() -> models.runs().select(older));
      Button result = fx.named(Button.class, "Open result");
      Fx.run(result::fire);
      Fx.await("the older result", () -> shownRun(fx).equals(older));
      Fx.await("who replaced it", () -> fx.shows("This ranking was replaced by run " + newer));
      assertTrue(
          fx.all(TableView.class).stream()
              .noneMatch(table -> "Ranked leads".equals(table.getAccessibleText())),
          "no list beside the sentence");
      assertFalse(fx.shows("settings have changed"), "the settings are that run's");
      ComboBox<?> yes = fx.named(ComboBox.class, "Counts as yes");
      Fx.await("what that run used", () -> "yes".equals(displayed(yes)));
      assertEquals(7, Fx.call(() -> models.leads().settingsProperty().get().seed()));

      Button open = fx.named(Button.class, "Open run " + newer);
      Fx.run(open::fire);
      Fx.await("the newer result", () -> shownRun(fx).equals(newer));
      Fx.await("its list", () -> fx.shows("600 rows"));
      assertFalse(fx.shows("This ranking was replaced"));
      Fx.await("what that run used", () -> "Automatic".equals(displayed(yes)));

      // the same table ranked anew, on another page, while this result is on the screen
      Fx.run(() -> models.runs().again(models.runs().found().getFirst(), "again", made -> {}));
      Fx.await("replaced", () -> fx.shows("This ranking was replaced by run"));
    }
  }
}
