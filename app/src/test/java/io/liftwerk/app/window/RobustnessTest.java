package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.plan.Plan;
import io.liftwerk.app.plan.PlanStep;
import io.liftwerk.app.window.base.Language;
import io.liftwerk.experiments.BanditSimulation;
import io.liftwerk.experiments.BanditSimulationRequest;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may happen to a window at work: nothing is lost, and it is said in a sentence (ux-13). */
class RobustnessTest {
  @TempDir private Path folder;

  private Path workspace() {
    Path place = folder.resolve("Nordwand.liftwerk");
    try (Workspace made = Workspace.create(place)) {
      new JobRunner(made, Runnable::run)
          .run(
              new BanditSimulation(
                  BanditSimulationRequest.of(List.of("A", "B"), List.of(0.2, 0.35), 50, 10, 7)));
    }
    return place;
  }

  private Fx open(Path place, Language language) throws Exception {
    Fx fx = Fx.open(folder.resolve("home"), place, null);
    Fx.run(() -> fx.window.language(language));
    return fx;
  }

  private static Models models(Fx fx) {
    return Objects.requireNonNull(fx.window.models());
  }

  private static Shell shell(Fx fx) {
    return Objects.requireNonNull(fx.window.shell());
  }

  private static List<RunRecord> runs(Path place) {
    try (Workspace closed = Workspace.open(place)) {
      return closed.ledger().list();
    }
  }

  /** A job that fails as no sentence foresees. */
  private record Crash(Error how) implements Job<SlowJob.Done> {
    @Override
    public String name() {
      return "crash";
    }

    @Override
    public Record parameters() {
      return new SlowJob.Nothing();
    }

    @Override
    public SlowJob.Done run(JobContext context) throws Exception {
      context.execute("CREATE TABLE gold.half AS SELECT 1 AS x");
      throw how;
    }
  }

  private static void crash(Fx fx, Error how) {
    Fx.run(
        () ->
            Objects.requireNonNull(fx.window.session())
                .jobs()
                .submit("Crash", new Crash(how), run -> {}, fx.window.dialogs()::error));
  }

  @Test
  void aJobThatCrashesIsASentenceAndLeavesNothingBehind() throws Exception {
    Path place = workspace();
    try (Fx fx = open(place, Language.ENGLISH)) {
      crash(fx, new StackOverflowError());
      Fx.await("told", () -> fx.shows("The job 'crash' stopped"));
      assertTrue(fx.shows("Nothing was changed"), "ux-13: what to do");
      assertTrue(fx.shows("Code: internal"), "ux-13: a code");
      assertFalse(fx.shows("at io.liftwerk"), "ux-13: no stack trace first");
      Fx.run(() -> fx.window.dialogs().hide());
      Fx.run(() -> fx.window.language(Language.GERMAN));
      crash(fx, new OutOfMemoryError("Java heap space"));
      Fx.await("told", () -> fx.shows("braucht mehr Arbeitsspeicher"));
      assertTrue(fx.shows("out-of-memory"));
      Fx.run(() -> fx.window.dialogs().hide());
      Fx.run(() -> shell(fx).go(PageId.RUNS));
      Fx.await("still at work", () -> models(fx).runs().found().size() == 3);
    }
    assertEquals(
        List.of("FAILED", "FAILED", "DONE"),
        runs(place).stream().map(run -> run.status().name()).toList(),
        "ux-23: what was there is there, and what failed is on record");
  }

  @Test
  void workBesideTheScreenThatBreaksIsASentenceToo() throws Exception {
    try (Fx fx = open(workspace(), Language.GERMAN)) {
      Fx.run(
          () ->
              Objects.requireNonNull(fx.window.session())
                  .background()
                  .run(
                      () -> {
                        throw new StackOverflowError();
                      },
                      done -> {},
                      fx.window.dialogs()::error));
      Fx.await("told", () -> fx.shows("In Liftwerk ist etwas schiefgegangen"));
      assertTrue(fx.shows("internal"), "ux-13");
    }
  }

  @Test
  void aWorkspaceThatVanishesIsSaidOnceAndOpenedAgainWhereItWas() throws Exception {
    Path place = workspace();
    Path elsewhere = folder.resolve("elsewhere");
    try (Fx fx = open(place, Language.ENGLISH)) {
      Fx.run(() -> shell(fx).go(PageId.PLAN));
      TextArea note = fx.named(TextArea.class, "Notes");
      Fx.run(
          () -> {
            note.requestFocus();
            note.setText("Whom to call first?");
          });
      Files.move(place, elsewhere);
      Fx.await("told", () -> fx.shows("is no longer where it was opened"));
      assertTrue(fx.shows("Code: workspace-gone"), "ux-13");
      assertTrue(fx.shows("Plug its disk in again"), "ux-13: what to do");
      Button again = fx.named(Button.class, "Open again");
      Fx.run(again::fire);
      Fx.await("not yet", () -> fx.shows("is still not there"));
      assertFalse(Files.exists(place), "nothing is made where it was");
      Files.move(elsewhere, place);
      Fx.run(again::fire);
      Fx.await(
          "open again",
          () ->
              fx.window.session() != null
                  && Objects.requireNonNull(fx.window.session()).workspace().isThere());
      assertEquals(PageId.PLAN, Fx.call(() -> models(fx).page()), "ux-23: back where we were");
      Fx.await(
          "ux-23: what was being written",
          () -> {
            Plan.Step step = models(fx).plan().step();
            return step != null && models(fx).plan().text(step).equals("Whom to call first?");
          });
      assertEquals(PlanStep.PROBLEM, Fx.call(() -> models(fx).plan().selectedProperty().get()));
    }
    assertEquals(1, runs(place).size());
  }

