package io.liftwerk.app.window;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.base.ThemeChoice;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of every page, light and dark, in both languages, in {@code target/screenshots}. */
class ScreenshotsTest {
  private static final Path SHOTS =
      Path.of(System.getProperty("liftwerk.root"), "app/target/screenshots");
  private static final Path EXPORT =
      Path.of(System.getProperty("liftwerk.root"), "sample-data/crm_leads.csv");

  @TempDir private static Path folder;
  private static Path workspace = Path.of("");

  @BeforeAll
  static void loadAndScore() {
    try (Workspace made = Workspace.create(folder.resolve("Nordwand"))) {
      workspace = made.folder();
      var runner = new JobRunner(made, Runnable::run);
      runner.run(new FileImport(ImportRequest.of(List.of(EXPORT.toString()))));
      for (long seed : List.of(1L, 7L)) {
        runner.run(
            new LeadScoring(
                new LeadScoringRequest(
                    "bronze.crm_leads", "Abgeschlossen", null, null, List.of(), null, seed)));
      }
    }
  }

  @Test
  void english() throws Exception {
    everyPage(Language.ENGLISH);
  }

  @Test
  void german() throws Exception {
    everyPage(Language.GERMAN);
  }

  private static void everyPage(Language language) throws Exception {
    Path home = folder.resolve("home-" + language);
    try (Fx fx = Fx.open(home, null, progress -> workspace)) {
      Fx.run(() -> fx.window.language(language));
      both(fx, language, "1-welcome");
    }
    try (Fx fx = Fx.open(home, workspace, null)) {
      Models models = Objects.requireNonNull(fx.window.models());
      Shell shell = Objects.requireNonNull(fx.window.shell());
      Fx.await("rows", () -> fx.shows("L-1000"));
      both(fx, language, "3-data");
      var columns = fx.named(ToggleButton.class, fx.window.messages().text("data.columns"));
      Fx.run(columns::fire);
      both(fx, language, "4-columns");
      Fx.run(() -> models.data().preview(List.of(EXPORT)));
      Fx.await("preview", () -> fx.shows(fx.window.messages().text("preview.reading")));
      both(fx, language, "2-preview");
      Fx.run(() -> models.data().dismiss());
      Fx.run(() -> shell.go(PageId.LEADS));
      Fx.await("result", () -> models.leads().shownProperty().get() != null);
      both(fx, language, "5-leads");
      ScrollPane scroll = fx.named(ScrollPane.class, fx.window.messages().text("page.leads"));
      Fx.run(() -> scroll.setVvalue(1));
      both(fx, language, "6-leads-list");
      Fx.run(
          () -> {
            scroll.setVvalue(0);
            models.leads().seed(8);
            shell.showOrigin(true);
          });
      both(fx, language, "7-leads-stale-origin");
      Fx.run(
          () -> {
            models.leads().seed(7);
            shell.showOrigin(false);
            shell.go(PageId.RUNS);
            models.runs().verify();
          });
      Fx.await("verdict", () -> models.runs().auditProperty().get() != null);
      both(fx, language, "8-runs");
      Fx.run(shell::openPalette);
      both(fx, language, "9-palette");
      Fx.run(
          () ->
              fx.window
                  .dialogs()
                  .error(
                      new WorkbenchException(
                          "file-empty",
                          "The file leads.csv is empty.",
                          "Export it again, with at least a header and one row.")));
      both(fx, language, "10-error");
    }
  }

  private static void both(Fx fx, Language language, String name) {
    for (ThemeChoice theme : List.of(ThemeChoice.DARK, ThemeChoice.LIGHT)) {
      Fx.run(() -> fx.window.theme(theme));
      fx.shoot(
          SHOTS.resolve(
              "%s-%s-%s.png"
                  .formatted(
                      name,
                      language.code().toLowerCase(java.util.Locale.ROOT),
                      theme.name().toLowerCase(java.util.Locale.ROOT))));
    }
  }
}
