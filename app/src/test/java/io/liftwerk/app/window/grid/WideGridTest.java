package io.liftwerk.app.window.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.app.window.control.Dialogs;
import io.liftwerk.app.window.control.FileAsk;
import io.liftwerk.app.window.control.Overlay;
import io.liftwerk.workspace.Page;
import io.liftwerk.workspace.TableInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** Columns of a table of five hundred, found, hidden, shown and frozen (ux-24). */
class WideGridTest {
  private static final List<TableInfo.Column> COLUMNS =
      IntStream.range(0, 500).mapToObj(i -> new TableInfo.Column("c" + i, "VARCHAR")).toList();

  private static final class Wide implements Rows {
    @Override
    public long count() {
      return 10;
    }

    @Override
    public List<TableInfo.Column> columns() {
      return COLUMNS;
    }

    @Override
    public Page page(@Nullable String orderBy, boolean descending, long offset, int limit) {
      var rows = new ArrayList<List<@Nullable Object>>();
      for (int i = 0; i < 10; i++) {
        rows.add(Collections.nCopies(500, "x"));
      }
      return new Page(COLUMNS.stream().map(TableInfo.Column::name).toList(), rows, 0);
    }
  }

  private static final class NoFiles implements FileAsk {
    @Override
    public List<Path> files(String title) {
      return List.of();
    }

    @Override
    public @Nullable Path folder(String title) {
      return null;
    }

    @Override
    public @Nullable Path save(String title, String suggestion) {
      return null;
    }
  }

  private static List<String> names(DataGrid grid, int table) {
    return grid.tables().get(table).getVisibleLeafColumns().stream()
        .map(column -> column.getText())
        .toList();
  }

  private static void onScreen(Runnable action) throws Exception {
    FxToolkit.registerPrimaryStage();
    var done = new CompletableFuture<Boolean>();
    Platform.runLater(
        () -> {
          try {
            action.run();
            done.complete(true);
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
        });
    assertTrue(done.get(60, TimeUnit.SECONDS));
  }

  @Test
  void columnsBeyondTheFirstAreMadeWhenTheyAreAskedFor() throws Exception {
    onScreen(WideGridTest::wide);
  }

  private static void wide() {
    var messages = new Messages(Language.ENGLISH);
    var dialogs = new Dialogs(new Overlay(new StackPane()), messages, new NoFiles(), gone -> {});
    var background = new Background(Runnable::run, Runnable::run);
    var grid = new DataGrid("wide", messages, background, dialogs);
    grid.show(new Wide());
    assertEquals(500, grid.columns().size());
    assertEquals(DataGrid.SHOWN, names(grid, 1).size());
    assertFalse(grid.isShown(COLUMNS.get(321)));

    grid.reveal(COLUMNS.get(321));
    grid.reveal(COLUMNS.get(123));
    assertEquals(
        List.of("c59", "c123", "c321"),
        names(grid, 1).subList(DataGrid.SHOWN - 1, DataGrid.SHOWN + 2),
        "in the table's order");

    grid.freeze(COLUMNS.get(321), true);
    assertEquals(List.of("#", "c321"), names(grid, 0));
    assertFalse(names(grid, 1).contains("c321"));
    assertEquals("c321", grid.columns().getFirst().name());
    assertEquals(500, grid.columns().size());
    grid.freeze(COLUMNS.get(321), false);
    assertEquals("c321", names(grid, 1).getLast());

    grid.show(COLUMNS.get(5), false);
    assertFalse(names(grid, 1).contains("c5"));
    grid.show(COLUMNS.get(5), true);
    assertEquals("c5", names(grid, 1).get(5));
    grid.freeze(COLUMNS.get(400), true);
    assertEquals(List.of("#", "c400"), names(grid, 0), "one that was never shown");
  }
}
