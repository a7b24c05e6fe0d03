package io.liftwerk.app;

import io.liftwerk.briefs.BriefExport;
import io.liftwerk.briefs.BriefRequest;
import io.liftwerk.briefs.BriefReview;
import io.liftwerk.briefs.ContentBriefs;
import io.liftwerk.briefs.StoredBriefs;
import io.liftwerk.experiments.AbTest;
import io.liftwerk.experiments.AbTestRequest;
import io.liftwerk.experiments.BanditSimulation;
import io.liftwerk.experiments.BanditSimulationRequest;
import io.liftwerk.experiments.ExperimentPlan;
import io.liftwerk.experiments.ExperimentRegister;
import io.liftwerk.experiments.Incrementality;
import io.liftwerk.experiments.IncrementalityRequest;
import io.liftwerk.experiments.PolicyEvaluation;
import io.liftwerk.experiments.PolicyEvaluationRequest;
import io.liftwerk.experiments.UpliftModels;
import io.liftwerk.experiments.UpliftRequest;
import io.liftwerk.ingest.Erasure;
import io.liftwerk.ingest.ErasureRequest;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.ingest.Migration;
import io.liftwerk.ingest.Retention;
import io.liftwerk.ingest.RetentionRequest;
import io.liftwerk.ingest.RetentionSettings;
import io.liftwerk.ingest.RetentionSettingsRequest;
import io.liftwerk.ingest.SourceChange;
import io.liftwerk.ingest.SourceChangeRequest;
import io.liftwerk.ingest.WatchChange;
import io.liftwerk.ingest.WatchRequest;
import io.liftwerk.keywords.KeywordExport;
import io.liftwerk.keywords.KeywordMining;
import io.liftwerk.keywords.KeywordRequest;
import io.liftwerk.keywords.KeywordReview;
import io.liftwerk.knowledge.IndexRequest;
import io.liftwerk.knowledge.KnowledgeIndexing;
import io.liftwerk.knowledge.RoleRequest;
import io.liftwerk.knowledge.RoleSetting;
import io.liftwerk.report.ClientReport;
import io.liftwerk.report.ReportRequest;
import io.liftwerk.scoring.BatchScoring;
import io.liftwerk.scoring.BatchScoringRequest;
import io.liftwerk.scoring.ChurnTime;
import io.liftwerk.scoring.ChurnTimeRequest;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.LifetimeValue;
import io.liftwerk.scoring.LifetimeValueRequest;
import io.liftwerk.scoring.ModelChange;
import io.liftwerk.scoring.ModelChangeRequest;
import io.liftwerk.scoring.ModelComparison;
import io.liftwerk.scoring.ModelComparisonRequest;
import io.liftwerk.scoring.ModelDrift;
import io.liftwerk.scoring.ModelDriftRequest;
import io.liftwerk.scoring.ModelExport;
import io.liftwerk.scoring.ModelExportRequest;
import io.liftwerk.scoring.ModelImport;
import io.liftwerk.scoring.ModelImportRequest;
import io.liftwerk.scoring.SegmentList;
import io.liftwerk.scoring.SegmentRemoval;
import io.liftwerk.scoring.SegmentRequest;
import io.liftwerk.scoring.SegmentSaving;
import io.liftwerk.warehouse.BuildRequest;
import io.liftwerk.warehouse.CheckRequest;
import io.liftwerk.warehouse.ConsentReport;
import io.liftwerk.warehouse.ConsentSettings;
import io.liftwerk.warehouse.ConsentSettingsRequest;
import io.liftwerk.warehouse.CustomerMatchExport;
import io.liftwerk.warehouse.CustomerMatchLists;
import io.liftwerk.warehouse.CustomerMatchRequest;
import io.liftwerk.warehouse.DbtExport;
import io.liftwerk.warehouse.DbtExportRequest;
import io.liftwerk.warehouse.DriftCheck;
import io.liftwerk.warehouse.DriftRequest;
import io.liftwerk.warehouse.ModelBuild;
import io.liftwerk.warehouse.OpenLineageExport;
import io.liftwerk.warehouse.OpenLineageRequest;
import io.liftwerk.warehouse.QualityCheck;
import io.liftwerk.workspace.JobCatalog;
import io.liftwerk.workspace.TableExport;
import io.liftwerk.workspace.TableExportRequest;

/** The jobs that a run's record can be made into again; window and command line share it. */
public final class RepeatableJobs {
  private RepeatableJobs() {}

