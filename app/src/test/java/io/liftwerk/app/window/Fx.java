package io.liftwerk.app.window;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.control.FileAsk;
import io.liftwerk.workspace.WorkbenchException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxToolkit;

/** A window under test, and the ways to act on it from the test's thread. */
final class Fx implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Once the window is closed, what a page still being drawn asks for comes to nothing. */
  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(
          3,
          3,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon(true).factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  final Stage stage;
  final WorkbenchWindow window;
  final Answers files = new Answers();

  /** Answers the window's questions for files. */
  static final class Answers implements FileAsk {
    volatile List<Path> files = List.of();
    volatile @Nullable Path folder;
    volatile @Nullable Path save;

    @Override
    public List<Path> files(String title) {
      return files;
    }

    @Override
    public @Nullable Path folder(String title) {
      return folder;
    }

    @Override
    public @Nullable Path save(String title, String suggestion) {
      return save;
    }
  }

  private Fx(Stage stage, Path home, @Nullable SampleWorkspace sample) {
    this.stage = stage;
    var background = new Background(workers, Platform::runLater);
    this.window = call(() -> new WorkbenchWindow(stage, background, home, sample, files));
  }

  /**
   * Opens a window on {@code workspace}, or on the welcome page; where it would begin on the plan,
   * which has a test of its own, on the data.
   */
  static Fx open(Path home, @Nullable Path workspace, @Nullable SampleWorkspace sample)
      throws Exception {
    Fx fx = show(home, workspace, sample);
    if (workspace != null) {
      run(fx::toData);
    }
    return fx;
  }

  /** Opens a window on {@code workspace} and leaves it on the page that it begins on. */
  static Fx begin(Path home, Path workspace) throws Exception {
    return show(home, workspace, null);
  }

  private void toData() {
    Shell shell = window.shell();
    if (shell != null && shell.models().page() == PageId.PLAN) {
      shell.go(PageId.DATA);
    }
  }

  private static Fx show(Path home, @Nullable Path workspace, @Nullable SampleWorkspace sample)
      throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    Stage stage = call(Stage::new);
    var fx = new Fx(stage, home, sample);
    run(() -> fx.window.show(workspace));
    if (workspace != null) {
      await("workspace open", () -> fx.window.shell() != null);
    }
    return fx;
  }

  static void run(Runnable action) {
    call(
        () -> {
          action.run();
          return null;
        });
  }

  static <T> T call(Callable<T> action) {
    if (Platform.isFxApplicationThread()) {
      try {
        return action.call();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
    var done = new CompletableFuture<T>();
    Platform.runLater(
        () -> {
          try {
            done.complete(action.call());
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
        });
    try {
      return done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until {@code condition}, asked on the screen's thread, holds. */
  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!call(condition::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain for: " + what);
      }
      try {
        Thread.sleep(25);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Lets what is queued on the screen's thread happen, two pulses long. */
  static void settle() {
    for (int i = 0; i < 3; i++) {
      run(() -> {});
      try {
        Thread.sleep(60);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** All nodes below the root, depth first. */
  List<Node> nodes() {
    return call(
        () -> {
          var all = new ArrayList<Node>();
          collect(stage.getScene().getRoot(), all);
          return all;
        });
  }

  private static void collect(Node node, List<Node> all) {
    all.add(node);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
    }
  }

  /** Nodes of a kind that can be seen. */
  <N extends Node> List<N> all(Class<N> kind) {
    return call(
        () ->
            nodes().stream().filter(kind::isInstance).map(kind::cast).filter(Fx::isShown).toList());
  }

  static boolean isShown(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (!up.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  /** The control with this accessible name, as soon as its skin has been made. */
  <N extends Node> N named(Class<N> kind, String name) {
    await(kind.getSimpleName() + " named '" + name + "'", () -> !withName(kind, name).isEmpty());
    return withName(kind, name).getFirst();
  }

  private <N extends Node> List<N> withName(Class<N> kind, String name) {
    return all(kind).stream().filter(node -> name.equals(node.getAccessibleText())).toList();
  }

  boolean shows(String text) {
    return call(
        () ->
            all(Labeled.class).stream()
                .anyMatch(label -> String.valueOf(label.getText()).contains(text)));
  }

  /** Shows what is said of an empty file. */
  void showError() {
    run(
        () ->
            window
                .dialogs()
                .error(
                    new WorkbenchException(
                        "file-empty",
                        "The file leads.csv is empty.",
                        "Export it again, with at least a header and one row.")));
  }

  /** Waits until nothing more is read or made, as pages unfold step by step. */
  void settleWhole() {
    long before;
    long now = nodes().size();
    do {
      before = now;
      settle();
      now = isIdle() ? nodes().size() : -1;
    } while (now != before || now < 0);
  }

  /** Whether nothing is read beside the screen. */
  private boolean isIdle() {
    return workers.getActiveCount() == 0 && workers.getQueue().isEmpty();
  }

  /** Writes what the window shows. */
  void shoot(Path file) {
    shoot(file, 1);
  }

  /** Writes what the window shows where each of its points takes {@code scale} of the screen's. */
  void shoot(Path file, double scale) {
    settleWhole();
    int[] size = new int[2];
    int[] argb =
        call(
            () -> {
              WritableImage image = picture(scale);
              size[0] = (int) image.getWidth();
              size[1] = (int) image.getHeight();
              var pixels = new int[size[0] * size[1]];
              image
                  .getPixelReader()
                  .getPixels(
                      0,
                      0,
                      size[0],
                      size[1],
                      javafx.scene.image.PixelFormat.getIntArgbInstance(),
                      pixels,
                      0,
                      size[0]);
              return pixels;
            });
    var image = new BufferedImage(size[0], size[1], BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, size[0], size[1], argb, 0, size[0]);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (Arrays.stream(argb).distinct().limit(50).count() < 50) {
      throw new AssertionError(file + " is blank");
    }
  }

  private WritableImage picture(double scale) {
    if (scale == 1) {
      return stage.getScene().snapshot(null);
    }
    var parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    return stage.getScene().getRoot().snapshot(parameters, null);
  }

  @Override
  public void close() {
    run(
        () -> {
          window.closeSession();
          stage.hide();
        });
    workers.shutdownNow();
    try {
      // what they were writing to the home folder is on disk before a test removes it
      if (!workers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("work beside the screen does not end");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    // and so is what their outcomes made the screen's thread remember
    run(() -> {});
  }
}
