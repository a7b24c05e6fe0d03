package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.base.ThemeChoice;
import io.liftwerk.app.window.control.FigureView;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window from the first drop to the ranked list, as a user goes through it. */
class WorkbenchTest {
  @TempDir private Path folder;

  private Path workspace() {
    Path place = folder.resolve("Nordwand.liftwerk");
    Workspace.create(place).close();
    return place;
  }

  private Fx open() throws Exception {
    Fx fx = Fx.open(folder.resolve("home"), workspace(), null);
    Fx.run(
        () -> {
          fx.window.language(Language.ENGLISH);
          fx.window.theme(ThemeChoice.LIGHT);
        });
    return fx;
  }

  private static void load(Fx fx, Path file) {
    Fx.run(() -> models(fx).data().preview(List.of(file)));
    Fx.await(
        "preview",
        () -> {
          var waiting = models(fx).data().waitingProperty().get();
          return waiting != null && waiting.preview() != null;
        });
    Button load = fx.named(Button.class, "Load");
    Fx.run(load::fire);
    Fx.await("table", () -> models(fx).data().selectedProperty().get() != null);
  }

  private static Models models(Fx fx) {
    return java.util.Objects.requireNonNull(fx.window.models());
  }

  private static Shell shell(Fx fx) {
    return java.util.Objects.requireNonNull(fx.window.shell());
  }

  @Test
  void fromADroppedFileToAFinding() throws Exception {
    Path file = Fixtures.leads(folder, 900);
    try (Fx fx = open()) {
      Fx.await("an empty workspace says what to do", () -> fx.shows("Drop an export here"));
      load(fx, file);
      assertEquals(900, Fx.call(() -> models(fx).data().selectedProperty().get().rows()));
      Fx.await("rows on the screen", () -> fx.shows("L-00001"));
      Fx.await("size", () -> fx.shows("900 rows"));

      Button score = fx.named(Button.class, "Score leads");
      Fx.run(score::fire);
      Fx.await(
          "target", () -> "Gekauft".equals(models(fx).leads().settingsProperty().get().target()));
      Button train = fx.named(Button.class, "Train");
      Fx.run(train::fire);
      Fx.await("result", () -> models(fx).leads().shownProperty().get() != null);
      Fx.await("the finding on top", () -> fx.shows("Calling the top 20"));
      Fx.await("the figures of the ranking", () -> fx.all(FigureView.class).size() >= 9);
      Fx.await("why each stands where it does", () -> fx.shows("Why this lead"));
      Fx.await("what was used and left out", () -> fx.shows("75 open leads ranked"));

      Fx.run(() -> models(fx).leads().seed(8));
      assertTrue(fx.shows("settings have changed"), "ux-06: old figures are labelled as old");
      assertFalse(fx.shows("Calling the top 20\u00a0% reaches"), "and no finding claims them");
      Fx.run(() -> models(fx).leads().seed(7));
      assertFalse(fx.shows("settings have changed"));

      Fx.run(() -> shell(fx).go(PageId.RUNS));
      Fx.await("runs", () -> models(fx).runs().found().size() == 2);
      Button verify = fx.named(Button.class, "Verify audit trail");
      Fx.run(verify::fire);
      Fx.await("verdict", () -> models(fx).runs().auditProperty().get() != null);
      Fx.await("verdict", () -> fx.shows("The audit trail is intact"));
    }
    try (Fx again = Fx.open(folder.resolve("home"), folder.resolve("Nordwand.liftwerk"), null)) {
      assertEquals(PageId.RUNS, Fx.call(() -> models(again).page()), "ux-23: back where we were");
    }
  }

