package io.liftwerk.app.window;

import io.liftwerk.app.RepeatableJobs;
import io.liftwerk.app.plan.Plan;
import io.liftwerk.app.plan.PlanNotes;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.briefs.BriefExport;
import io.liftwerk.briefs.BriefRequest;
import io.liftwerk.briefs.BriefResult;
import io.liftwerk.briefs.BriefReview;
import io.liftwerk.briefs.ContentBriefs;
import io.liftwerk.briefs.StoredBriefs;
import io.liftwerk.experiments.AbTest;
import io.liftwerk.experiments.AbTestRequest;
import io.liftwerk.experiments.AbTestResult;
import io.liftwerk.experiments.BanditSimulation;
import io.liftwerk.experiments.BanditSimulationRequest;
import io.liftwerk.experiments.BanditSimulationResult;
import io.liftwerk.experiments.ExperimentPlan;
import io.liftwerk.experiments.ExperimentRegister;
import io.liftwerk.experiments.ExperimentRegistered;
import io.liftwerk.experiments.PolicyEvaluation;
import io.liftwerk.experiments.PolicyEvaluationRequest;
import io.liftwerk.experiments.PolicyEvaluationResult;
import io.liftwerk.experiments.UpliftModels;
import io.liftwerk.experiments.UpliftRequest;
import io.liftwerk.experiments.UpliftResult;
import io.liftwerk.experiments.UpliftScores;
import io.liftwerk.ingest.BronzeTables;
import io.liftwerk.ingest.ColumnDecision;
import io.liftwerk.ingest.Erasure;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.FilePreview;
import io.liftwerk.ingest.FilePreviews;
import io.liftwerk.ingest.FolderWatch;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.ingest.ImportResult;
import io.liftwerk.ingest.Migration;
import io.liftwerk.ingest.RawRow;
import io.liftwerk.ingest.Recipes;
import io.liftwerk.ingest.Retention;
import io.liftwerk.ingest.RetentionPeriods;
import io.liftwerk.ingest.RetentionRequest;
import io.liftwerk.ingest.RetentionResult;
import io.liftwerk.ingest.RetentionSettings;
import io.liftwerk.ingest.RetentionSettingsRequest;
import io.liftwerk.ingest.SourceChange;
import io.liftwerk.ingest.SourceChangeRequest;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.ingest.WatchChange;
import io.liftwerk.ingest.WatchRequest;
import io.liftwerk.ingest.WatchResult;
import io.liftwerk.ingest.WatchedFolder;
import io.liftwerk.keywords.KeywordExport;
import io.liftwerk.keywords.KeywordMining;
import io.liftwerk.keywords.KeywordRequest;
import io.liftwerk.keywords.KeywordResult;
import io.liftwerk.keywords.KeywordReview;
import io.liftwerk.keywords.KeywordTerms;
import io.liftwerk.knowledge.IndexRequest;
import io.liftwerk.knowledge.IndexResult;
import io.liftwerk.knowledge.KnowledgeBase;
import io.liftwerk.knowledge.KnowledgeIndexing;
import io.liftwerk.knowledge.KnowledgeSources;
import io.liftwerk.knowledge.Role;
import io.liftwerk.knowledge.RoleRequest;
import io.liftwerk.knowledge.RoleResult;
import io.liftwerk.knowledge.RoleSetting;
import io.liftwerk.knowledge.SearchRequest;
import io.liftwerk.knowledge.SearchResult;
import io.liftwerk.report.ClientReport;
import io.liftwerk.report.ReportRequest;
import io.liftwerk.report.ReportResult;
import io.liftwerk.report.ReportSettings;
import io.liftwerk.scoring.BatchScoring;
import io.liftwerk.scoring.ChurnTime;
import io.liftwerk.scoring.ChurnTimeRequest;
import io.liftwerk.scoring.ChurnTimeResult;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.LifetimeValue;
import io.liftwerk.scoring.LifetimeValueRequest;
import io.liftwerk.scoring.LifetimeValueResult;
import io.liftwerk.scoring.ModelChange;
import io.liftwerk.scoring.ModelChangeRequest;
import io.liftwerk.scoring.ModelChangeResult;
import io.liftwerk.scoring.ModelComparison;
import io.liftwerk.scoring.ModelComparisonRequest;
import io.liftwerk.scoring.ModelComparisonResult;
import io.liftwerk.scoring.ModelExport;
import io.liftwerk.scoring.ModelExportRequest;
import io.liftwerk.scoring.ModelExportResult;
import io.liftwerk.scoring.ModelReference;
import io.liftwerk.scoring.ModelRegistry;
import io.liftwerk.scoring.ModelVersion;
import io.liftwerk.scoring.OutcomeValues;
import io.liftwerk.scoring.RankedLeads;
import io.liftwerk.scoring.SegmentList;
import io.liftwerk.scoring.SegmentRemoval;
import io.liftwerk.scoring.SegmentRequest;
import io.liftwerk.scoring.SegmentResult;
import io.liftwerk.scoring.SegmentSaving;
import io.liftwerk.scoring.Segments;
import io.liftwerk.scoring.ValuedCustomers;
import io.liftwerk.warehouse.BuildRequest;
import io.liftwerk.warehouse.BuildResult;
import io.liftwerk.warehouse.CheckRequest;
import io.liftwerk.warehouse.CheckResult;
import io.liftwerk.warehouse.ConsentReport;
import io.liftwerk.warehouse.ConsentResult;
import io.liftwerk.warehouse.ConsentSettings;
import io.liftwerk.warehouse.ConsentSettingsRequest;
import io.liftwerk.warehouse.CustomerMatchExport;
import io.liftwerk.warehouse.CustomerMatchLists;
import io.liftwerk.warehouse.CustomerMatchRequest;
import io.liftwerk.warehouse.CustomerMatchResult;
import io.liftwerk.warehouse.HeldBack;
import io.liftwerk.warehouse.HeldBackCount;
import io.liftwerk.warehouse.KpiRequest;
import io.liftwerk.warehouse.KpiResult;
import io.liftwerk.warehouse.Kpis;
import io.liftwerk.warehouse.Lineage;
import io.liftwerk.warehouse.LineageGraph;
import io.liftwerk.warehouse.ModelBuild;
import io.liftwerk.warehouse.QualityCheck;
import io.liftwerk.warehouse.RowSources;
import io.liftwerk.warehouse.activation.Platform;
import io.liftwerk.warehouse.consent.Use;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobCatalog;
import io.liftwerk.workspace.Page;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableExport;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.Tables;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The modules at work in an open workspace. */
final class WorkspaceEngine implements Engine {
  private static final Set<String> REPEATABLE =
      Set.of(
          FileImport.NAME,
          LeadScoring.NAME,
          LeadScoring.CHURN,
          BatchScoring.NAME,
          ModelComparison.NAME,
          LifetimeValue.NAME,
          ChurnTime.NAME,
          AbTest.NAME,
          UpliftModels.NAME,
          BanditSimulation.NAME,
          PolicyEvaluation.NAME,
          KeywordMining.NAME,
          ContentBriefs.NAME,
          TableExport.NAME);

