package io.liftwerk.app.window;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.ThemeChoice;
import io.liftwerk.app.window.data.DataModel;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pictures of pages as one comes to them, light and dark, in both languages, in {@code
 * target/screenshots}; made when they are asked for, with {@code -Dliftwerk.pictures=true}. What
 * the pages do is tested elsewhere.
 */
@EnabledIfSystemProperty(named = "liftwerk.pictures", matches = "true")
class ScreenshotsTest {
  private static final Path SHOTS =
      Path.of(System.getProperty("liftwerk.root"), "app/target/screenshots");
  private static final Path SAMPLE = Path.of(System.getProperty("liftwerk.root"), "sample-data");
  private static final Path EXPORT = SAMPLE.resolve("crm_leads.csv");

  @TempDir private static Path folder;
  private static Path workspace = Path.of("");

  @BeforeAll
  static void loadAndScore() throws IOException {
    try (Workspace made = Workspace.create(folder.resolve("Nordwand"))) {
      workspace = made.folder();
      var runner = new JobRunner(made, Runnable::run);
      List<Path> exports =
          List.of(
              EXPORT,
              SAMPLE.resolve("google-ads/Suchbegriffe.csv"),
              Fixtures.tampered(folder),
              SAMPLE.resolve("hubspot/contacts.csv"),
              SAMPLE.resolve("meta/Nordwand-Anzeigen-Tage.csv"),
              SAMPLE.resolve("woocommerce/orders.csv"));
      runner.run(new FileImport(ImportRequest.of(exports.stream().map(Path::toString).toList())));
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
      Fx.run(() -> models.data().select(new TableRef("bronze", "crm_leads")));
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
      fx.showError();
      both(fx, language, "10-error");
    }
  }

  @Test
  void dataInEnglish() throws Exception {
    dataPage(Language.ENGLISH);
  }

  @Test
  void dataInGerman() throws Exception {
    dataPage(Language.GERMAN);
  }

  private static void dataPage(Language language) throws Exception {
    Path home = folder.resolve("home-data-" + language);
    Fixtures.shopVisits(workspace);
    Fixtures.footfall(workspace);
    try (Fx fx = Fx.open(home, workspace, null)) {
      Fx.run(() -> fx.window.language(language));
      Messages messages = fx.window.messages();
      DataModel data = Objects.requireNonNull(fx.window.models()).data();
      Fx.await("tables", () -> data.tables().size() > 5);
      Fx.run(() -> data.select(new TableRef("bronze", "suchbegriffe")));
      Fx.await("rows", () -> fx.shows("kletterschuh"));
      both(fx, language, "11-report");
      ToggleButton raw = fx.named(ToggleButton.class, messages.text("raw.show", "F4"));
      Fx.run(raw::fire);
      Fx.await("raw line", () -> fx.shows(messages.text("raw.line", 4, "Suchbegriffe.csv")));
      both(fx, language, "12-raw-line");
      Fx.run(() -> data.select(new TableRef("bronze", "suchbegriffe_kopie")));
      ToggleButton totals = fx.named(ToggleButton.class, messages.text("totals.missed"));
      Fx.run(totals::fire);
      both(fx, language, "14-totals-missed");
      ToggleButton aside = fx.named(ToggleButton.class, messages.text("aside.count", 5));
      Fx.run(aside::fire);
      both(fx, language, "15-aside");
      ToggleButton columns = fx.named(ToggleButton.class, messages.text("data.columns"));
      Fx.run(columns::fire);
      Fx.await("samples", () -> fx.shows("regenjacken"));
      both(fx, language, "16-columns-of-a-report");
      Fx.run(() -> data.preview(List.of(SAMPLE.resolve("google-ads/Suchbegriffe.csv"))));
      Fx.await("preview", () -> fx.shows(messages.text("preview.reading")));
      both(fx, language, "17-preview-kind");
      Fx.run(() -> data.dismiss());
      Path empty = Files.writeString(folder.resolve("leer.csv"), "");
      Fx.run(
          () ->
              data.preview(
                  List.of(
                      visits(),
                      SAMPLE.resolve("google-ads/Suchbegriffe.csv"),
                      SAMPLE.resolve("tiktok/ad_report_by_day.csv"),
                      SAMPLE.resolve("screaming-frog"),
                      empty,
                      SAMPLE.resolve("pipedrive/deals.csv"))));
      Fx.await("question", () -> fx.shows(messages.text("kind.open")));
      Fx.await("all looked at", () -> data.dropped().unseen() == 0);
      both(fx, language, "18-preview-two-kinds");
      Fx.run(() -> data.dropped().show(data.dropped().waiting().get(4)));
      both(fx, language, "19-preview-unreadable");
      Fx.run(() -> data.dropped().show(data.dropped().waiting().get(3)));
      both(fx, language, "20-preview-folder");
      small(fx, language, data);
    }
  }

  /** As little room as a window may have; it does not grow again afterwards. */
  private static void small(Fx fx, Language language, DataModel data) {
    Fx.run(
        () -> {
          fx.stage.setWidth(1024);
          fx.stage.setHeight(700);
          data.dropped().show(data.dropped().waiting().getFirst());
        });
    both(fx, language, "21-preview-small");
    Fx.run(
        () -> {
          data.dropped().dismissAll();
          data.select(new TableRef("bronze", "suchbegriffe"));
        });
    Messages messages = fx.window.messages();
    Fx.await("rows", () -> fx.shows("kletterschuh"));
    ToggleButton raw = fx.named(ToggleButton.class, messages.text("raw.show", "F4"));
    Fx.run(
        () -> {
          raw.setSelected(false);
          raw.setSelected(true);
        });
    Fx.await("raw line", () -> fx.shows(messages.text("raw.line", 4, "Suchbegriffe.csv")));
    both(fx, language, "22-raw-line-small");
  }

  private static Path visits() {
    try {
      return Fixtures.visits(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