  @Test
  void aVanishedWorkspaceCanBeLeftForTheStartPage() throws Exception {
    Path place = workspace();
    try (Fx fx = open(place, Language.GERMAN)) {
      Files.move(place, folder.resolve("elsewhere"));
      Fx.await("told", () -> fx.shows("ist nicht mehr da, wo er geöffnet wurde"));
      Button leave = fx.named(Button.class, "Zur Startseite");
      Fx.run(leave::fire);
      Fx.await("start page", () -> fx.window.shell() == null);
    }
  }

  /** As {@code count} runs on end would leave it: only the first was really made. */
  private static void copies(Path place, int count) throws Exception {
    try (Workspace workspace = Workspace.open(place);
        Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO ledger.runs SELECT r.* REPLACE (n AS number, format('{:04d}', n) AS id)"
              + " FROM ledger.runs AS r, range(2, "
              + (count + 1)
              + ") AS more(n) WHERE r.number = 1");
    }
  }

  @Test
  void fortyResultsCanBeSelectedFoundAndReportedOn() throws Exception {
    Path place = workspace();
    copies(place, 40);
    try (Fx fx = open(place, Language.ENGLISH)) {
      Fx.run(
          () -> {
            fx.stage.setWidth(1024);
            fx.stage.setHeight(700);
            shell(fx).go(PageId.RUNS);
          });
      Fx.await("all of them", () -> models(fx).runs().found().size() == 40);
      List<String> all =
          Fx.call(() -> models(fx).runs().found().stream().map(RunRecord::id).toList());
      Fx.run(() -> shell(fx).report(all));
      Fx.await("asked", () -> fx.shows("On 40 runs"));
      fx.settleWhole();
      assertEquals(Set.of(), Clipping.of(fx), "ux-19: the buttons are in reach");
      Fx.run(() -> fx.window.dialogs().hide());
      Fx.run(() -> shell(fx).openPalette());
      ListView<?> found = fx.named(ListView.class, "Found");
      Fx.await(
          "ux-20: every run in the palette",
          () ->
              found.getItems().stream().filter(one -> one.toString().contains("Run 00")).count()
                  == 40);
      Fx.run(() -> fx.window.dialogs().hide());
      int before = fx.nodes().size();
      for (String id : List.of("0040", "0007", "0023")) {
        Fx.run(() -> models(fx).runs().select(id));
        fx.settleWhole();
      }
      assertTrue(fx.nodes().size() < before + 400, "results that are left are let go");
    }
  }

  /** A screen of 1440 × 900 at 400 % has this much room. */
  @Test
  void atFourHundredPerCentEverythingIsReachedByScrolling() throws Exception {
    try (Fx fx = open(workspace(), Language.GERMAN)) {
      Fx.run(
          () -> {
            fx.stage.setMinWidth(0);
            fx.stage.setMinHeight(0);
            fx.stage.setWidth(360);
            fx.stage.setHeight(225);
          });
      fx.settleWhole();
      ScrollPane whole = fx.named(ScrollPane.class, "Liftwerk");
      assertEquals(360, Fx.call(() -> whole.getWidth()), 1);
      Node place = whole.getContent();
      assertTrue(Fx.call(() -> place.getLayoutBounds().getWidth()) >= 960, "ux-19");
      Button settings = fx.named(Button.class, fx.window.messages().text("settings"));
      Fx.run(() -> whole.setHvalue(1));
      Fx.settle();
      assertTrue(isInWindow(fx, settings), "ux-19: the last control of the bar");
      fx.showError();
      Fx.settle();
      ScrollPane around = scrolling(fx.named(Button.class, "Schließen"));
      Fx.run(
          () -> {
            around.setVvalue(1);
            around.setHvalue(1);
          });
      Fx.settle();
      assertTrue(
          isInWindow(fx, fx.named(Button.class, "Schließen")), "ux-19: a dialog can be answered");
    }
  }

  private static boolean isInWindow(Fx fx, Labeled control) {
    return Fx.call(
        () -> {
          Bounds box = control.localToScene(control.getLayoutBounds());
          return box.getMinX() >= -1
              && box.getMinY() >= -1
              && box.getMaxX() <= fx.stage.getScene().getWidth() + 1
              && box.getMaxY() <= fx.stage.getScene().getHeight() + 1;
        });
  }

  private static ScrollPane scrolling(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (up instanceof ScrollPane scroll) {
        return scroll;
      }
    }
    throw new AssertionError("nothing scrolls to " + node);
  }
}