  private final Workspace workspace;
  private final Tables tables;
  private final BronzeTables sources;
  private final JobCatalog catalog = RepeatableJobs.catalog();

  WorkspaceEngine(Workspace workspace) {
    this.workspace = workspace;
    this.tables = new Tables(workspace);
    this.sources = new BronzeTables(workspace);
  }

  @Override
  public Plan plan(Locale locale) {
    return Plan.of(workspace, locale);
  }

  @Override
  public PlanNotes planNotes() {
    return new PlanNotes(workspace);
  }

  @Override
  public List<TableInfo> tables() {
    return tables.list();
  }

  @Override
  public Page page(
      TableRef table, @Nullable String orderBy, boolean descending, long offset, int limit) {
    return orderBy == null
        ? tables.page(table, offset, limit)
        : tables.page(table, orderBy, descending, offset, limit);
  }

  @Override
  public Map<String, SourceTable> sources() {
    return sources.list().stream()
        .collect(Collectors.toMap(SourceTable::name, Function.identity()));
  }

  @Override
  public FilePreview preview(Path file) {
    return FilePreviews.of(file, Recipes.of(workspace));
  }

  @Override
  public Recipes recipes() {
    return Recipes.of(workspace);
  }

  @Override
  public RawRow raw(String table, List<@Nullable Object> row) {
    return sources.raw(table, row);
  }

