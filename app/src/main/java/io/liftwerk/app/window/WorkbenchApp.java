package io.liftwerk.app.window;

import io.liftwerk.app.window.base.Background;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The one application: it makes the window and keeps the threads that work beside it. */
public final class WorkbenchApp extends Application {
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          3, Thread.ofPlatform().daemon(true).name("liftwerk-reader-", 0).factory());
  private @Nullable WorkbenchWindow window;

  @Override
  public void start(Stage stage) {
    var background = new Background(workers, Platform::runLater);
    var made = new WorkbenchWindow(stage, background, Workbench.preferences(), Workbench.sample());
    window = made;
    List<String> arguments = getParameters().getRaw();
    made.show(arguments.isEmpty() ? null : Path.of(arguments.getFirst()));
    FirstWindow.reportIfAsked();
  }

  @Override
  public void stop() {
    if (window != null) {
      window.closeSession();
    }
    workers.shutdownNow();
  }
}
