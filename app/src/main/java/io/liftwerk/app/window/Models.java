package io.liftwerk.app.window;

import io.liftwerk.app.window.bandit.EvaluationModel;
import io.liftwerk.app.window.bandit.SimulationModel;
import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Builds;
import io.liftwerk.app.window.base.Preferences;
import io.liftwerk.app.window.base.Session;
import io.liftwerk.app.window.briefs.BriefsModel;
import io.liftwerk.app.window.consent.ConsentModel;
import io.liftwerk.app.window.data.DataModel;
import io.liftwerk.app.window.experiments.ExperimentModel;
import io.liftwerk.app.window.governance.GovernanceModel;
import io.liftwerk.app.window.keywords.KeywordsModel;
import io.liftwerk.app.window.kpi.KpiModel;
import io.liftwerk.app.window.lifetime.ContractsModel;
import io.liftwerk.app.window.lifetime.PurchasesModel;
import io.liftwerk.app.window.lineage.LineageModel;
import io.liftwerk.app.window.plan.PlanModel;
import io.liftwerk.app.window.quality.QualityModel;
import io.liftwerk.app.window.registry.RegistryModel;
import io.liftwerk.app.window.report.ReportModel;
import io.liftwerk.app.window.runs.RunsModel;
import io.liftwerk.app.window.scoring.ScoringModel;
import io.liftwerk.app.window.segments.SegmentsModel;
import io.liftwerk.app.window.sources.SourcesModel;
import io.liftwerk.app.window.uplift.UpliftModel;
import io.liftwerk.scoring.ScoringOptions.Purpose;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/** The state of the pages of one open workspace. It outlives the views. */
final class Models {
  private final Builds builds;
  private final PlanModel plan;
  private final DataModel data;
  private final QualityModel quality;
  private final ConsentModel consent;
  private final KpiModel kpis;
  private final LineageModel lineage;
  private final RegistryModel registry;
  private final ScoringModel leads;
  private final ScoringModel churn;
  private final ContractsModel contracts;
  private final PurchasesModel purchases;
  private final SegmentsModel segments;
  private final ExperimentModel experiments;
  private final UpliftModel uplift;
  private final SimulationModel simulation;
  private final EvaluationModel evaluation;
  private final IntegerProperty churnTab = new SimpleIntegerProperty();
  private final IntegerProperty lifetimeTab = new SimpleIntegerProperty();
  private final IntegerProperty banditTab = new SimpleIntegerProperty();
  private final KeywordsModel keywords;
  private final SourcesModel sources;
  private final BriefsModel briefs;
  private final RunsModel runs;
  private final ReportModel report;
  private final GovernanceModel governance;
  private PageId page;

  /**
   * @param place where the user was when the workspace was last open
   */
  Models(Session session, Background background, Preferences.@Nullable Place place) {
    builds = new Builds(session.engine(), session.jobs(), background);
    plan = new PlanModel(session.engine(), background);
    quality = new QualityModel(session.engine(), session.jobs(), builds, background);
    consent = new ConsentModel(session.engine(), session.jobs(), builds);
    kpis = new KpiModel(session.engine(), builds, background);
    lineage = new LineageModel(session.engine(), builds, background);
    data = new DataModel(session.engine(), session.jobs(), background);
    registry = new RegistryModel(session.engine(), session.jobs(), background);
    leads = new ScoringModel(session.engine(), session.jobs(), background, Purpose.LEADS);
    churn = new ScoringModel(session.engine(), session.jobs(), background, Purpose.CHURN);
    contracts = new ContractsModel(session.engine(), session.jobs(), background);
    purchases = new PurchasesModel(session.engine(), session.jobs(), background);
    segments = new SegmentsModel(session.engine(), session.jobs(), background);
    experiments = new ExperimentModel(session.engine(), session.jobs(), background);
    uplift = new UpliftModel(session.engine(), session.jobs(), background);
    simulation = new SimulationModel(session.engine(), session.jobs(), background);
    evaluation = new EvaluationModel(session.engine(), session.jobs(), background);
    keywords = new KeywordsModel(session.engine(), session.jobs(), background);
    sources = new SourcesModel(session.engine(), session.jobs(), background);
    briefs = new BriefsModel(session.engine(), session.jobs(), background);
    runs = new RunsModel(session.engine(), session.jobs(), background);
    report = new ReportModel(session.engine(), session.jobs(), background);
    governance = new GovernanceModel(session.engine(), session.jobs(), background);
    page = place == null ? PageId.PLAN : PageId.of(place.page());
    data.restore(place == null ? null : place.table());
    runs.restore(place == null ? null : place.run());
  }

  PlanModel plan() {
    return plan;
  }

  DataModel data() {
    return data;
  }

  QualityModel quality() {
    return quality;
  }

  ConsentModel consent() {
    return consent;
  }

  KpiModel kpis() {
    return kpis;
  }

  LineageModel lineage() {
    return lineage;
  }

  ScoringModel leads() {
    return leads;
  }

  RegistryModel registry() {
    return registry;
  }

  ScoringModel churn() {
    return churn;
  }

  /** How long contracts run; the Churn and the Lifetime value page show it. */
  ContractsModel contracts() {
    return contracts;
  }

  PurchasesModel purchases() {
    return purchases;
  }

  SourcesModel sources() {
    return sources;
  }

  SegmentsModel segments() {
    return segments;
  }

  ExperimentModel experiments() {
    return experiments;
  }

  UpliftModel uplift() {
    return uplift;
  }

  SimulationModel simulation() {
    return simulation;
  }

  EvaluationModel evaluation() {
    return evaluation;
  }

  /** Which question the Bandits page shows. */
  IntegerProperty banditTab() {
    return banditTab;
  }

  /** Which question the Churn page shows. */
  IntegerProperty churnTab() {
    return churnTab;
  }

  /** Which question the Lifetime value page shows. */
  IntegerProperty lifetimeTab() {
    return lifetimeTab;
  }

  BriefsModel briefs() {
    return briefs;
  }

  KeywordsModel keywords() {
    return keywords;
  }

  RunsModel runs() {
    return runs;
  }

  ReportModel report() {
    return report;
  }

  GovernanceModel governance() {
    return governance;
  }

  PageId page() {
    return page;
  }

  void page(PageId next) {
    page = next;
  }
}
