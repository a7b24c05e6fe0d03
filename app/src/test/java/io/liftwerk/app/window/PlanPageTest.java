package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.plan.PlanStep;
import io.liftwerk.app.plan.SamplePlan;
import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.base.ThemeChoice;
import io.liftwerk.experiments.ExperimentPlan;
import io.liftwerk.experiments.ExperimentRegister;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.PlanFile;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan from an empty one to a step with its evidence, as a consultant clicks through it. */
class PlanPageTest {
  private static final Path ROOT = Path.of(System.getProperty("liftwerk.root"));

  @TempDir private Path folder;

  private Path empty() {
    Path place = folder.resolve("Neu.liftwerk");
    Workspace.create(place).close();
    return place;
  }

  /** With scored leads, a canary on record and the sample's notes. */
  private Path worked() throws IOException {
    Path place = folder.resolve("Nordwand.liftwerk");
    try (Workspace made = Workspace.create(place)) {
      var runner = new JobRunner(made, Runnable::run);
      runner.run(new FileImport(ImportRequest.of(List.of(Fixtures.leads(folder, 600).toString()))));
      runner.run(
          new LeadScoring(
              new LeadScoringRequest(
                  "bronze.leads", "Gekauft", null, "Lead-ID", List.of(), null, 7L)));
      runner.run(
          new ExperimentRegister(
              new ExperimentPlan(
                  "erst-wenige",
                  "Mehr Abschlüsse.",
                  "liste",
                  "arm",
                  "alt",
                  List.of("gekauft:proportion"),
                  List.of("beschwerde:proportion:less"),
                  0.1,
                  "once",
                  500L,
                  0.05,
                  List.of(),
                  0.1,
                  null,
                  null,
                  null,
                  null)));
      SamplePlan.write(made);
    }
    return place;
  }

  private static Models models(Fx fx) {
    return Objects.requireNonNull(fx.window.models());
  }

  private static Shell shell(Fx fx) {
    return Objects.requireNonNull(fx.window.shell());
  }

  private static void select(Fx fx, PlanStep step) {
    ListView<?> list = fx.named(ListView.class, fx.window.messages().text("plan.steps"));
    Fx.run(() -> list.getSelectionModel().select(step.ordinal()));
  }

  private static void press(Fx fx, String name) {
    Button button = fx.named(Button.class, name);
    Fx.run(button::fire);
  }

  @Test
  void aNewClientBeginsOnTheEmptyPlan() throws Exception {
    try (Fx fx = Fx.begin(folder.resolve("home"), empty())) {
      Fx.run(() -> fx.window.language(Language.ENGLISH));
      assertEquals(PageId.PLAN, Fx.call(() -> models(fx).page()));
      Fx.await("steps", () -> fx.shows("10. Next steps"));
      assertTrue(fx.shows("Steps with evidence: 0 of 10"));
      assertTrue(fx.shows("Nothing yet: load the client's exports"));
      Fx.settle();
      assertEquals(Set.of(), WorkbenchTest.nameless(fx, "plan"), "ux-21");
      press(fx, "Go to Data");
      assertEquals(PageId.DATA, Fx.call(() -> models(fx).page()));
    }
  }

  @Test
  void aNoteIsKeptWhenItsFieldIsLeftAndCanBeTakenBack() throws Exception {
    Path place = empty();
    try (Fx fx = Fx.begin(folder.resolve("home"), place)) {
      Fx.run(() -> fx.window.language(Language.ENGLISH));
      Fx.await("steps", () -> fx.shows("10. Next steps"));
      TextArea note = fx.named(TextArea.class, "Notes");
      Fx.run(
          () -> {
            note.requestFocus();
            note.setText("Whom to call first?");
          });
      select(fx, PlanStep.DATA);
      Fx.await("kept", () -> fx.shows("The note is kept."));
      assertEquals("", Fx.call(note::getText), "the other step has its own note");
      assertEquals("Whom to call first?", note(place, "problem"));
      press(fx, "Undo");
      Fx.await("taken back", () -> note(place, "problem").isEmpty());

      Fx.run(() -> note.setText("Ask max.muster@example.com"));
      select(fx, PlanStep.PROBLEM);
      Fx.await("refused", () -> fx.shows("holds an e-mail address"));
      assertEquals("", note(place, "data"));
      press(fx, "Close");
      assertEquals(PlanStep.DATA, Fx.call(() -> models(fx).plan().selectedProperty().get()));
      assertEquals("Ask max.muster@example.com", Fx.call(note::getText), "and not lost");

      CheckBox done = fx.named(CheckBox.class, "I call this step done");
      Fx.run(done::fire);
      Fx.await("done", () -> fx.shows("without evidence"));
    }
  }

