package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.AnalysisModel;
import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.grid.DataGrid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * ux-07: how long the window is deaf to its user on every page and every tab of it, in a client's
 * workspace and over a table of ten million rows; written to {@code target/fx-pages.txt}. What a
 * page takes the first time holds the loading of its classes, which the start-up cache of an
 * installed Liftwerk has done; so the limit is on the screen thread's processor time when it is
 * opened again, which other programs on the machine lengthen little.
 */
class PagesWatchTest {
  private static final Path FIGURES =
      Path.of(System.getProperty("liftwerk.root"), "app/target/fx-pages.txt");

  /** Milliseconds of processor time: what the screen's thread may be busy with at a stretch. */
  private static final double LIMIT = 100;

  /** With classes that are loaded and code that is compiled meanwhile. */
  private static final double FIRST_LIMIT = 300;

  @TempDir private Path folder;
  private final Map<String, BlockWatch.Block> too = new LinkedHashMap<>();

  @Test
  @DisplayName("ux-07: no page and no tab holds up the window, whatever the size of the table")
  void everyPage() throws Exception {
    Files.deleteIfExists(FIGURES);
    Path place = WatchedClient.make(folder);
    WatchedClient.addTall(place);
    try (Fx fx = Fx.begin(folder.resolve("home"), place);
        var watch = new BlockWatch()) {
      Fx.run(() -> fx.window.language(Language.ENGLISH));
      fx.settleWhole();
      note("the window", watch, FIRST_LIMIT);
      walk(fx, watch, "first", FIRST_LIMIT);
      walk(fx, watch, "again", LIMIT);
      overTall(fx, watch, "first", FIRST_LIMIT);
      overTall(fx, watch, "again", LIMIT);
    }
    assertEquals(Map.of(), too, "blocked too long");
  }

  private void note(String what, BlockWatch watch, double limit) throws Exception {
    BlockWatch.Block longest = watch.longest();
    Files.writeString(
        FIGURES,
        what + ": " + longest + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    if (longest.cpuMillis() > limit) {
      too.put(what, longest);
    }
  }

  private static Shell shell(Fx fx) {
    return Objects.requireNonNull(fx.window.shell());
  }

  private static Models models(Fx fx) {
    return Objects.requireNonNull(fx.window.models());
  }

  private void walk(Fx fx, BlockWatch watch, String time, double limit) throws Exception {
    int tabs = 0;
    for (PageId page : PageId.values()) {
      Fx.run(() -> shell(fx).go(page));
      fx.settleWhole();
      note(time + ", " + page, watch, limit);
      for (String tab : tabs(fx)) {
        if (press(fx, tab)) {
          fx.settleWhole();
          note(time + ", " + page + ", " + tab, watch, limit);
          tabs++;
        }
      }
      tabs(fx).stream().findFirst().ifPresent(first -> press(fx, first));
    }
    assertTrue(tabs >= 10, tabs + " tabs were found");
  }

  /** The words of what can be switched on the page in front. */
  private static List<String> tabs(Fx fx) {
    return Fx.call(() -> fx.all(ToggleButton.class).stream().filter(PagesWatchTest::isTab).toList())
        .stream()
        .map(ToggleButton::getText)
        .toList();
  }

  private static boolean isTab(ToggleButton button) {
    return button.getStyleClass().contains("segment") && !button.isDisabled();
  }

  /** Whether it is still there, and was not pressed already. */
  private static boolean press(Fx fx, String tab) {
    return Fx.call(
        () ->
            fx.all(ToggleButton.class).stream()
                .filter(PagesWatchTest::isTab)
                .filter(button -> tab.equals(button.getText()) && !button.isSelected())
                .findFirst()
                .map(
                    button -> {
                      button.fire();
                      return true;
                    })
                .orElse(false));
  }

  private void overTall(Fx fx, BlockWatch watch, String time, double limit) throws Exception {
    Fx.run(
        () -> {
          shell(fx).go(PageId.DATA);
          models(fx).data().select(WatchedClient.TALL);
        });
    fx.settleWhole();
    note(time + ", tall table, DATA", watch, limit);
    for (long row : List.of(5_000_000L, 9_999_999L)) {
      Fx.run(
          () ->
              fx.all(DataGrid.class).stream().filter(Fx::isShown).forEach(grid -> grid.goTo(row)));
      fx.settleWhole();
      note(time + ", tall table, DATA, row " + row, watch, limit);
    }
    for (Map.Entry<PageId, List<AnalysisModel<?, ?, ?>>> page : choosing(models(fx)).entrySet()) {
      Fx.run(() -> shell(fx).go(page.getKey()));
      fx.settleWhole();
      watch.longest();
      for (AnalysisModel<?, ?, ?> model : page.getValue()) {
        Fx.run(() -> model.table(WatchedClient.TALL.toString()));
        fx.settleWhole();
        note(
            time + ", tall table, " + page.getKey() + ", " + model.getClass().getSimpleName(),
            watch,
            limit);
      }
      var tabs = new ArrayList<>(tabs(fx));
      tabs.forEach(tab -> press(fx, tab));
      fx.settleWhole();
      note(time + ", tall table, " + page.getKey() + ", its tabs", watch, limit);
      Fx.run(() -> page.getValue().forEach(model -> other(model)));
    }
    for (PageId page : List.of(PageId.SEGMENTS, PageId.LINEAGE, PageId.GOVERNANCE)) {
      Fx.run(() -> shell(fx).go(page));
      fx.settleWhole();
      note(time + ", tall table, " + page, watch, limit);
    }
  }

  /** Back to a small table, so that the tall one is chosen anew the next time. */
  private static void other(AnalysisModel<?, ?, ?> model) {
    model.tables().stream()
        .filter(table -> !table.ref().equals(WatchedClient.TALL))
        .findFirst()
        .ifPresent(table -> model.table(table.ref().toString()));
  }

  /** The pages on which a table is chosen, with what they show. */
  private static Map<PageId, List<AnalysisModel<?, ?, ?>>> choosing(Models models) {
    var pages = new LinkedHashMap<PageId, List<AnalysisModel<?, ?, ?>>>();
    pages.put(PageId.LEADS, List.of(models.leads()));
    pages.put(PageId.CHURN, List.of(models.churn(), models.contracts()));
    pages.put(PageId.LIFETIME, List.of(models.purchases()));
    pages.put(PageId.EXPERIMENTS, List.of(models.experiments()));
    pages.put(PageId.UPLIFT, List.of(models.uplift()));
    pages.put(PageId.BANDITS, List.of(models.simulation(), models.evaluation()));
    pages.put(PageId.KEYWORDS, List.of(models.keywords()));
    return pages;
  }
}
