package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.base.ThemeChoice;
import io.liftwerk.experiments.BanditSimulation;
import io.liftwerk.experiments.BanditSimulationRequest;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssParser;
import javafx.css.Declaration;
import javafx.css.Stylesheet;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds on every page and every tab, looked at where it is hardest: in German, in a window of
 * 1024 × 700. {@link GalleryTest} has the pictures to it, and other sizes.
 */
class EveryPageTest {
  private static final Path ROOT = Path.of(System.getProperty("liftwerk.root"));

  @TempDir private static Path folder;
  private static Path workspace = Path.of("");

  @BeforeAll
  static void loadAndScore() throws IOException {
    Path place = folder.resolve("Nordwand.liftwerk");
    Path sample = ROOT.resolve("sample-data");
    try (Workspace made = Workspace.create(place)) {
      var runner = new JobRunner(made, Runnable::run);
      List<Path> exports =
          List.of(
              Fixtures.leads(folder, 400),
              sample.resolve("google-ads/Suchbegriffe.csv"),
              sample.resolve("woocommerce/orders.csv"));
      runner.run(new FileImport(ImportRequest.of(exports.stream().map(Path::toString).toList())));
      runner.run(
          new LeadScoring(
              new LeadScoringRequest(
                  "bronze.leads", "Gekauft", null, "Lead-ID", List.of(), null, 7L)));
      runner.run(
          new BanditSimulation(
              BanditSimulationRequest.of(List.of("A", "B"), List.of(0.2, 0.35), 50, 10, 7)));
    }
    workspace = place;
  }

  @Test
  @DisplayName("ux-19, ux-21, ux-22: nothing clipped, nothing nameless, on any page in German")
  void readableAndNamed() throws Exception {
    var cut = new TreeSet<String>();
    var nameless = new TreeSet<String>();
    var images = new ArrayList<ImageView>();
    try (Fx fx = Fx.open(folder.resolve("home"), workspace, null)) {
      Fx.run(() -> fx.window.language(Language.GERMAN));
      Fx.run(
          () -> {
            fx.stage.setWidth(1024);
            fx.stage.setHeight(700);
          });
      for (Map.Entry<String, Runnable> view : Tour.of(fx).entrySet()) {
        Fx.run(view.getValue());
        fx.settleWhole();
        Clipping.of(fx).forEach(found -> cut.add(view.getKey() + ": " + found));
        nameless.addAll(WorkbenchTest.nameless(fx, view.getKey()));
        images.addAll(fx.all(ImageView.class));
      }
    }
    assertEquals(Set.of(), cut, () -> String.join("\n", cut));
    assertEquals(Set.of(), nameless);
    assertEquals(List.of(), images, "ux-19: icons are glyphs, not images");
  }

  @Test
  @DisplayName("ux-19: nothing in the window's own files is a raster image")
  void vectorsOnly() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("app/src/main/resources"))) {
      assertEquals(
          List.of(),
          files.filter(file -> file.toString().matches("(?i).*\\.(png|jpe?g|gif|bmp)")).toList());
    }
  }

  @Test
  @DisplayName("ux-20: keys lead to every page, the palette finds pages, tables, runs, commands")
  void byKeyboard() throws Exception {
    try (Fx fx = Fx.open(folder.resolve("home"), workspace, null)) {
      Fx.run(() -> fx.window.language(Language.ENGLISH));
      Shell shell = Objects.requireNonNull(fx.window.shell());
      var keys = new TreeSet<String>();
      for (PageId page : PageId.values()) {
        assertTrue(keys.add(page.keys().getName()), () -> page + " shares its keys");
        Fx.run(() -> press(shell, (KeyCodeCombination) page.keys()));
        assertEquals(page, Fx.call(() -> shell.models().page()));
      }
      Fx.run(() -> press(shell, (KeyCodeCombination) Shortcuts.PALETTE));
      TextField find = fx.named(TextField.class, fx.window.messages().text("palette.prompt"));
      ListView<?> list = fx.named(ListView.class, fx.window.messages().text("palette.results"));
      var sought = new ArrayList<String>(List.of("bronze.leads", "run 0002", "dark", "report"));
      for (PageId page : PageId.values()) {
        sought.add(fx.window.messages().text("page." + page.id()));
      }
      for (String words : sought) {
        Fx.await("runs are listed", () -> list.getItems().size() > 0);
        Fx.run(() -> find.setText(words));
        Fx.await(words + " is found", () -> !list.getItems().isEmpty());
        Fx.run(() -> find.setText(""));
      }
    }
  }

  private static void press(Shell shell, KeyCodeCombination keys) {
    boolean shift = keys.getShift() == KeyCombination.ModifierValue.DOWN;
    shell.fireEvent(
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", keys.getCode(), shift, true, false, false));
  }

  @Test
  @DisplayName("ux-01: the window's style is compiled, with all that its text says")
  void compiledStyle() throws Exception {
    URL text = Objects.requireNonNull(Themes.class.getResource("window.css"));
    URL compiled = Objects.requireNonNull(Themes.class.getResource("window.bss"));
    assertEquals(rules(new CssParser().parse(text)), rules(Stylesheet.loadBinary(compiled)));
  }

  private static List<String> rules(Stylesheet sheet) {
    return sheet.getRules().stream()
        .map(
            rule ->
                rule.getSelectors()
                    + " "
                    + rule.getDeclarations().stream().map(Declaration::getProperty).toList())
        .toList();
  }

  @Test
  @DisplayName("ux-18: light, dark, and as the system has it, without a restart")
  void themes() throws Exception {
    try (Fx fx = Fx.open(folder.resolve("home"), null, progress -> folder)) {
      var system = new SimpleObjectProperty<>(ColorScheme.LIGHT);
      Themes themes = Fx.call(() -> new Themes(system));
      Fx.run(() -> themes.choose(ThemeChoice.SYSTEM));
      assertEquals(false, Fx.call(themes::isDark));
      Fx.run(() -> system.set(ColorScheme.DARK));
      assertEquals(true, Fx.call(themes::isDark), "the system turned dark while it was open");
      Fx.run(() -> themes.choose(ThemeChoice.LIGHT));
      assertEquals(false, Fx.call(themes::isDark), "a choice of one's own stands above it");
      Fx.run(() -> themes.choose(ThemeChoice.DARK));
      Fx.run(() -> system.set(ColorScheme.LIGHT));
      assertEquals(true, Fx.call(themes::isDark));
      Fx.run(() -> themes.choose(ThemeChoice.SYSTEM));
      assertEquals(false, Fx.call(themes::isDark));
    }
  }
}
