package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.kpi.KpiModel;
import io.liftwerk.app.window.lineage.LineageModel;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.warehouse.BuildRequest;
import io.liftwerk.warehouse.CheckRequest;
import io.liftwerk.warehouse.ConsentReport;
import io.liftwerk.warehouse.HeldBack;
import io.liftwerk.warehouse.KpiResult;
import io.liftwerk.warehouse.ModelBuild;
import io.liftwerk.warehouse.QualityCheck;
import io.liftwerk.warehouse.consent.Use;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quality, Consent, KPIs and Lineage, on a few of the sample client's exports. */
class WarehousePagesTest {
  private static final Path SAMPLE = Path.of(System.getProperty("liftwerk.root"), "sample-data");

  @TempDir private static Path made;
  private static Path loaded;
  private static Path built;
  @TempDir private Path folder;
  private Fx fx;
  private Models models;
  private Shell shell;

  @BeforeAll
  static void load() throws IOException {
    built = made.resolve("Built.liftwerk");
    try (Workspace workspace = Workspace.create(made.resolve("Nordwand"))) {
      loaded = workspace.folder();
      List<String> files =
          List.of(
              SAMPLE.resolve("crm_leads.csv").toString(),
              SAMPLE.resolve("google-ads/Kampagnenbericht.csv").toString(),
              SAMPLE.resolve("meta/Nordwand-Anzeigen-Tage.csv").toString(),
              SAMPLE.resolve("woocommerce/orders.csv").toString());
      new JobRunner(workspace, Runnable::run).run(new FileImport(ImportRequest.of(files)));
    }
    Fixtures.copy(loaded, built);
    try (Workspace workspace = Workspace.open(built)) {
      var runner = new JobRunner(workspace, Runnable::run);
      runner.run(new ModelBuild(BuildRequest.everything()));
      runner.run(new QualityCheck(CheckRequest.now(List.of())));
      runner.run(new ConsentReport());
    }
  }

  @BeforeEach
  void open() throws Exception {
    open(built);
  }

  /** Opens the window on a copy of {@code place}. */
  private void open(Path place) throws Exception {
    Path mine = folder.resolve(String.valueOf(place.getFileName()));
    Fixtures.copy(place, mine);
    fx = Fx.open(folder.resolve("home"), mine, null);
    models = Objects.requireNonNull(fx.window.models());
    shell = Objects.requireNonNull(fx.window.shell());
  }

  @AfterEach
  void close() {
    fx.close();
  }

  private String text(String key, Object... arguments) {
    return fx.window.messages().text(key, arguments);
  }

  /** With figures, their tests and the count of consent on the screen. */
  private void figures() {
    Fx.run(() -> shell.go(PageId.KPIS));
    arrived();
  }

  private void arrived() {
    Fx.await("figures", () -> models.kpis().shownProperty().get() != null && !kpis().isEmpty());
    Fx.await(
        "tests and consent",
        () ->
            models.quality().shownProperty().get() != null
                && models.consent().shownProperty().get() != null);
  }

  @Test
  void theFirstFiguresAreAClickAway() throws Exception {
    fx.close();
    open(loaded);
    Fx.run(() -> shell.go(PageId.KPIS));
    Fx.await("an invitation to build", () -> fx.shows(text("build.none")));
    fire(text("build.first"));
    arrived();
    assertEquals(
        0, new BigDecimal("191910.20").compareTo(Objects.requireNonNull(kpi("spend").value())));
    assertFalse(Objects.requireNonNull(models.kpis().builds().stateProperty().get()).isOlder());
  }