  @Override
  public Job<ImportResult> importing(ImportRequest request) {
    return new FileImport(request);
  }

  @Override
  public List<WatchedFolder> watched() {
    return FolderWatch.folders(workspace);
  }

  @Override
  public Job<WatchResult> watching(Path folder) {
    return new WatchChange(WatchRequest.watch(folder));
  }

  @Override
  public Job<WatchResult> unwatching(Path folder) {
    return new WatchChange(WatchRequest.unwatch(folder));
  }

  @Override
  public void watch(FolderWatch.Submitter submitter, FolderWatch.Listener listener) {
    new FolderWatch(workspace, submitter, listener).start();
  }

  @Override
  public Job<?> renaming(String table, String name) {
    return new SourceChange(SourceChangeRequest.rename(table, name));
  }

  @Override
  public Job<?> removing(String table) {
    return new SourceChange(SourceChangeRequest.remove(table));
  }

  @Override
  public Job<?> undoing(String step) {
    return new SourceChange(SourceChangeRequest.undo(step));
  }

  @Override
  public Job<?> deciding(String table, ColumnDecision decision) {
    return new SourceChange(
        SourceChangeRequest.decide(table, decision.name(), decision.type(), decision.format()));
  }

  @Override
  public Job<?> exporting(TableRef table, Path file) {
    return new TableExport(table, file);
  }

  @Override
  public Job<LeadScoringResult> scoring(LeadScoringRequest request) {
    return new LeadScoring(request);
  }

  @Override
  public List<ModelVersion> models() {
    return ModelRegistry.of(workspace).list();
  }

  @Override
  public Job<ModelChangeResult> changingModel(ModelChangeRequest request) {
    return new ModelChange(request);
  }

  @Override
  public Job<ModelComparisonResult> comparing(ModelComparisonRequest request) {
    return new ModelComparison(request);
  }

  @Override
  public Job<ModelExportResult> exportingModel(ModelReference model, Path file) {
    return new ModelExport(new ModelExportRequest(model, file.toString()));
  }

  @Override
  public Job<LifetimeValueResult> valuing(LifetimeValueRequest request) {
    return new LifetimeValue(request);
  }

  @Override
  public Job<ChurnTimeResult> following(ChurnTimeRequest request) {
    return new ChurnTime(request);
  }

  @Override
  public Job<AbTestResult> comparingArms(AbTestRequest request) {
    return new AbTest(request);
  }

  @Override
  public List<ExperimentRegistered> plans() throws SQLException {
    return ExperimentRegister.list(workspace);
  }

  @Override
  public Job<ExperimentRegistered> planning(ExperimentPlan plan) {
    return new ExperimentRegister(plan);
  }

  @Override
  public Rows customers(LifetimeValueResult result, String run) {
    return query(ValuedCustomers.select(result, run));
  }

  @Override
  public @Nullable String rankingReplacedBy(LeadScoringResult result, String run) {
    return new RankedLeads(workspace, result, run).replacedBy();
  }

