package io.liftwerk.app.window;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/** The window. */
public final class Workbench {
  private static @Nullable SampleWorkspace sample;
  private static @Nullable Path rehearsed;

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
    List<String> arguments =
        workspace == null ? List.of() : List.of(workspace.toAbsolutePath().toString());
    Application.launch(WorkbenchApp.class, arguments.toArray(String[]::new));
  }

  /**
   * Shows the welcome page, then every page of {@code workspace}, and returns: what a recording of
   * the program's start is to know.
   */
  public static void rehearse(Path workspace) {
    rehearsed = workspace;
    open(null, null);
  }

  /** Whose pages are shown one after the other; null where a person uses the window. */
  static @Nullable Path rehearsed() {
    return rehearsed;
  }

  /** The toolkit makes the application by itself, so what it needs waits here. */
  static @Nullable SampleWorkspace sample() {
    return sample;
  }
}
