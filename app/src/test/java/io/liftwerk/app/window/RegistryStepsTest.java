package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.registry.RegistryModel;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.ModelChangeRequest;
import io.liftwerk.scoring.ModelChangeRequest.Action;
import io.liftwerk.scoring.ModelStage;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Models page and its state over a real registry (ux-14). */
class RegistryStepsTest {
  @TempDir private Path folder;

  private Path workspace() throws Exception {
    try (Workspace workspace = Workspace.create(folder.resolve("test"))) {
      try (Connection connection = workspace.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE TABLE bronze.leads AS SELECT i AS nr, hash(i) % 100 AS age,"
                + " CASE WHEN hash(i * 7) % 100 < hash(i) % 100 THEN 'yes' ELSE 'no' END AS won"
                + " FROM range(400) t(i)");
      }
      var runner = new JobRunner(workspace, Runnable::run);
      for (long seed = 1; seed <= 2; seed++) {
        runner.run(
            new LeadScoring(
                new LeadScoringRequest("leads", "won", "yes", "nr", List.of(), null, seed)));
      }
      return workspace.folder();
    }
  }

  private static List<ModelStage> stages(RegistryModel model) {
    return model.versions().stream().map(one -> one.stage()).toList();
  }

  @Test
  void aStageIsChangedAndTakenBack() throws Exception {
    try (Workspace workspace = Workspace.open(workspace())) {
      var background = new Background(Runnable::run, Runnable::run);
      var jobs = new Jobs(new JobRunner(workspace, Runnable::run), background);
      var model = new RegistryModel(new WorkspaceEngine(workspace), jobs, background);
      List<Throwable> problems = new ArrayList<>();
      model.onProblem(problems::add);
      model.refresh();
      assertEquals(1, model.models());
      assertEquals(1, model.challengers());
      List<@Nullable ModelChangeRequest> back = new ArrayList<>();
      model.change(Action.PROMOTE, model.versions().get(1), "", (result, undo) -> back.add(undo));
      assertEquals(List.of(ModelStage.CHALLENGER, ModelStage.CHAMPION), stages(model));
      model.change(Objects.requireNonNull(back.getFirst()), "", result -> {});
      assertEquals(List.of(ModelStage.CHAMPION, ModelStage.CHALLENGER), stages(model));
      model.change(Action.RETIRE, model.versions().getFirst(), "", (result, undo) -> {});
      assertEquals(1, problems.size(), "the champion is not retired");
      model.select(List.of(model.versions().get(0), model.versions().get(1)));
      assertNull(model.comparisonProperty().get());
      model.compare("");
      assertEquals(
          2, Objects.requireNonNull(model.comparisonProperty().get()).result().second().version());
    }
  }

  @Test
  void thePageSaysWhatThereIs() throws Exception {
    Path place = workspace();
    try (Fx fx = Fx.open(folder.resolve("home"), place, null)) {
      Fx.run(() -> fx.window.language(Language.ENGLISH));
      Fx.run(() -> Objects.requireNonNull(fx.window.shell()).go(PageId.MODELS));
      Fx.await("the finding", () -> fx.shows("One model, 2 versions; one waits to be compared"));
      RegistryModel model = Objects.requireNonNull(fx.window.models()).registry();
      Fx.run(() -> model.select(List.of(model.versions().getFirst())));
      Fx.await("the version's facts", () -> fx.shows("Predicts “won = yes”"));
      Fx.run(() -> model.select(List.copyOf(model.versions())));
      Fx.run(() -> model.compare("Compare"));
      Fx.await("the comparison", () -> fx.shows("AUC 0."));
      assertTrue(fx.shows("that neither has learned from"));
    }
  }
}