  @Override
  public Rows ranking(LeadScoringResult result, String run) {
    var ranked = new RankedLeads(workspace, result, run);
    return new Rows() {
      @Override
      public long count() {
        return result.rows() + result.openRows();
      }

      @Override
      public List<TableInfo.Column> columns() {
        return ranked.columns();
      }

      @Override
      public boolean sortable() {
        return false;
      }

      @Override
      public Page page(@Nullable String orderBy, boolean descending, long offset, int limit) {
        return ranked.page(offset, limit);
      }
    };
  }

  @Override
  public Job<UpliftResult> uplift(UpliftRequest request) {
    return new UpliftModels(request);
  }

  @Override
  public Rows upliftScores(UpliftResult result, String run) {
    return query(UpliftScores.select(result, run));
  }

  @Override
  public Job<BanditSimulationResult> simulating(BanditSimulationRequest request) {
    return new BanditSimulation(request);
  }

  @Override
  public Job<PolicyEvaluationResult> evaluating(PolicyEvaluationRequest request) {
    return new PolicyEvaluation(request);
  }

  @Override
  public Job<BriefResult> briefing(BriefRequest request) {
    return new ContentBriefs(request);
  }

  @Override
  public List<String> keywordClusters() {
    return StoredBriefs.clusters(workspace);
  }

  @Override
  public StoredBriefs.Stored brief(String id) {
    return StoredBriefs.find(workspace, id);
  }

  @Override
  public Job<BriefReview.Result> reviewingBrief(BriefReview.Request request) {
    return new BriefReview(request);
  }

  @Override
  public Job<BriefExport.Result> exportingBrief(BriefExport.Request request) {
    return new BriefExport(request, new StoredBriefs());
  }

  @Override
  public Job<KeywordResult> mining(KeywordRequest request) {
    return new KeywordMining(request);
  }

  @Override
  public List<KeywordTerms.Row> termsBehind(String run, String folded, int limit) {
    return KeywordTerms.behind(workspace, run, folded, limit);
  }

  @Override
  public Job<KeywordReview.Result> reviewing(List<KeywordReview.Decision> decisions) {
    return new KeywordReview(new KeywordReview.Request(decisions));
  }

  @Override
  public Job<KeywordExport.Result> exportingKeywords(KeywordExport.Request request) {
    return new KeywordExport(request);
  }

  @Override
  public KnowledgeSources knowledge() {
    return KnowledgeSources.of(workspace);
  }

  @Override
  public Job<IndexResult> indexing() {
    return new KnowledgeIndexing(IndexRequest.AS_BEFORE);
  }

  @Override
  public Job<RoleResult> indexRole(String source, Role role) {
    return new RoleSetting(new RoleRequest(source, role));
  }

  @Override
  public SearchResult search(SearchRequest request) {
    try (KnowledgeBase base = KnowledgeBase.open(workspace)) {
      return base.search(request);
    }
  }

  @Override
  public List<Segments.Saved> segments() {
    return new Segments(workspace).list();
  }

  @Override
  public List<String> scored(TableRef ranking) {
    return new Segments(workspace).scored(ranking);
  }

  @Override
  public Job<SegmentResult> segment(SegmentRequest request) {
    return new SegmentSaving(request);
  }

  @Override
  public Job<?> withoutSegment(String name) {
    return new SegmentRemoval(new SegmentRemoval.Request(name));
  }

  @Override
  public Job<SegmentList.Result> list(SegmentList.Request request) {
    return new SegmentList(request);
  }

  @Override
  public Job<CustomerMatchResult> matching(Platform platform, String table, String reason) {
    return new CustomerMatchExport(new CustomerMatchRequest(platform, table, reason));
  }

  @Override
  public Job<ReportResult> reporting(ReportRequest request) {
    return new ClientReport(request);
  }

  @Override
  public ReportSettings reportSettings() {
    return ReportSettings.of(workspace);
  }

  @Override
  public ReportSettings keepClient(String client) {
    return ReportSettings.keepClient(workspace, client);
  }

