package io.liftwerk.app.window.base;

import io.liftwerk.app.plan.Plan;
import io.liftwerk.app.plan.PlanNotes;
import io.liftwerk.briefs.BriefExport;
import io.liftwerk.briefs.BriefRequest;
import io.liftwerk.briefs.BriefResult;
import io.liftwerk.briefs.BriefReview;
import io.liftwerk.briefs.StoredBriefs;
import io.liftwerk.experiments.AbTestRequest;
import io.liftwerk.experiments.AbTestResult;
import io.liftwerk.experiments.BanditSimulationRequest;
import io.liftwerk.experiments.BanditSimulationResult;
import io.liftwerk.experiments.ExperimentPlan;
import io.liftwerk.experiments.ExperimentRegistered;
import io.liftwerk.experiments.PolicyEvaluationRequest;
import io.liftwerk.experiments.PolicyEvaluationResult;
import io.liftwerk.experiments.UpliftRequest;
import io.liftwerk.experiments.UpliftResult;
import io.liftwerk.ingest.ColumnDecision;
import io.liftwerk.ingest.Erasure;
import io.liftwerk.ingest.FilePreview;
import io.liftwerk.ingest.FolderWatch;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.ingest.ImportResult;
import io.liftwerk.ingest.RawRow;
import io.liftwerk.ingest.Recipes;
import io.liftwerk.ingest.RetentionResult;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.ingest.WatchResult;
import io.liftwerk.ingest.WatchedFolder;
import io.liftwerk.keywords.KeywordExport;
import io.liftwerk.keywords.KeywordRequest;
import io.liftwerk.keywords.KeywordResult;
import io.liftwerk.keywords.KeywordReview;
import io.liftwerk.keywords.KeywordTerms;
import io.liftwerk.knowledge.IndexResult;
import io.liftwerk.knowledge.KnowledgeSources;
import io.liftwerk.knowledge.Role;
import io.liftwerk.knowledge.RoleResult;
import io.liftwerk.knowledge.SearchRequest;
import io.liftwerk.knowledge.SearchResult;
import io.liftwerk.report.ReportRequest;
import io.liftwerk.report.ReportResult;
import io.liftwerk.report.ReportSettings;
import io.liftwerk.scoring.ChurnTimeRequest;
import io.liftwerk.scoring.ChurnTimeResult;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.LifetimeValueRequest;
import io.liftwerk.scoring.LifetimeValueResult;
import io.liftwerk.scoring.ModelChangeRequest;
import io.liftwerk.scoring.ModelChangeResult;
import io.liftwerk.scoring.ModelComparisonRequest;
import io.liftwerk.scoring.ModelComparisonResult;
import io.liftwerk.scoring.ModelExportResult;
import io.liftwerk.scoring.ModelReference;
import io.liftwerk.scoring.ModelVersion;
import io.liftwerk.scoring.OutcomeValues;
import io.liftwerk.scoring.SegmentList;
import io.liftwerk.scoring.SegmentRequest;
import io.liftwerk.scoring.SegmentResult;
import io.liftwerk.scoring.Segments;
import io.liftwerk.warehouse.BuildResult;
import io.liftwerk.warehouse.CheckResult;
import io.liftwerk.warehouse.ConsentResult;
import io.liftwerk.warehouse.ConsentSettingsRequest;
import io.liftwerk.warehouse.CustomerMatchResult;
import io.liftwerk.warehouse.HeldBack;
import io.liftwerk.warehouse.KpiRequest;
import io.liftwerk.warehouse.KpiResult;
import io.liftwerk.warehouse.LineageGraph;
import io.liftwerk.warehouse.RowSources;
import io.liftwerk.warehouse.activation.Platform;
import io.liftwerk.warehouse.consent.Use;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.Page;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.VaultStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the window asks of the modules, in one place: tests of pages answer in its stead. Everything
 * but the making of jobs may take a while and is called beside the screen.
 */
public interface Engine {

  /**
   * The ten steps with what there is to show for each.
   *
   * @param locale of the notes and of the key figures' names
   */
  Plan plan(Locale locale);

  /** Changes what is written to the steps of the plan. */
  PlanNotes planNotes();

  /** Tables and views of all layers. */
  List<TableInfo> tables();

  Page page(TableRef table, @Nullable String orderBy, boolean descending, long offset, int limit);

  /** What the tables of bronze were loaded from, by table name. */
  Map<String, SourceTable> sources();

  FilePreview preview(Path file);

  /** The exports that the workspace knows. */
  Recipes recipes();

