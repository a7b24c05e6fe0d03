package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a ranking to a list of those who may be reached. */
class SegmentsPageTest {
  @TempDir private Path folder;

  private Path scored() throws Exception {
    Path place = folder.resolve("Nordwand.liftwerk");
    try (Workspace workspace = Workspace.create(place)) {
      var runner = new JobRunner(workspace, Runnable::run);
      Path file = Fixtures.leads(folder, 400);
      runner.run(new FileImport(ImportRequest.of(List.of(file.toString()))));
      runner.run(leads(7));
    }
    return place;
  }

  private static LeadScoring leads(long seed) {
    return new LeadScoring(
        new LeadScoringRequest("leads", "Gekauft", null, null, List.of(), null, seed));
  }

  private static void type(Fx fx, String name, String text) {
    TextField field = fx.named(TextField.class, name);
    Fx.run(() -> field.setText(text));
  }

  private static void press(Fx fx, String name) {
    Button button = fx.named(Button.class, name);
    Fx.await(name, () -> !button.isDisabled());
    Fx.run(button::fire);
  }

  @Test
  void savesTheBestAndWritesTheirList() throws Exception {
    Path place = scored();
    try (Fx fx = Fx.open(folder.resolve("home"), place, null)) {
      Fx.run(() -> fx.window.language(Language.ENGLISH));
      Fx.run(() -> java.util.Objects.requireNonNull(fx.window.shell()).go(PageId.SEGMENTS));
      Fx.await("ux: what to do", () -> fx.shows("No segment has been saved yet"));
      type(fx, "How many", "20");
      type(fx, "Rules, separated by semicolons", "Quelle = Messe");
      type(fx, "Value of a success", "100");
      type(fx, "Name", "Fair");
      press(fx, "Save segment");
      Fx.await("the finding", () -> fx.shows("fair: the "));
      assertTrue(fx.shows("not judged: build the models"), "no build has judged consent");

      type(fx, "Rules, separated by semicolons", "Budget >= viel");
      press(fx, "Save segment");
      Fx.await("what is wrong", () -> fx.shows("which wants a number"));
      press(fx, "Close");
      Path list = folder.resolve("list.csv");
      fx.files.save = list;
      press(fx, "Save list …");
      Fx.await("it is said", () -> fx.shows("list.csv"));
      List<String> lines = Files.readAllLines(list);
      assertEquals("rank,record_id,score,reasons", lines.getFirst());
      assertTrue(lines.size() > 2 && lines.size() <= 21, () -> "" + lines.size());

      Fx.run(
          () ->
              java.util.Objects.requireNonNull(fx.window.session())
                  .jobs()
                  .submit("again", leads(8), run -> {}, failure -> {}));
      Fx.await("ux-06: a new ranking makes it older", () -> fx.shows("has been ranked anew"));

      press(fx, "Remove");
      Fx.await("gone", () -> fx.shows("No segment has been saved yet"));
      press(fx, "Undo");
      Fx.await("undone", () -> fx.shows("fair: the "));
    }
  }
}