  @Override
  public ReportSettings keepLogo(@Nullable Path file) {
    return file == null
        ? ReportSettings.withoutLogo(workspace)
        : ReportSettings.keepLogo(workspace, file);
  }

  @Override
  public void copyOut(String file, Path target) {
    try {
      Path part = target.resolveSibling("." + target.getFileName() + ".part");
      Files.copy(workspace.folder().resolve(file), part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new WorkbenchException(
          "export-unwritable",
          "The file " + target + " cannot be written: " + e.getMessage() + ".",
          "Choose a folder you may write to.",
          e);
    }
  }

  @Override
  public List<OutcomeValues.Value> values(TableRef table, String column) {
    return OutcomeValues.of(workspace, table, column);
  }

  @Override
  public Job<BuildResult> building() {
    return new ModelBuild(BuildRequest.everything());
  }

  @Override
  public Job<CheckResult> checking() {
    return new QualityCheck(CheckRequest.now(List.of()));
  }

  @Override
  public Job<ConsentResult> countingConsent() {
    return new ConsentReport();
  }

  @Override
  public Job<?> settingConsent(ConsentSettingsRequest request) {
    return new ConsentSettings(request);
  }

  @Override
  public KpiResult kpis(KpiRequest request) {
    return new Kpis(workspace).view(request);
  }

  @Override
  public HeldBack heldBack(TableRef table, Use use) {
    return HeldBackCount.of(workspace).behind(table, use);
  }

  @Override
  public LineageGraph lineage(String target) {
    return new Lineage(workspace).of(target);
  }

  @Override
  public RowSources rowsBehind(String table, Map<String, @Nullable String> key) {
    return new Lineage(workspace).rows(table, key);
  }

  @Override
  public Rows query(String select) {
    return TableRows.of(tables, select);
  }

  @Override
  public Rows rows(TableRef table) {
    return TableRows.of(tables, table);
  }

  @Override
  public Governance governance() {
    try {
      return new Governance(
          workspace.vault().status(),
          sources.inClear(),
          sources.list().stream().map(SourceTable::name).toList(),
          new RetentionPeriods(workspace).list());
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static WorkbenchException unreadable(SQLException e) {
    return new WorkbenchException(
        "table-unreadable", "The warehouse cannot be read: " + e.getMessage() + ".", "", e);
  }

  @Override
  public void unlock(char[] passphrase) {
    workspace.vault().offer(passphrase);
    workspace.vault().pseudonyms();
  }

  @Override
  public void lockBy(char[] passphrase) {
    workspace.vault().lockBy(passphrase);
  }

  @Override
  public Job<?> keeping(String table, @Nullable Integer days) {
    return new RetentionSettings(new RetentionSettingsRequest(table, days));
  }

  @Override
  public Job<RetentionResult> retaining() {
    return new Retention(new RetentionRequest(LocalDate.now(ZoneOffset.UTC)));
  }

  @Override
  public Job<?> migrating() {
    return new Migration();
  }

  @Override
  public Erasure erasing(List<String> lines) {
    return Erasure.of(workspace, lines, new CustomerMatchLists());
  }

  @Override
  public void rewrite() {
    try {
      workspace.rewrite();
    } catch (SQLException | IOException e) {
      throw new WorkbenchException(
          "rewrite", "The databases cannot be written anew: " + e.getMessage() + ".", "", e);
    }
  }

  @Override
  public List<RunRecord> runs() {
    return workspace.ledger().list();
  }

  @Override
  public @Nullable RunRecord run(String id) {
    return workspace.ledger().find(id).orElse(null);
  }

  @Override
  public boolean isRepeatable(RunRecord run) {
    return REPEATABLE.contains(run.job());
  }

  @Override
  public Job<?> again(RunRecord run) {
    return catalog.again(run, null);
  }

  @Override
  public Audit audit() {
    return AuditWords.of(workspace.audit().verify());
  }
}