  /** Every kind of job that can be repeated. */
  public static JobCatalog catalog() {
    return new JobCatalog()
        .register("import", ImportRequest.class, FileImport::new)
        .register(SourceChange.NAME, SourceChangeRequest.class, SourceChange::new)
        .register(WatchChange.NAME, WatchRequest.class, WatchChange::new)
        .register(TableExport.NAME, TableExportRequest.class, TableExport::new)
        .register(ModelBuild.NAME, BuildRequest.class, ModelBuild::new)
        .register(DbtExport.NAME, DbtExportRequest.class, DbtExport::new)
        .register(QualityCheck.NAME, CheckRequest.class, QualityCheck::new)
        .register(ConsentReport.NAME, ConsentReport.Request.class, ConsentReport::new)
        .register(ConsentSettings.NAME, ConsentSettingsRequest.class, ConsentSettings::new)
        .register(DriftCheck.NAME, DriftRequest.class, DriftCheck::new)
        .register(OpenLineageExport.NAME, OpenLineageRequest.class, OpenLineageExport::new)
        .register(CustomerMatchExport.NAME, CustomerMatchRequest.class, CustomerMatchExport::new)
        .register(
            Erasure.NAME,
            ErasureRequest.class,
            request -> new Erasure(request, new CustomerMatchLists()))
        .register(Migration.NAME, Migration.Request.class, request -> new Migration())
        .register(RetentionSettings.NAME, RetentionSettingsRequest.class, RetentionSettings::new)
        .register(Retention.NAME, RetentionRequest.class, Retention::new)
        .register(LeadScoring.NAME, LeadScoringRequest.class, LeadScoring::new)
        .register(LeadScoring.CHURN, LeadScoringRequest.class, LeadScoring::new)
        .register(LifetimeValue.NAME, LifetimeValueRequest.class, LifetimeValue::new)
        .register(ChurnTime.NAME, ChurnTimeRequest.class, ChurnTime::new)
        .register(SegmentSaving.NAME, SegmentRequest.class, SegmentSaving::new)
        .register(SegmentRemoval.NAME, SegmentRemoval.Request.class, SegmentRemoval::new)
        .register(SegmentList.NAME, SegmentList.Request.class, SegmentList::new)
        .register(Incrementality.NAME, IncrementalityRequest.class, Incrementality::new)
        .register(AbTest.NAME, AbTestRequest.class, AbTest::new)
        .register(ExperimentRegister.NAME, ExperimentPlan.class, ExperimentRegister::new)
        .register(UpliftModels.NAME, UpliftRequest.class, UpliftModels::new)
        .register(BanditSimulation.NAME, BanditSimulationRequest.class, BanditSimulation::new)
        .register(PolicyEvaluation.NAME, PolicyEvaluationRequest.class, PolicyEvaluation::new)
        .register(KeywordMining.NAME, KeywordRequest.class, KeywordMining::new)
        .register(KeywordReview.NAME, KeywordReview.Request.class, KeywordReview::new)
        .register(KeywordExport.NAME, KeywordExport.Request.class, KeywordExport::new)
        .register(KnowledgeIndexing.NAME, IndexRequest.class, KnowledgeIndexing::new)
        .register(RoleSetting.NAME, RoleRequest.class, RoleSetting::new)
        .register(ContentBriefs.NAME, BriefRequest.class, ContentBriefs::new)
        .register(BriefReview.NAME, BriefReview.Request.class, BriefReview::new)
        // a push is not among them: what leaves the computer is asked for each time
        .register(
            BriefExport.NAME,
            BriefExport.Request.class,
            request -> new BriefExport(request, new StoredBriefs()))
        .register(ClientReport.NAME, ReportRequest.class, ClientReport::new)
        .register(BatchScoring.NAME, BatchScoringRequest.class, BatchScoring::new)
        .register(ModelChange.NAME, ModelChangeRequest.class, ModelChange::new)
        .register(ModelComparison.NAME, ModelComparisonRequest.class, ModelComparison::new)
        .register(ModelDrift.NAME, ModelDriftRequest.class, ModelDrift::new)
        .register(ModelExport.NAME, ModelExportRequest.class, ModelExport::new)
        .register(ModelImport.NAME, ModelImportRequest.class, ModelImport::new);
  }

  /**
   * What another process may ask of the one that has the workspace open: work that reads and writes
   * nothing but the workspace, and needs no passphrase.
   */
  public static JobCatalog handedOver() {
    return new JobCatalog()
        .register(ModelBuild.NAME, BuildRequest.class, ModelBuild::new)
        .register(QualityCheck.NAME, CheckRequest.class, QualityCheck::new)
        .register(LeadScoring.NAME, LeadScoringRequest.class, LeadScoring::new)
        .register(LeadScoring.CHURN, LeadScoringRequest.class, LeadScoring::new)
        .register(LifetimeValue.NAME, LifetimeValueRequest.class, LifetimeValue::new)
        .register(ChurnTime.NAME, ChurnTimeRequest.class, ChurnTime::new)
        .register(KeywordMining.NAME, KeywordRequest.class, KeywordMining::new)
        .register(ContentBriefs.NAME, BriefRequest.class, ContentBriefs::new)
        .register(BatchScoring.NAME, BatchScoringRequest.class, BatchScoring::new)
        .register(ModelChange.NAME, ModelChangeRequest.class, ModelChange::new)
        .register(ModelComparison.NAME, ModelComparisonRequest.class, ModelComparison::new)
        .register(ModelDrift.NAME, ModelDriftRequest.class, ModelDrift::new);
  }
}
