package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.control.FigureView;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.keywords.KeywordRequest;
import io.liftwerk.keywords.KeywordReview;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From search-term reports to decisions, by keyboard. */
class KeywordsPageTest {
  private static final Path REPORT =
      Path.of(System.getProperty("liftwerk.root"), "sample-data/google-ads/Suchbegriffe.csv");

  @TempDir private Path folder;

  private Path workspace(boolean loaded) throws Exception {
    try (Workspace made = Workspace.create(folder.resolve("Nordwand"))) {
      if (loaded) {
        var runner = new JobRunner(made, Runnable::run);
        runner.run(new FileImport(ImportRequest.of(List.of(REPORT.toString()))));
        runner.run(new MadeKeywords(KeywordRequest.standard()));
      }
      return made.folder();
    }
  }

  private static Shell shell(Fx fx) {
    return Objects.requireNonNull(fx.window.shell());
  }

  private static Models models(Fx fx) {
    return Objects.requireNonNull(fx.window.models());
  }

  private static void tab(Fx fx, String name) {
    ToggleButton tab = fx.named(ToggleButton.class, name);
    Fx.run(tab::fire);
    Fx.settle();
  }

  private static void press(TableView<?> table, KeyCode... codes) {
    for (KeyCode code : codes) {
      Fx.run(
          () ->
              table.fireEvent(
                  new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }
  }

  private static List<String> verdicts(Fx fx) {
    return Fx.call(
        () ->
            models(fx).keywords().review().lines().stream()
                .map(line -> line.text() + "=" + line.verdict())
                .toList());
  }

  private static void named(Fx fx, String where) {
    assertEquals(Set.of(), WorkbenchTest.nameless(fx, where), "ux-21");
  }

  @Test
  void withoutReportsThePageSaysWhatToDo() throws Exception {
    try (Fx fx = Fx.open(folder.resolve("home"), workspace(false), null)) {
      Fx.run(() -> fx.window.language(Language.ENGLISH));
      Fx.run(() -> shell(fx).go(PageId.KEYWORDS));
      Fx.await("what to do", () -> fx.shows("Import search-term reports of Google Ads"));
      Button go = fx.named(Button.class, "Go to Data");
      Fx.run(go::fire);
      Fx.await("there", () -> models(fx).page() == PageId.DATA);
    }
  }

  @Test
  void aReportIsWalkedByKeyboard() throws Exception {
    try (Fx fx = Fx.open(folder.resolve("home"), workspace(true), null)) {
      Fx.run(() -> fx.window.language(Language.ENGLISH));
      Fx.run(() -> shell(fx).go(PageId.RUNS));
      Fx.await("runs", () -> models(fx).runs().found().size() == 2);
      Button open = fx.named(Button.class, "Open result");
      Fx.run(open::fire);
      Fx.await("the page of its kind", () -> models(fx).page() == PageId.KEYWORDS);
      Fx.await("finding", () -> fx.shows("Two words waste 300.00 EUR."));
      Fx.await("whole", () -> fx.shows("Used and left out"));
      assertTrue(fx.shows("No report tells what conversions are worth."), "notes");
      assertTrue(fx.shows("12\u00a0% hidden by the platforms"), "ux-16");
      assertTrue(fx.shows("4 rows left out: money in CHF"), "ux-16");

      ngrams(fx);
      negatives(fx);
      pictures(fx);

      tab(fx, "Mapping");
      Fx.await("keywords", () -> fx.shows("1 search should become a keyword"));
      Fx.await("overlaps", () -> fx.shows("1 search is paid for in several ad groups"));
      Fx.await("gaps", () -> fx.shows("1 cluster has no page that answers it"));
      named(fx, "mapping");
      Fx.run(() -> shell(fx).showOrigin(true));
      Fx.await("origin", () -> fx.shows("gold.keyword_ngrams"));
      Fx.run(() -> fx.window.language(Language.GERMAN));
      Fx.await("ux-22", () -> fx.shows("1 Suche sollte Keyword werden"));
    }
  }

  private static void ngrams(Fx fx) {
    @SuppressWarnings("unchecked")
    TableView<Object> table = fx.named(TableView.class, "N-grams");
    Fx.await("listed", () -> table.getItems().size() == 3);
    named(fx, "n-grams");
    TextField find = fx.named(TextField.class, "Find n-grams");
    Fx.run(() -> find.setText("gra"));
    Fx.await("found", () -> table.getItems().size() == 1);
    Fx.run(() -> table.getSelectionModel().selectFirst());
    Fx.await("why", () -> fx.shows("of the clicks are expected to convert"));
    Fx.await("its terms are another run's", () -> fx.shows("Another run has replaced the terms"));
    press(table, KeyCode.E);
    Fx.await("excluded", () -> fx.shows("Excluded as exact"));
    assertEquals(
        List.of("gratis=null", "kostenlos=null", "anleitung=rejected", "gratis=accepted"),
        verdicts(fx));
    press(table, KeyCode.U);
    Fx.await("taken back", () -> fx.shows("Exclude as exact (E)"));
  }

  private static void negatives(Fx fx) {
    tab(fx, "Negatives (3)");
    TableView<?> table = fx.named(TableView.class, "Suggested negatives");
    assertEquals(0, Fx.call(() -> table.getSelectionModel().getSelectedIndex()));
    assertTrue(fx.shows("It has no conversions."), "why");
    press(table, KeyCode.A);
    Fx.await("sum", () -> fx.shows("Accepted saves 200.00\u00a0EUR of 300.50\u00a0EUR"));
    assertEquals(1, Fx.call(() -> table.getSelectionModel().getSelectedIndex()), "goes on");
    press(table, KeyCode.R, KeyCode.A);
    assertEquals(
        List.of("gratis=accepted", "kostenlos=rejected", "anleitung=accepted"), verdicts(fx));
    assertTrue(fx.shows("0 open · 2 accepted · 1 rejected"));
    press(table, KeyCode.U);
    assertEquals(List.of("gratis=accepted", "kostenlos=rejected", "anleitung=null"), verdicts(fx));
    tab(fx, "open");
    assertEquals(1, Fx.call(() -> table.getItems().size()));
    named(fx, "negatives");
    Fx.await(
        "written down once the hand rests",
        () ->
            Objects.requireNonNull(fx.window.session()).workspace().ledger().list().stream()
                .anyMatch(run -> run.job().equals(KeywordReview.NAME)));
    Fx.await("all of it", () -> !models(fx).keywords().review().isUnsaved());
    assertFalse(fx.shows("That did not work"));
  }

  private static void pictures(Fx fx) {
    tab(fx, "Clusters");
    Fx.await("map", () -> fx.all(FigureView.class).size() == 2);
    assertEquals(
        List.of("keyword-clusters", "keyword-intents"),
        Fx.call(
            () -> fx.all(FigureView.class).stream().map(view -> view.figure().name()).toList()));
    Fx.await("the rest", () -> fx.shows("12 terms are in no cluster"));
    named(fx, "clusters");
  }

  @Test
  void settingsAreTypedAndAsked() throws Exception {
    try (Fx fx = Fx.open(folder.resolve("home"), workspace(true), null)) {
      Fx.run(() -> fx.window.language(Language.ENGLISH));
      Fx.run(() -> shell(fx).go(PageId.KEYWORDS));
      var model = models(fx).keywords();
      Fx.await("restored", () -> model.shownProperty().get() != null);
      assertNull(Fx.call(() -> model.settings().table()));
      Fx.run(() -> model.table("bronze.suchbegriffe"));
      TextField most = fx.named(TextField.class, "Conversion at most");
      TextField brands = fx.named(TextField.class, "Own brands");
      Fx.run(
          () -> {
            most.setText("40");
            brands.setText("Nordwand, NW");
          });
      Fx.await("ux-06: older figures are not claimed", () -> model.isStale());
      Button run = fx.named(Button.class, "Run");
      Fx.run(run::fire);
      Fx.await(
          "the engine has worked", () -> model.workingProperty().get() == null && !model.isStale());
      var shown = Objects.requireNonNull(Fx.call(() -> model.shownProperty().get()));
      assertEquals(List.of("Nordwand", "NW"), shown.request().brands());
      assertEquals("40", String.valueOf(shown.request().maxCpa()));
      assertNotNull(shown.result().totals().cost());
      assertFalse(shown.result().ngrams().isEmpty());
      assertFalse(fx.shows("That did not work"));
    }
  }
}
