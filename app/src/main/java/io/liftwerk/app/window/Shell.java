package io.liftwerk.app.window;

import io.liftwerk.app.window.bandit.EvaluationPage;
import io.liftwerk.app.window.bandit.SimulationPage;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.Preferences;
import io.liftwerk.app.window.base.Session;
import io.liftwerk.app.window.briefs.BriefsPage;
import io.liftwerk.app.window.consent.ConsentPage;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Overlay;
import io.liftwerk.app.window.control.PageView;
import io.liftwerk.app.window.control.PassphraseAsk;
import io.liftwerk.app.window.control.TabbedPage;
import io.liftwerk.app.window.control.Unfolding;
import io.liftwerk.app.window.data.DataPage;
import io.liftwerk.app.window.experiments.ExperimentsPage;
import io.liftwerk.app.window.governance.GovernancePage;
import io.liftwerk.app.window.keywords.KeywordsPage;
import io.liftwerk.app.window.kpi.KpiPage;
import io.liftwerk.app.window.lifetime.ContractsPage;
import io.liftwerk.app.window.lifetime.LifetimePage;
import io.liftwerk.app.window.lineage.LineageModel;
import io.liftwerk.app.window.lineage.LineagePage;
import io.liftwerk.app.window.plan.PlanPage;
import io.liftwerk.app.window.quality.QualityModel;
import io.liftwerk.app.window.quality.QualityPage;
import io.liftwerk.app.window.registry.RegistryPage;
import io.liftwerk.app.window.report.ReportDialog;
import io.liftwerk.app.window.runs.RunsPage;
import io.liftwerk.app.window.scoring.ScoringPage;
import io.liftwerk.app.window.segments.SegmentsPage;
import io.liftwerk.app.window.sources.SourcesPage;
import io.liftwerk.app.window.uplift.UpliftPage;
import io.liftwerk.warehouse.HeldBack;
import io.liftwerk.warehouse.KpiResult;
import io.liftwerk.workspace.TableRef;
import java.io.File;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;

/** The window around the pages of an open workspace. */
final class Shell extends BorderPane {
  private final Desk desk;
  private final Messages messages;
  private final Session session;
  private final Models models;
  private final Preferences preferences;
  private final WorkbenchWindow window;
  private final Map<PageId, PageView> pages = new EnumMap<>(PageId.class);
  private final Sidebar sidebar;
  private final TopBar topBar;
  private final OriginDrawer drawer;
  private final BorderPane middle = new BorderPane();
  private final Palette palette;

  /** What is in front is read anew once work has ended that may have changed it. */
  private final ListChangeListener<Jobs.Entry> whenIdle = change -> idle();

  Shell(
      Desk desk,
      Overlay overlay,
      Session session,
      Models models,
      Preferences preferences,
      WorkbenchWindow window) {
    this.desk = desk;
    this.messages = desk.messages();
    this.session = session;
    this.models = models;
    this.preferences = preferences;
    this.window = window;
    getStyleClass().add("shell");
    palette = new Palette(overlay, desk, this);
    session.jobs().door().asking(new PassphraseAsk(desk, session.engine()::unlock));
    sidebar = new Sidebar(messages, session.workspace().name(), this::go, window::leave);
    topBar = new TopBar(messages, this, window);
    drawer = new OriginDrawer(desk);
    middle.setTop(topBar);
    setLeft(sidebar);
    setCenter(middle);
    setBottom(new JobsBar(messages, session.jobs()));
    showOrigin(preferences.originOpen());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    acceptFiles();
    // weakly: another language makes another shell on the same jobs
    session.jobs().running().addListener(new WeakListChangeListener<>(whenIdle));
    models.data().selectedProperty().subscribe(table -> remember());
    models.runs().selectedProperty().subscribe(run -> remember());
  }

