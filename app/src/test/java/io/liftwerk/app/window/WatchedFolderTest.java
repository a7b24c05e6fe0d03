package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.ingest.FolderWatch;
import io.liftwerk.ingest.WatchChange;
import io.liftwerk.ingest.WatchRequest;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes into a watched folder while the window has the workspace open. */
class WatchedFolderTest {
  @TempDir private Path folder;

  private static Models models(Fx fx) {
    return Objects.requireNonNull(fx.window.models());
  }

  private static List<String> tables(Fx fx) {
    return Fx.call(
        () -> models(fx).data().tables().stream().map(info -> info.ref().name()).toList());
  }

  @Test
  void isImportedAndANoteSaysWhatCame() throws Exception {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    Path place = folder.resolve("Nordwand.liftwerk");
    try (Workspace workspace = Workspace.create(place)) {
      new JobRunner(workspace, Runnable::run).run(new WatchChange(WatchRequest.watch(inbox)));
    }
    Files.writeString(inbox.resolve("leads.csv"), "id;plz\n1;01067\n2;99084\n");
    try (Fx fx = Fx.open(folder.resolve("home"), place, null)) {
      Fx.run(() -> fx.window.language(Language.ENGLISH));
      Fx.await("the file that was there", () -> tables(fx).equals(List.of("leads")));
      Fx.await("a note", () -> fx.shows("leads.csv came and was loaded: leads, 2 rows."));
      Path late = Files.createDirectory(folder.resolve("late"));
      Files.writeString(late.resolve("empty.csv"), "id;plz\n");
      Fx.run(
          () -> {
            var session = Objects.requireNonNull(fx.window.session());
            session
                .jobs()
                .submit("watch", session.engine().watching(late), run -> {}, failure -> {});
          });
      Fx.await("a refusal", () -> fx.shows("empty.csv has a header but no rows."));
      assertEquals(
          2, Fx.call(() -> Objects.requireNonNull(fx.window.session()).engine().watched()).size());
      assertEquals(List.of("leads"), tables(fx));
      Fx.run(fx.window::leave);
      assertNull(fx.window.session());
    }
    try (Workspace workspace = Workspace.open(place)) {
      assertEquals(2, FolderWatch.folders(workspace).size());
    }
  }

  @Test
  void aDroppedFolderShowsWhatIsInItAndIsLoadedWhole() throws Exception {
    Path exports = Files.createDirectory(folder.resolve("exports"));
    Files.writeString(exports.resolve("leads.csv"), "id;plz\n1;01067\n2;99084\n");
    Files.writeString(exports.resolve("costs.csv"), "id;eur\n1;5\n");
    Files.writeString(exports.resolve("README.md"), "# Exports");
    Path place = folder.resolve("Nordwand.liftwerk");
    Workspace.create(place).close();
    try (Fx fx = Fx.open(folder.resolve("home"), place, null)) {
      Fx.run(() -> fx.window.language(Language.ENGLISH));
      Fx.run(() -> models(fx).data().preview(List.of(exports)));
      Fx.await("what is in it", () -> fx.shows("One file is left out: README.md."));
      Fx.await("how many", () -> fx.shows("2 files to load"));
      Button load = fx.named(Button.class, "Load");
      Fx.run(load::fire);
      Fx.await("both tables", () -> tables(fx).equals(List.of("costs", "leads")));
      Fx.await("a note", () -> fx.shows("One file was left out, such as README.md"));
    }
  }
}