  @Test
  void whatGoesWrongIsASentenceWithACode() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.csv"));
    try (Fx fx = open()) {
      Fx.run(() -> models(fx).data().preview(List.of(empty)));
      Fx.await("dialog", () -> fx.shows("That did not work"));
      assertTrue(fx.shows("empty.csv"), "ux-13: names the file");
      assertTrue(fx.shows("Code: "), "ux-13: has a code");
      assertFalse(fx.shows("Exception"), "ux-13: no stack trace first");
      assertNotNull(fx.named(Button.class, "Copy details"));
      Fx.run(() -> press(fx, KeyCode.ESCAPE));
      Fx.await("closed", () -> !fx.shows("That did not work"));
      assertNull(Fx.call(() -> models(fx).data().waitingProperty().get()));
    }
  }

  @Test
  void languageAndThemeChangeWithoutARestart() throws Exception {
    try (Fx fx = open()) {
      Fx.run(() -> fx.window.language(Language.GERMAN));
      Fx.await("German", () -> fx.shows("Daten") && fx.shows("Bereit"));
      Fx.run(() -> fx.window.theme(ThemeChoice.DARK));
      assertTrue(Fx.call(() -> fx.stage.getScene().getRoot().getStyleClass().contains("dark")));
      Fx.run(() -> fx.window.theme(ThemeChoice.LIGHT));
      assertFalse(Fx.call(() -> fx.stage.getScene().getRoot().getStyleClass().contains("dark")));
    }
  }

  @Test
  void thePaletteFindsPagesByKeyboard() throws Exception {
    try (Fx fx = open()) {
      Fx.run(() -> shell(fx).openPalette());
      TextField find = fx.named(TextField.class, "Find a page, table, run or command");
      Fx.run(() -> find.setText("runs"));
      ListView<?> list = fx.named(ListView.class, "Found");
      assertEquals(1, Fx.call(() -> list.getItems().size()));
      Fx.run(() -> press(fx, KeyCode.ENTER));
      Fx.await("page", () -> models(fx).page() == PageId.RUNS);
    }
  }

  @Test
  void everyControlHasAName() throws Exception {
    Path file = Fixtures.leads(folder, 300);
    var nameless = new TreeSet<String>();
    try (Fx fx = open()) {
      nameless.addAll(nameless(fx, "data, empty"));
      Fx.run(() -> models(fx).data().preview(List.of(file)));
      Fx.await("preview", () -> fx.shows("How the columns will be read"));
      nameless.addAll(nameless(fx, "preview"));
      Fx.run(() -> models(fx).data().dismiss());
      load(fx, file);
      Fx.settle();
      nameless.addAll(nameless(fx, "data"));
      ToggleButton columns = fx.named(ToggleButton.class, "Columns");
      Fx.run(columns::fire);
      nameless.addAll(nameless(fx, "columns"));
      Fx.run(() -> shell(fx).go(PageId.LEADS));
      Fx.await("leads", () -> fx.shows("Target"));
      nameless.addAll(nameless(fx, "leads"));
      Fx.run(() -> shell(fx).go(PageId.RUNS));
      Fx.settle();
      nameless.addAll(nameless(fx, "runs"));
      Fx.run(() -> shell(fx).openPalette());
      nameless.addAll(nameless(fx, "palette"));
    }
    try (Fx fx = Fx.open(folder.resolve("home2"), null, progress -> folder)) {
      nameless.addAll(nameless(fx, "welcome"));
    }
    assertEquals(Set.of(), nameless, "ux-21");
  }

  /** Controls a user can act on that a screen reader could not name. */
  static Set<String> nameless(Fx fx, String page) {
    var found = new TreeSet<String>();
    for (Control control : fx.all(Control.class)) {
      boolean acts =
          control instanceof ButtonBase
              || control instanceof TextField
              || control instanceof ComboBoxBase
              || control instanceof TableView
              || control instanceof ListView
              || control instanceof ScrollPane;
      boolean inside =
          control.getParent() instanceof ComboBoxBase || control.getParent() instanceof TextArea;
      String name = Fx.call(control::getAccessibleText);
      String text = control instanceof Labeled labeled ? Fx.call(labeled::getText) : null;
      if (acts && !inside && (name == null || name.isBlank()) && (text == null || text.isBlank())) {
        found.add(page + ": " + control);
      }
    }
    return found;
  }

  private static void press(Fx fx, KeyCode code) {
    var owner = fx.stage.getScene().getFocusOwner();
    var event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    javafx.event.Event.fireEvent(owner == null ? fx.stage.getScene().getRoot() : owner, event);
  }
}
