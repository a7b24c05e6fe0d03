package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.base.Session;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.Tables;
import io.liftwerk.workspace.Workspace;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Closing the window, with and without a job under way (ux-05, ux-23). */
class CloseTest {
  @TempDir private Path folder;

  private Fx open() throws Exception {
    Path place = folder.resolve("Nordwand.liftwerk");
    if (!Files.exists(place)) {
      Workspace.create(place).close();
    }
    Fx fx = Fx.open(folder.resolve("home"), place, null);
    Fx.run(() -> fx.window.language(Language.ENGLISH));
    Fx.settle();
    return fx;
  }

  /** As the cross of the window does. */
  private static void close(Fx fx) {
    Fx.run(
        () ->
            Event.fireEvent(fx.stage, new WindowEvent(fx.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  private static SlowJob start(Session session) throws InterruptedException {
    var slow = new SlowJob();
    Fx.run(() -> session.jobs().submit("Slow", slow, run -> {}, failure -> {}));
    return slow;
  }

  private static boolean isOpen(Fx fx) {
    return Fx.call(fx.stage::isShowing);
  }

  private static Session session(Fx fx) {
    return Objects.requireNonNull(fx.window.session());
  }

  @Test
  void whatWasClosedIsForgotten() throws Exception {
    var gone = new ArrayList<WeakReference<Object>>();
    for (int i = 0; i < 3; i++) {
      try (Fx fx = open()) {
        Shell shell = Objects.requireNonNull(fx.window.shell());
        Fx.run(() -> shell.go(PageId.LEADS));
        Fx.settle();
        gone.add(new WeakReference<>(shell));
        gone.add(new WeakReference<>(fx.window));
      }
    }
    // the toolkit itself may hold the last one, as its last focus for example
    try (Fx fx = open()) {
      Fx.await(
          "the windows before",
          () -> {
            System.gc();
            return gone.stream().allMatch(one -> one.get() == null);
          });
      assertTrue(isOpen(fx));
    }
  }

  @Test
  void withoutAJobItJustCloses() throws Exception {
    try (Fx fx = open()) {
      close(fx);
      assertFalse(isOpen(fx));
    }
  }

  @Test
  void aJobIsAskedAboutAndGoesOnWhenTheAnswerIsNo() throws Exception {
    try (Fx fx = open()) {
      SlowJob slow = start(session(fx));
      slow.awaitRunning();
      close(fx);
      assertTrue(isOpen(fx));
      assertTrue(fx.shows("One job is still running"));
      close(fx);
      assertTrue(isOpen(fx), "asking twice is no answer");
      Button back =
          fx.all(Button.class).stream().filter(CloseTest::isBack).findFirst().orElseThrow();
      Fx.run(back::fire);
      Fx.settle();
      assertFalse(fx.shows("One job is still running"));
      assertFalse(slow.isCancelled());
      slow.finish();
      Session session = session(fx);
      Fx.await("done", () -> session.jobs().running().isEmpty());
      assertEquals(RunRecord.Status.DONE, session.workspace().ledger().list().getFirst().status());
      close(fx);
      assertFalse(isOpen(fx));
    }
  }

  /** Cancel in the dialog, not in the bar of jobs. */
  private static boolean isBack(Button button) {
    return "Cancel".equals(button.getText())
        && button.getParent().getStyleClass().contains("dialog-buttons");
  }

  @Test
  void aJobThatEndsMeanwhileTakesTheQuestionWithIt() throws Exception {
    try (Fx fx = open()) {
      SlowJob slow = start(session(fx));
      slow.awaitRunning();
      close(fx);
      assertTrue(fx.shows("One job is still running"));
      slow.finish();
      Fx.await("no question left", () -> !fx.shows("still running"));
      assertTrue(isOpen(fx));
    }
  }

  @Test
  void closingAnywayCancelsWhatRunsAndWhatWaits() throws Exception {
    try (Fx fx = open()) {
      Session session = session(fx);
      SlowJob slow = start(session);
      slow.awaitRunning();
      start(session);
      close(fx);
      assertTrue(fx.shows("2 jobs are still running"));
      Button anyway = fx.named(Button.class, "Cancel the jobs and close");
      Fx.run(anyway::fire);
      assertFalse(isOpen(fx));
      Fx.run(fx.window::closeSession);
      assertTrue(slow.isCancelled());
    }
    try (Workspace again = Workspace.open(folder.resolve("Nordwand.liftwerk"))) {
      assertEquals(
          List.of(RunRecord.Status.CANCELLED),
          again.ledger().list().stream().map(RunRecord::status).toList());
      assertEquals(List.of(), new Tables(again).list());
      try (Stream<Path> files = Files.list(again.exports())) {
        assertEquals(List.of(), files.toList());
      }
      assertTrue(again.audit().verify().ok());
    }
  }
}
