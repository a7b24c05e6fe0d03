package io.liftwerk.app.window;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.Preferences;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/** The window. */
public final class Workbench {
  private static @Nullable SampleWorkspace sample;
  private static @Nullable CompletableFuture<Preferences> ahead;

  private Workbench() {}

  /**
   * Opens the window and returns when it is closed.
   *
   * @param workspace shown at once; null for the welcome page
   */
  public static void open(@Nullable Path workspace) {
    open(workspace, null);
  }

  /**
   * As {@link #open(Path)}, with a sample workspace on the welcome page.
   *
   * @param maker makes the sample workspace; null when there is none to offer
   */
  public static void open(@Nullable Path workspace, @Nullable SampleWorkspace maker) {
    sample = maker;
    ahead = CompletableFuture.supplyAsync(Workbench::prepare, ahead());
    List<String> arguments =
        workspace == null ? List.of() : List.of(workspace.toAbsolutePath().toString());
    Application.launch(WorkbenchApp.class, arguments.toArray(String[]::new));
  }

  private static Executor ahead() {
    return work -> Thread.ofPlatform().daemon(true).name("liftwerk-ahead").start(work);
  }

  /** What needs no toolkit is made while the toolkit starts: settings and texts. */
  private static Preferences prepare() {
    Preferences preferences = Preferences.load(Home.folder());
    new Messages(preferences.language());
    return preferences;
  }

  /** The settings, once they are read. */
  static Preferences preferences() {
    CompletableFuture<Preferences> reading = ahead;
    return reading == null ? prepare() : reading.join();
  }

  /** The toolkit makes the application by itself, so what it needs waits here. */
  static @Nullable SampleWorkspace sample() {
    return sample;
  }
}
