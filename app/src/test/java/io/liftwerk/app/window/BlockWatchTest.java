package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Dialogs;
import io.liftwerk.app.window.control.Overlay;
import io.liftwerk.app.window.grid.DataGrid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/**
 * How long a table is deaf to its user while it opens, scrolls and jumps (ux-07), written to {@code
 * target/fx-blocks.txt}. How fast a machine is asserts nothing about the program, so what is
 * asserted is that everything asked for comes, and that the watch sees a block. The pages are
 * walked by {@link PagesWatchTest}.
 */
class BlockWatchTest {
  private static final Path FIGURES =
      Path.of(System.getProperty("liftwerk.root"), "app/target/fx-blocks.txt");

  @BeforeAll
  static void startAnew() throws Exception {
    Files.deleteIfExists(FIGURES);
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
  }

  private static void note(String what, BlockWatch watch) throws Exception {
    Fx.settle();
    Files.writeString(
        FIGURES,
        what + ": " + watch.longest() + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  @Test
  void theWatchSeesABlock() {
    try (var watch = new BlockWatch()) {
      Fx.run(
          () -> {
            try {
              TimeUnit.MILLISECONDS.sleep(300);
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
          });
      Fx.settle();
      BlockWatch.Block seen = watch.longest();
      assertTrue(seen.millis() > 250, seen::toString);
    }
  }

  @Test
  void aTableOfTenMillionRowsAndOneOfFiveHundredColumns() throws Exception {
    ExecutorService workers =
        Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon(true).factory());
    Stage stage = Fx.call(Stage::new);
    DataGrid grid =
        Fx.call(
            () -> {
              var messages = new Messages(Language.ENGLISH);
              var below = new StackPane();
              var overlay = new Overlay(below);
              var made =
                  new DataGrid(
                      "watched",
                      messages,
                      new Background(workers, Platform::runLater),
                      new Dialogs(overlay, messages, new Fx.Answers(), gone -> {}));
              below.getChildren().add(made);
              var scene = new Scene(overlay, 1200, 800);
              new Themes().dress(scene);
              stage.setScene(scene);
              stage.show();
              return made;
            });
    try (var watch = new BlockWatch()) {
      for (String round : List.of("cold", "warm", "warmer")) {
        watch.longest();
        Fx.run(() -> grid.show(new MadeRows(10_000_000, 20)));
        awaitRow(grid, 1);
        note("10 million rows, 20 columns, opened " + round, watch);
        for (long row : List.of(5_000_000L, 9_999_999L, 12L, 7_654_321L)) {
          Fx.run(() -> grid.goTo(row));
          awaitRow(grid, row);
          note("jump to row " + row, watch);
        }
        ScrollBar bar = Fx.call(() -> (ScrollBar) grid.lookup(".rows-bar"));
        for (int step = 1; step <= 50; step++) {
          double place = step * 137_000.0;
          Fx.run(() -> bar.setValue(place));
          TimeUnit.MILLISECONDS.sleep(16);
        }
        awaitRow(grid, 50 * 137_000 + 1);
        note("bar drawn through 7 million rows in fifty steps", watch);
        Fx.run(() -> grid.show(new MadeRows(10_000, 500)));
        awaitRow(grid, 1);
        note("10,000 rows, 500 columns, opened " + round, watch);
      }
    } finally {
      Fx.run(stage::hide);
      workers.shutdownNow();
    }
  }

  private static void awaitRow(DataGrid grid, long row) {
    String text = "r" + row + "c1";
    Fx.await(
        "row " + row,
        () ->
            grid.lookupAll(".table-cell").stream()
                .anyMatch(cell -> text.equals(((TableCell<?, ?>) cell).getText())));
  }
}