  private static String note(Path place, String step) {
    return new PlanFile(place).read().step(step).note();
  }

  @Test
  void evidenceLeadsToTheResultItIsOf() throws Exception {
    try (Fx fx = Fx.begin(folder.resolve("home"), worked())) {
      Fx.run(() -> fx.window.language(Language.ENGLISH));
      Fx.await("steps", () -> fx.shows("10. Next steps"));
      TextArea english = fx.named(TextArea.class, "Notes");
      Fx.await(
          "the sample's note", () -> english.getText().contains("calls enquiries in the order"));
      select(fx, PlanStep.BASELINE);
      Fx.await("rules", () -> fx.shows("Simple rules rank with an AUC of"));
      Fx.await("its origin", () -> "0002".equals(behind(fx)));
      shoot(fx, "plan-light-en", ThemeChoice.LIGHT);
      press(fx, "Open Leads, run 0002");
      Fx.await("leads", () -> models(fx).leads().shownProperty().get() != null);
      assertEquals(PageId.LEADS, Fx.call(() -> models(fx).page()));
      assertEquals(
          "0002",
          Fx.call(
              () -> Objects.requireNonNull(models(fx).leads().shownProperty().get()).run().id()));
      Fx.run(() -> shell(fx).go(PageId.PLAN));
      select(fx, PlanStep.MODEL);
      press(fx, "Open Models, run 0002");
      Fx.await(
          "the version of that run",
          () ->
              models(fx).registry().selectedProperty().get().stream()
                  .anyMatch(version -> version.run().equals("0002")));
      assertEquals(PageId.MODELS, Fx.call(() -> models(fx).page()));
      Fx.run(() -> shell(fx).go(PageId.PLAN));
      select(fx, PlanStep.CANARY);
      press(fx, "Open Experiments, run 0003");
      Fx.await("plans", () -> fx.shows("erst-wenige"));
      assertEquals(1, Fx.call(() -> models(fx).experiments().tab().get()));

      Fx.run(() -> shell(fx).go(PageId.PLAN));
      Fx.run(() -> fx.window.language(Language.GERMAN));
      Fx.await("German", () -> fx.shows("7. Erst eine kleine Gruppe"));
      Fx.await("the note in German", () -> fx.shows("Schritte mit Belegen: "));
      TextArea note = fx.named(TextArea.class, "Notizen");
      Fx.await("note", () -> note.getText().startsWith("Im Oktober wird jede zehnte"));
      assertFalse(fx.shows("Nothing yet"));
      shoot(fx, "plan-dark-de", ThemeChoice.DARK);
    }
  }

  private static String behind(Fx fx) {
    RunRecord run = models(fx).plan().behindProperty().get();
    return run == null ? "" : run.id();
  }

  private static void shoot(Fx fx, String name, ThemeChoice theme) {
    Fx.run(() -> fx.window.theme(theme));
    fx.shoot(ROOT.resolve("app/target/screenshots/" + name + ".png"));
  }

  @Test
  void aBrokenFileOfNotesIsOneSentenceOnThePage() throws Exception {
    Path place = empty();
    Files.writeString(place.resolve(PlanFile.NAME), "{]");
    try (Fx fx = Fx.begin(folder.resolve("home"), place)) {
      Fx.run(() -> fx.window.language(Language.GERMAN));
      Fx.await("told", () -> fx.shows("plan.json ist beschädigt"));
      Fx.await("what to do", () -> fx.shows("löschen Sie sie, um mit einem leeren Plan"));
      Files.delete(place.resolve(PlanFile.NAME));
      Fx.run(() -> shell(fx).go(PageId.PLAN));
      Fx.await("mended", () -> fx.shows("10. Nächste Schritte"));
      assertFalse(fx.shows("plan.json ist beschädigt"));
    }
  }
}
