package io.liftwerk.app.window;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Preferences;
import io.liftwerk.app.window.base.Session;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which workspace the window is on: opened, left for another, given up. The views follow. */
final class Openings {
  private final WorkbenchWindow window;
  private final Background background;
  private final Preferences preferences;
  private final Function<Workspace, Engine> engines;

  /** The workspace that was asked for last is the one that stays. */
  private final Background.Series asked;

  private @Nullable Session session;
  private @Nullable Models models;

  Openings(
      WorkbenchWindow window,
      Background background,
      Preferences preferences,
      Function<Workspace, Engine> engines) {
    this.window = window;
    this.background = background;
    this.preferences = preferences;
    this.engines = engines;
    this.asked = background.series();
  }

  /** The open workspace with what works on it; null on the welcome page. */
  @Nullable Session session() {
    return session;
  }

  /** State of the pages; null on the welcome page. */
  @Nullable Models models() {
    return models;
  }

  /**
   * Opens a workspace beside the screen; what goes wrong leaves the window as it was. Nothing
   * happens when it is the open one, under whatever name; the jobs of the open one are not
   * cancelled for another.
   */
  void open(Path folder) {
    Session open = session;
    if (open == null) {
      openThen(() -> Workspace.open(folder), List.of());
      return;
    }
    Path present = open.workspace().folder();
    background.run(
        () -> isSame(Workspace.place(folder), present),
        same -> {
          if (!same && !isBusy()) {
            openThen(() -> Workspace.open(folder), List.of());
          }
        },
        window.dialogs()::error);
  }

  private static boolean isSame(Path place, Path present) throws IOException {
    return Files.exists(place) && Files.isSameFile(place, present);
  }

  /** Whether jobs run in the open workspace, which is said then. */
  private boolean isBusy() {
    Session open = session;
    boolean busy = open != null && !open.jobs().running().isEmpty();
    if (busy) {
      window.dialogs().note(window.messages().text("leave.running"));
    }
    return busy;
  }

  /** Makes a workspace in {@code folder} and opens it. */
  void create(Path folder) {
    openThen(() -> Workspace.create(folder), List.of());
  }

  /** As {@link #create}, and previews {@code dropped} in it. */
  void createFor(Path folder, List<Path> dropped) {
    openThen(() -> Workspace.create(folder), dropped);
  }

  private void openThen(Callable<Workspace> opening, List<Path> dropped) {
    asked.run(
        opening,
        workspace -> {
          closeBeside();
          opened(workspace, dropped);
        },
        failure -> window.dialogs().error(failure));
  }

  private void opened(Workspace workspace, List<Path> dropped) {
    preferences.opened(workspace.folder());
    var opened = new Session(workspace, engines.apply(workspace), background);
    session = opened;
    var state = new Models(opened, opened.background(), preferences.place(workspace.folder()));
    models = state;
    window.rebuild();
    Arrivals.begin(window, background, opened, state.data());
    HandedJobs.begin(window, background, opened, state.data());
    Absence.watch(window, opened);
    Shell shell = window.shell();
    if (!dropped.isEmpty() && shell != null) {
      shell.go(PageId.DATA);
      state.data().preview(dropped);
    }
  }

  /** Opens anew what was open, once its folder is back; what it still held is given up. */
  void reopen() {
    Session open = session;
    if (open == null) {
      return;
    }
    Path folder = open.workspace().folder();
    background.run(
        () -> Files.isDirectory(folder),
        back -> {
          if (!back) {
            window.dialogs().note(window.messages().text("gone.still", folder));
          } else if (session == open) {
            reopen(open, folder);
          }
        },
        window.dialogs()::error);
  }

  private void reopen(Session open, Path folder) {
    Models before = models;
    window.dialogs().hide();
    session = null;
    models = null;
    open.jobs().cancelAll();
    background.run(
        () -> {
          closeQuietly(open);
          return Workspace.open(folder);
        },
        workspace -> {
          opened(workspace, List.of());
          if (before != null && models != null) {
            models.plan().takeOver(before.plan());
          }
        },
        failure -> {
          window.rebuild();
          window.dialogs().error(failure);
        });
  }

  /** To the welcome page from a workspace that is gone. */
  void abandon() {
    closeBeside();
    window.rebuild();
  }

  /** What cannot be closed in good order, as its disk is gone, gives up its lock all the same. */
  private static void closeQuietly(Session open) {
    try {
      open.close();
    } catch (WorkbenchException e) {
      System.getLogger("liftwerk.window")
          .log(System.Logger.Level.WARNING, e.code() + ": " + e.sentence(), e);
    }
  }

  /** Back to the welcome page. */
  void leave() {
    if (!isBusy()) {
      closeBeside();
      window.rebuild();
    }
  }

  /** Closing waits for the job under way to stop, which the screen must not. */
  private void closeBeside() {
    Session open = session;
    session = null;
    models = null;
    if (open != null) {
      open.jobs().cancelAll();
      background.run(
          () -> {
            open.close();
            return open;
          },
          closed -> {},
          failure -> {
            if (open.workspace().isThere()) {
              window.dialogs().error(failure);
            }
          });
    }
  }

  /** Closes the workspace and waits until it is closed. */
  void close() {
    Session open = session;
    session = null;
    models = null;
    if (open != null) {
      open.jobs().cancelAll();
      closeQuietly(open);
    }
  }
}