  /** Shows the page the user was on, once there is a first picture of what is around it. */
  void entered() {
    var pictures = new AtomicInteger();
    new Unfolding(
            this,
            () -> {
              if (pictures.incrementAndGet() == 1) {
                return true;
              }
              if (middle.getCenter() == null) {
                go(models.page());
              }
              return false;
            })
        .start();
  }

  private void idle() {
    if (session.jobs().running().isEmpty() && middle.getCenter() instanceof PageView page) {
      page.entered();
    }
  }

  /** Brings a page to the front. */
  void go(PageId id) {
    models.page(id);
    PageView page = pages.computeIfAbsent(id, this::make);
    sidebar.selected(id);
    topBar.page(messages.text("page." + id.id()), page);
    drawer.follow(page.origin());
    middle.setCenter(page);
    page.entered();
    remember();
  }

  private PageView make(PageId id) {
    return switch (id) {
      case PLAN -> new PlanPage(desk, models.plan(), new PlanWays(this, desk, models)::open);
      case DATA -> new DataPage(desk, models.data(), table -> scoreLeads(table));
      case QUALITY -> new QualityPage(desk, models.quality(), () -> go(PageId.DATA));
      case CONSENT -> new ConsentPage(desk, models.consent(), () -> go(PageId.DATA));
      case KPIS ->
          new KpiPage(
              desk,
              models.kpis(),
              new KpiPage.Ways(
                  () -> go(PageId.DATA), this::trace, this::showTests, this::showConsent));
      case LINEAGE ->
          new LineagePage(desk, models.lineage(), () -> go(PageId.DATA), this::openTable);
      case LEADS -> new ScoringPage(desk, models.leads(), () -> go(PageId.DATA), this::showConsent);
      case MODELS -> new RegistryPage(desk, models.registry(), () -> go(PageId.LEADS));
      case CHURN -> churn();
      case LIFETIME -> lifetime();
      case SEGMENTS -> new SegmentsPage(desk, models.segments(), () -> go(PageId.LEADS));
      case EXPERIMENTS -> ExperimentsPage.tabs(desk, models.experiments(), () -> go(PageId.DATA));
      case UPLIFT -> new UpliftPage(desk, models.uplift(), () -> go(PageId.DATA));
      case BANDITS -> bandits();
      case KEYWORDS -> new KeywordsPage(desk, models.keywords(), () -> go(PageId.DATA));
      case SOURCES -> new SourcesPage(desk, models.sources(), () -> go(PageId.DATA));
      case BRIEFS -> new BriefsPage(desk, models.briefs(), () -> go(PageId.DATA));
      case GOVERNANCE -> new GovernancePage(desk, models.governance());
      case RUNS ->
          new RunsPage(
              desk,
              models.runs(),
              new ResultPages(this, models)::of,
              () -> go(PageId.DATA),
              this::report);
    };
  }

  private TabbedPage churn() {
    return new TabbedPage(
        List.of(
            new TabbedPage.Tab(
                messages.text("churn.tab.who"),
                new ScoringPage(desk, models.churn(), () -> go(PageId.DATA), this::showConsent)),
            new TabbedPage.Tab(messages.text("churn.tab.when"), contracts())),
        models.churnTab(),
        models.churnTab()::set);
  }

  private TabbedPage lifetime() {
    return new TabbedPage(
        List.of(
            new TabbedPage.Tab(
                messages.text("lifetime.tab.purchases"),
                new LifetimePage(desk, models.purchases(), () -> go(PageId.DATA))),
            new TabbedPage.Tab(messages.text("lifetime.tab.contracts"), contracts())),
        models.lifetimeTab(),
        models.lifetimeTab()::set);
  }

  private TabbedPage bandits() {
    return new TabbedPage(
        List.of(
            new TabbedPage.Tab(
                messages.text("bandit.tab.simulate"),
                new SimulationPage(desk, models.simulation(), () -> go(PageId.DATA))),
            new TabbedPage.Tab(
                messages.text("bandit.tab.evaluate"),
                new EvaluationPage(desk, models.evaluation(), () -> go(PageId.DATA)))),
        models.banditTab(),
        models.banditTab()::set);
  }

