package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and workspaces dropped on the window, wherever it is (ux-03). */
class DropTest {
  @TempDir private Path folder;

  private Path made(String name) {
    Path place = folder.resolve(name + ".liftwerk");
    Workspace.create(place).close();
    return place;
  }

  private Fx open(@Nullable Path workspace) throws Exception {
    Fx fx = Fx.open(folder.resolve("home"), workspace, null);
    Fx.run(() -> fx.window.language(Language.ENGLISH));
    return fx;
  }

  private static Models models(Fx fx) {
    return Objects.requireNonNull(fx.window.models());
  }

  private static boolean drop(Fx fx, Path... files) {
    return Fx.call(() -> Drop.files(fx.stage.getScene(), List.of(files)));
  }

  private static @Nullable String waiting(Fx fx) {
    var waiting = models(fx).data().waitingProperty().get();
    return waiting == null || waiting.preview() == null
        ? null
        : String.valueOf(waiting.file().getFileName());
  }

  @Test
  void filesAreLookedAtOneAfterTheOtherWhateverPageIsOpen() throws Exception {
    Path first = Fixtures.leads(folder, 60);
    Path second = Files.writeString(folder.resolve("second.csv"), "a,b\n1,2\n");
    try (Fx fx = open(made("Nordwand"))) {
      Fx.run(() -> Objects.requireNonNull(fx.window.shell()).go(PageId.RUNS));
      Fx.settle();
      assertTrue(drop(fx, first, second));
      Fx.await("first", () -> "leads.csv".equals(waiting(fx)));
      assertEquals(PageId.DATA, Fx.call(() -> models(fx).page()));
      assertTrue(fx.shows("How the columns will be read"));
      Button load = fx.named(Button.class, "Load");
      Fx.run(load::fire);
      Fx.await("second", () -> "second.csv".equals(waiting(fx)));
      Fx.run(() -> models(fx).data().dismiss());
      Fx.await("rows", () -> fx.shows("L-00001"));
      assertNull(Fx.call(() -> models(fx).data().waitingProperty().get()));
    }
  }

  @Test
  void whatIsNoFileIsLeftAlone() throws Exception {
    try (Fx fx = open(made("Nordwand"))) {
      Fx.settle();
      assertFalse(Fx.call(() -> Drop.text(fx.stage.getScene(), "leads.csv")));
      assertNull(Fx.call(() -> models(fx).data().waitingProperty().get()));
    }
  }

  @Test
  void nothingIsTakenUnderACard() throws Exception {
    Path file = Fixtures.leads(folder, 60);
    try (Fx fx = open(made("Nordwand"))) {
      Fx.run(() -> Objects.requireNonNull(fx.window.shell()).showShortcuts());
      Fx.settle();
      assertFalse(drop(fx, file));
      Fx.run(() -> fx.window.dialogs().hide());
      assertTrue(drop(fx, file));
      Fx.await("preview", () -> "leads.csv".equals(waiting(fx)));
    }
  }

  @Test
  void anEmptyFolderIsToldInASentence() throws Exception {
    Path plain = Files.createDirectory(folder.resolve("exports of march"));
    try (Fx fx = open(made("Nordwand"))) {
      Fx.settle();
      assertTrue(drop(fx, plain));
      Fx.await("sentence", () -> fx.shows("There is no file in exports of march."));
    }
  }

  @Test
  void aWorkspaceIsOpenedInPlaceOfTheOneBefore() throws Exception {
    Path one = made("One");
    Path two = made("Two");
    Path link = Files.createSymbolicLink(folder.resolve("Alias.liftwerk"), one);
    try (Fx fx = open(one)) {
      Fx.settle();
      var before = fx.window.session();
      assertTrue(drop(fx, link), "the one that is open, by another name");
      assertTrue(drop(fx, one));
      Fx.settle();
      assertSame(before, fx.window.session());
      assertFalse(fx.shows("That did not work"));
      assertTrue(drop(fx, two));
      Fx.await("the other", () -> fx.stage.getTitle().startsWith("Two"));
      Fx.await("the first is closed", () -> canBeOpened(one));
    }
  }

  private static boolean canBeOpened(Path workspace) {
    try {
      Workspace.open(workspace).close();
      return true;
    } catch (io.liftwerk.workspace.WorkbenchException e) {
      return false;
    }
  }

  @Test
  void aWorkspaceWaitsForTheJobsOfTheOneThatIsOpen() throws Exception {
    Path one = made("One");
    Path two = made("Two");
    try (Fx fx = open(one)) {
      Fx.settle();
      var slow = new SlowJob();
      var session = Objects.requireNonNull(fx.window.session());
      Fx.run(() -> session.jobs().submit("Slow", slow, run -> {}, failure -> {}));
      slow.awaitRunning();
      assertTrue(drop(fx, two));
      Fx.await("a note", () -> fx.shows("Jobs are still running"));
      assertSame(session, fx.window.session());
      assertFalse(slow.isCancelled());
      slow.finish();
      Fx.await("done", () -> session.jobs().running().isEmpty());
      assertTrue(drop(fx, two));
      Fx.await("the other", () -> fx.stage.getTitle().startsWith("Two"));
    }
  }

  @Test
  void onTheWelcomePageFilesGetAWorkspace() throws Exception {
    Path file = Fixtures.leads(folder, 60);
    try (Fx fx = open(null)) {
      Fx.settle();
      fx.files.save = folder.resolve("fresh");
      assertTrue(drop(fx, file));
      Fx.await("workspace", () -> fx.window.shell() != null);
      Fx.await("preview", () -> "leads.csv".equals(waiting(fx)));
      assertEquals("fresh", Fx.call(() -> sessionName(fx)));
    }
  }

  private static String sessionName(Fx fx) {
    return Objects.requireNonNull(fx.window.session()).workspace().name();
  }

  @Test
  void onTheWelcomePageAWorkspaceIsOpened() throws Exception {
    Path one = made("One");
    try (Fx fx = open(null)) {
      Fx.settle();
      assertTrue(drop(fx, one));
      Fx.await("workspace", () -> fx.window.shell() != null);
      assertNotNull(fx.window.models());
    }
  }
}
