package io.liftwerk.app.window;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/** The window. */
public final class Workbench {
  private static @Nullable SampleWorkspace sample;

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

  /** The toolkit makes the application by itself, so what it needs waits here. */
  static @Nullable SampleWorkspace sample() {
    return sample;
  }
}