  /**
   * A row of a loaded table beside the text it was read from.
   *
   * @param table name in bronze
   * @param row all its cells as {@link #page} gives them
   */
  RawRow raw(String table, List<@Nullable Object> row);

  Job<ImportResult> importing(ImportRequest request);

  /** Folders whose new files are imported while the workspace is open. */
  List<WatchedFolder> watched();

  /** Watches {@code folder} from now on. */
  Job<WatchResult> watching(Path folder);

  /** Watches {@code folder} no longer; what was imported from it stays. */
  Job<WatchResult> unwatching(Path folder);

  /**
   * Begins to look at the watched folders, those that are added later included, and ends when the
   * workspace is closed.
   */
  void watch(FolderWatch.Submitter submitter, FolderWatch.Listener listener);

  /** Gives a table of bronze another name. */
  Job<?> renaming(String table, String name);

  /** Removes a table of bronze; {@link #undoing} brings it back. */
  Job<?> removing(String table);

  /**
   * Takes back the import, rename, removal or decision that the run {@code step} made; fails when
   * another came after it.
   */
  Job<?> undoing(String step);

  /** Reads a column of a table as {@code decision} says. */
  Job<?> deciding(String table, ColumnDecision decision);

  Job<?> exporting(TableRef table, Path file);

  Job<LeadScoringResult> scoring(LeadScoringRequest request);

  /** Every version of every trained model, by model, oldest first. */
  List<ModelVersion> models();

  /** Promotes, rolls back, retires or annotates a version. */
  Job<ModelChangeResult> changingModel(ModelChangeRequest request);

  /** Compares two versions on the same rows. */
  Job<ModelComparisonResult> comparing(ModelComparisonRequest request);

  /** Writes a version to a file, in the form that its ending asks for. */
  Job<ModelExportResult> exportingModel(ModelReference model, Path file);

  /** What customers will still buy. */
  Job<LifetimeValueResult> valuing(LifetimeValueRequest request);

  /** How long contracts run. */
  Job<ChurnTimeResult> following(ChurnTimeRequest request);

  /** Compares the arms of an experiment; the look is written down. */
  Job<AbTestResult> comparingArms(AbTestRequest request);

  /** Plans of experiments with the looks there were at each, by id. */
  List<ExperimentRegistered> plans() throws Exception;

  /** Writes down what an experiment is to show, before anybody looks. */
  Job<ExperimentRegistered> planning(ExperimentPlan plan);

  /** The customers that the run {@code run} valued, best first; none once they were replaced. */
  Rows customers(LifetimeValueResult result, String run);

  /** The ranked list that the run {@code run} made, best first; empty once it was replaced. */
  Rows ranking(LeadScoringResult result, String run);

  /**
   * The run whose ranking of the same table replaced that of {@code run}: null while none did,
   * empty when it is not known which.
   */
  @Nullable String rankingReplacedBy(LeadScoringResult result, String run);

  /** Whom a treatment moves. */
  Job<UpliftResult> uplift(UpliftRequest request);

  /** The people that the run {@code run} ranked by uplift, best first; none once replaced. */
  Rows upliftScores(UpliftResult result, String run);

  /** Plays policies on rates. */
  Job<BanditSimulationResult> simulating(BanditSimulationRequest request);

  /** Values a policy by the log of another. */
  Job<PolicyEvaluationResult> evaluating(PolicyEvaluationRequest request);

  /** Looks into search terms. */
  Job<KeywordResult> mining(KeywordRequest request);

  /**
   * The terms of the run {@code run} in which the n-gram {@code folded} occurs, the costliest
   * first; none once another run replaced them.
   */
  List<KeywordTerms.Row> termsBehind(String run, String folded, int limit);

  /** Remembers what was decided on negatives. */
  Job<KeywordReview.Result> reviewing(List<KeywordReview.Decision> decisions);

  /** Compares competitors with own sources on a topic, and writes a brief and a draft. */
  Job<BriefResult> briefing(BriefRequest request);

  /** Names of the clusters of the last run on keywords, the most clicked first. */
  List<String> keywordClusters();

  /** The newest brief of an id, with what people did to its draft. */
  StoredBriefs.Stored brief(String id);

  /** Keeps what people do to a draft. */
  Job<BriefReview.Result> reviewingBrief(BriefReview.Request request);

  /** Writes a brief, or its draft for a CMS. */
  Job<BriefExport.Result> exportingBrief(BriefExport.Request request);

  /** Writes negatives and keywords for the editor of a channel, and how to take them back. */
  Job<KeywordExport.Result> exportingKeywords(KeywordExport.Request request);