  private void fire(String words) {
    Button button =
        fx.all(Button.class).stream()
            .filter(one -> words.equals(one.getText()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no button '" + words + "'"));
    Fx.run(button::fire);
  }

  private List<KpiResult.Kpi> kpis() {
    KpiModel.Shown shown = models.kpis().shownProperty().get();
    return shown == null ? List.of() : shown.result().kpis();
  }

  private KpiResult.Kpi kpi(String id) {
    return kpis().stream()
        .filter(kpi -> kpi.definition().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + id));
  }

  @Test
  void aFigureWalksBackToItsRowsInThreeClicks() {
    figures();
    assertEquals(
        0, new BigDecimal("191910.20").compareTo(Objects.requireNonNull(kpi("spend").value())));
    // one: the figure
    ToggleButton tile =
        fx.all(ToggleButton.class).stream()
            .filter(one -> String.valueOf(one.getAccessibleText()).startsWith("Return on ad spend"))
            .findFirst()
            .orElseThrow();
    Fx.run(tile::fire);
    // two: where it comes from
    fire(text("kpi.trace"));
    Fx.await("a graph", () -> models.lineage().shownProperty().get() != null);
    LineageModel.Shown shown = Objects.requireNonNull(models.lineage().shownProperty().get());
    assertEquals("gold.kpi_daily.roas", shown.target().table() + "." + shown.target().column());
    // three: the report
    Button node =
        fx.all(Button.class).stream()
            .filter(one -> one.getStyleClass().containsAll(List.of("graph-node", "bronze")))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no table of bronze in the graph"));
    Fx.run(node::fire);
    Fx.await("rows", () -> models.lineage().rowsProperty().get() != null);
    assertTrue(Objects.requireNonNull(models.lineage().rowsProperty().get()).count() > 0);
  }

  @Test
  void aFigureSaysItsTestsAndLeadsToThem() {
    figures();
    Fx.await("tests of the figures", () -> kpi("spend").tests().tests() > 0);
    KpiResult.Tests tests = kpi("spend").tests();
    assertEquals(tests.tests(), tests.passed());
    assertFalse(tests.older());
    String words = text("kpi.tests.short", tests.passed(), tests.tests());
    fire(words);
    assertEquals(PageId.QUALITY, models.page());
    assertEquals(tests.tests(), models.quality().tests().size());
    assertTrue(
        models.quality().tests().stream().allMatch(one -> tests.tables().contains(one.table())));
    Fx.run(() -> models.quality().only(null));
    int all =
        Objects.requireNonNull(models.quality().shownProperty().get()).result().tests().size();
    assertEquals(all, models.quality().tests().size());
    assertTrue(all > tests.tests());
  }

  @Test
  void aFigureSaysWhoIsHeldBackAndLeadsToConsent() {
    figures();
    // without a value, and not there at all before it is known who is missing
    Fx.await(
        "counts", () -> kpis().stream().anyMatch(k -> k.definition().id().equals("net_revenue")));
    HeldBack held = kpi("net_revenue").heldBack();
    assertEquals(List.of("orders"), held.sources());
    assertEquals(
        held.held(),
        held.reasons().stream().mapToLong(io.liftwerk.warehouse.ConsentResult.Part::rows).sum());
    assertTrue(held.held() > 0);
    assertFalse(held.older());
    assertEquals(List.of(), kpi("spend").heldBack().sources());
    assertTrue(fx.shows(text("kpi.held.nobody.in")));
    fire(text("kpi.held.short", held.held()));
    assertEquals(PageId.CONSENT, models.page());
    assertEquals("orders", models.consent().sourceProperty().get());
    // the basis is another now, and the figures are still those of before
    Fx.run(
        () -> models.consent().state("a", "b", "orders", "other", "contract, Art. 6 (1) b GDPR"));
    Fx.await("older", () -> kpi("net_revenue").heldBack().older());
    Fx.run(() -> shell.go(PageId.KPIS));
    Fx.await("said on the tile", () -> fx.shows(text("kpi.older", text("kpi.held.nobody"))));
  }

  @Test
  void periodAndChannelNarrowTheFigures() {
    figures();
    BigDecimal all = Objects.requireNonNull(kpi("spend").value());
    Fx.run(() -> models.kpis().channel("google-ads"));
    Fx.await("one channel", () -> "google-ads".equals(shownChannel()));
    assertEquals(
        0, new BigDecimal("133052.34").compareTo(Objects.requireNonNull(kpi("spend").value())));
    Fx.run(
        () -> {
          models.kpis().from(LocalDate.of(2026, 9, 1));
          models.kpis().to(LocalDate.of(2026, 9, 30));
        });
    Fx.await("a month", () -> kpi("spend").before() != null);
    assertTrue(all.compareTo(Objects.requireNonNull(kpi("spend").value())) > 0);
  }

  private String shownChannel() {
    KpiModel.Shown shown = models.kpis().shownProperty().get();
    return shown == null ? "" : String.valueOf(shown.result().channel());
  }

  @Test
  void figuresAreMarkedOlderWhenSomethingWasLoadedSince() {
    figures();
    assertFalse(Objects.requireNonNull(models.kpis().builds().stateProperty().get()).isOlder());
    Fx.run(
        () -> models.consent().state("a", "b", "orders", "other", "contract, Art. 6 (1) b GDPR"));
    Fx.await(
        "older",
        () -> Objects.requireNonNull(models.kpis().builds().stateProperty().get()).isOlder());
    assertTrue(fx.shows(text("build.again")));
  }

  @Test
  void personsStayBackUntilTheBasisIsStated() {
    figures();
    Fx.run(() -> shell.go(PageId.CONSENT));
    Fx.await("questions", () -> fx.shows(text("consent.questions")));
    var before = Objects.requireNonNull(models.consent().shownProperty().get()).result();
    assertTrue(before.questions().stream().anyMatch(one -> one.source().equals("crm_leads")));
    assertEquals(0, before.total().getFirst().covered());
    Fx.run(() -> models.consent().state("a", "b", "crm_leads", "consent", ""));
    Fx.await(
        "an answer",
        () ->
            Objects.requireNonNull(models.consent().shownProperty().get())
                .result()
                .questions()
                .stream()
                .noneMatch(one -> one.source().equals("crm_leads")));
    var after = Objects.requireNonNull(models.consent().shownProperty().get()).result();
    assertTrue(after.total().getFirst().covered() > 0);
    for (var use : after.total()) {
      assertEquals(after.rows(), use.rows(), use.use().word());
    }
    Fx.run(() -> models.consent().useProperty().set(Use.ACTIVATION));
    assertTrue(fx.shows(text("consent.held")));
  }

  @Test
  void everyTestHasItsLineAndItsHistory() {
    figures();
    Fx.run(() -> shell.go(PageId.QUALITY));
    Fx.await("tests", () -> fx.shows(text("quality.tests")));
    var shown = models.quality().shownProperty().get();
    assertNotNull(shown);
    assertEquals(shown.result().totals().tests(), models.quality().tests().size());
    assertTrue(shown.result().stopping().isEmpty(), () -> shown.result().stopping().toString());
    Fx.run(() -> models.quality().select(models.quality().tests().getFirst()));
    fire(text("quality.check"));
    Fx.await(
        "a second run",
        () -> {
          var now = models.quality().shownProperty().get();
          return now != null && !now.run().id().equals(shown.run().id());
        });
    assertEquals(1, models.quality().tests().getFirst().history().size());
  }
}