  private ContractsPage contracts() {
    return new ContractsPage(desk, models.contracts(), () -> go(PageId.DATA));
  }

  private void scoreLeads(String table) {
    go(PageId.LEADS);
    models.leads().table(table);
  }

  /** Shows where a column of gold comes from. */
  private void trace(LineageModel.Target target) {
    models.lineage().open(target);
    go(PageId.LINEAGE);
  }

  /** Shows the tests of what a figure comes from. */
  private void showTests(KpiResult.Kpi kpi) {
    models
        .quality()
        .only(
            new QualityModel.Filter(
                kpi.definition().title(messages.locale()), Set.copyOf(kpi.tests().tables())));
    go(PageId.QUALITY);
  }

  /** Shows who is held back, in the one source that is meant where there is one. */
  private void showConsent(HeldBack held) {
    models
        .consent()
        .look(held.use(), held.sources().size() == 1 ? held.sources().getFirst() : null);
    go(PageId.CONSENT);
  }

  private void openTable(String table) {
    models.data().select(new TableRef("bronze", table));
    go(PageId.DATA);
  }

  private void remember() {
    var table = models.data().selectedProperty().get();
    var run = models.runs().selectedProperty().get();
    preferences.place(
        session.workspace().folder(),
        new Preferences.Place(
            models.page().id(),
            table == null ? null : table.ref().toString(),
            run == null ? null : run.id()));
  }

  /** Opens or closes the drawer that tells where a result comes from. */
  void showOrigin(boolean open) {
    preferences.originOpen(open);
    setRight(open ? drawer : null);
    topBar.originOpen(open);
  }

  boolean isOriginOpen() {
    return getRight() != null;
  }

  /** Asks for a report on {@code runs}; on the newest result of each kind when there are none. */
  void report(List<String> runs) {
    new ReportDialog(desk, models.report(), session.workspace().name(), runs).open();
  }

  void openPalette() {
    palette.open();
  }

  void showShortcuts() {
    desk.dialogs().inform(messages.text("shortcuts"), Shortcuts.table(messages));
  }

  Models models() {
    return models;
  }

  WorkbenchWindow window() {
    return window;
  }

  Session session() {
    return session;
  }

  private void key(KeyEvent event) {
    if (Shortcuts.PALETTE.match(event)) {
      event.consume();
      openPalette();
    } else if (Shortcuts.ORIGIN.match(event)) {
      event.consume();
      showOrigin(!isOriginOpen());
    } else if (Shortcuts.OPEN_FILES.match(event)) {
      event.consume();
      go(PageId.DATA);
      models.data().preview(desk.dialogs().files().files(messages.text("data.choose")));
    } else if (event.getCode() == KeyCode.F1) {
      event.consume();
      showShortcuts();
    } else {
      for (PageId page : PageId.values()) {
        if (page.keys().match(event)) {
          event.consume();
          go(page);
        }
      }
    }
  }

  /** Files may be dropped anywhere in the window. */
  private void acceptFiles() {
    setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
          }
          event.consume();
        });
    setOnDragDropped(
        event -> {
          Dragboard board = event.getDragboard();
          List<File> dropped = board.hasFiles() ? board.getFiles() : List.of();
          event.setDropCompleted(!dropped.isEmpty());
          event.consume();
          dropped(dropped);
        });
  }

  private void dropped(List<File> dropped) {
    if (dropped.size() == 1 && dropped.getFirst().getName().endsWith(".liftwerk")) {
      window.open(dropped.getFirst().toPath());
    } else if (!dropped.isEmpty()) {
      go(PageId.DATA);
      models.data().preview(dropped.stream().map(File::toPath).toList());
    }
  }
}