  /** What can be indexed of the sources, and what is. */
  KnowledgeSources knowledge();

  /** Brings the index of the sources up to date. */
  Job<IndexResult> indexing();

  /** Says whose a source is. */
  Job<RoleResult> indexRole(String source, Role role);

  /** Finds passages in the index. */
  SearchResult search(SearchRequest request);

  /** The segments that were saved, by name. */
  List<Segments.Saved> segments();

  /** The tables whose rankings a table of gold holds. */
  List<String> scored(TableRef ranking);

  /** Saves a segment; one of the same name is replaced. */
  Job<SegmentResult> segment(SegmentRequest request);

  /** Removes a segment. */
  Job<?> withoutSegment(String name);

  /** Writes those of a segment whom consent covers as a list. */
  Job<SegmentList.Result> list(SegmentList.Request request);

  /** Writes the hashes of the covered persons of a table for a platform. */
  Job<CustomerMatchResult> matching(Platform platform, String table, String reason);

  /** Writes a report for a client from results. */
  Job<ReportResult> reporting(ReportRequest request);

  /** What every report of the workspace begins with. */
  ReportSettings reportSettings();

  /** Keeps whom reports are for. */
  ReportSettings keepClient(String client);

  /** Keeps a copy of a logo for reports; null for none. */
  ReportSettings keepLogo(@Nullable Path file);

  /** Copies a file that a run wrote, named relative to the workspace, to {@code target}. */
  void copyOut(String file, Path target);

  /** Most frequent values of a column, most frequent first. */
  List<OutcomeValues.Value> values(TableRef table, String column);

  /** Builds what has changed of the models. */
  Job<BuildResult> building();

  /** Runs the tests on what is built. */
  Job<CheckResult> checking();

  /** Counts who is covered by consent, who is held back, and why. */
  Job<ConsentResult> countingConsent();

  /** Changes what consent is asked for, or on what a source rests. */
  Job<?> settingConsent(ConsentSettingsRequest request);

  /** The key figures of a period. */
  KpiResult kpis(KpiRequest request);

  /** Whom consent for {@code use} holds back from a table, as it was counted last. */
  HeldBack heldBack(TableRef table, Use use);

  /** Where a table or column comes from. */
  LineageGraph lineage(String target);

  /** The queries that fetch the rows of bronze behind a table's rows with that key. */
  RowSources rowsBehind(String table, Map<String, @Nullable String> key);

  /** The rows of a query that a module has written. */
  Rows query(String select);

  /** The rows of a table, those of failed tests included. */
  Rows rows(TableRef table);

  /** How vault and retention stand. */
  Governance governance();

  /** Gives the vault's passphrase for as long as the workspace is open. */
  void unlock(char[] passphrase);

  /** Locks the vault by a passphrase from now on. */
  void lockBy(char[] passphrase);

  /** Keeps the rows of a table that many days; null for ever. */
  Job<?> keeping(String table, @Nullable Integer days);

  /** Takes out the rows whose time is over; {@link #rewrite} then takes their bytes. */
  Job<RetentionResult> retaining();

  /** Replaces identifiers in loads from before there were pseudonyms. */
  Job<?> migrating();

  /** Erases those who have one of these addresses or numbers. May have to open the vault. */
  Erasure erasing(List<String> lines);

  /** Writes the databases anew without what was deleted. */
  void rewrite();

  /**
   * How vault and retention stand.
   *
   * @param inClear tables of bronze that still hold identifiers
   * @param tables names of those that may have a period
   * @param periods days that rows are kept, by table
   */
  record Governance(
      VaultStatus vault, List<String> inClear, List<String> tables, Map<String, Integer> periods) {}

  /** Newest first. */
  List<RunRecord> runs();

  /** The run with this number, null when there is none. */
  @Nullable RunRecord run(String id);

  /** Whether {@link #again} can repeat runs of the kind of {@code run}. */
  boolean isRepeatable(RunRecord run);

  /** The job that repeats {@code run}. */
  Job<?> again(RunRecord run);

  /** Checks the audit trail. */
  Audit audit();

  /**
   * What a check of the audit trail found.
   *
   * @param intact whether nothing speaks against the trail
   * @param entries lines in it
   * @param sealed how many of them are covered by a signature
   * @param key fingerprint of the key that signed
   * @param findings what was found, one sentence each
   * @param limits what such a check cannot detect, one sentence each
   */
  record Audit(
      boolean intact,
      long entries,
      long sealed,
      String key,
      List<String> findings,
      List<String> limits) {}
}
