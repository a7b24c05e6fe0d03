package io.liftwerk.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.briefs.BriefRequest;
import io.liftwerk.briefs.ContentBriefs;
import io.liftwerk.experiments.AbTest;
import io.liftwerk.experiments.AbTestRequest;
import io.liftwerk.experiments.BanditSimulation;
import io.liftwerk.experiments.BanditSimulationRequest;
import io.liftwerk.experiments.Incrementality;
import io.liftwerk.experiments.IncrementalityRequest;
import io.liftwerk.experiments.PolicyEvaluation;
import io.liftwerk.experiments.PolicyEvaluationRequest;
import io.liftwerk.experiments.UpliftModels;
import io.liftwerk.experiments.UpliftRequest;
import io.liftwerk.ingest.Erasure;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.ingest.Migration;
import io.liftwerk.ingest.Retention;
import io.liftwerk.ingest.RetentionRequest;
import io.liftwerk.keywords.KeywordMining;
import io.liftwerk.keywords.KeywordRequest;
import io.liftwerk.knowledge.IndexRequest;
import io.liftwerk.knowledge.KnowledgeIndexing;
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
import io.liftwerk.scoring.ModelComparison;
import io.liftwerk.scoring.ModelComparisonRequest;
import io.liftwerk.scoring.ModelDrift;
import io.liftwerk.scoring.ModelDriftRequest;
import io.liftwerk.scoring.ModelExport;
import io.liftwerk.scoring.ModelExportRequest;
import io.liftwerk.scoring.ModelImport;
import io.liftwerk.scoring.ModelImportRequest;
import io.liftwerk.scoring.ModelLabel;
import io.liftwerk.scoring.ModelReference;
import io.liftwerk.scoring.SegmentList;
import io.liftwerk.scoring.SegmentRequest;
import io.liftwerk.scoring.SegmentSaving;
import io.liftwerk.warehouse.BuildRequest;
import io.liftwerk.warehouse.CheckRequest;
import io.liftwerk.warehouse.ConsentReport;
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
import io.liftwerk.warehouse.activation.Platform;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.TableExport;
import io.liftwerk.workspace.TableExportRequest;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The jobs that may take more than a second, over a table {@code people} and its beginning, {@code
 * few}.
 *
 * @param folder of {@code people.csv}, and of what is exported
 * @param model that was trained on {@code few}, and written to {@code kept.json}
 * @param many whether there are many people: then the models are built, and of the model there are
 *     two versions
 * @param contacts of a simulated period
 */
record LongJobs(Workspace workspace, Path folder, String model, boolean many, int contacts) {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

  static LeadScoringRequest scoring(String table) {
    return new LeadScoringRequest(
        table, "Gekauft", null, null, List.of("Churn", "Laufzeit"), null, 7L);
  }

  /** By name; what changes the data for good comes last. */
  Map<String, Supplier<Job<?>>> all() {
    var jobs = new LinkedHashMap<String, Supplier<Job<?>>>();
    jobs.put(
        "import, CSV",
        () -> new FileImport(ImportRequest.of(List.of(folder.resolve("people.csv").toString()))));
    for (String ending : List.of("csv", "xlsx", "parquet")) {
      String target = folder.resolve("out." + ending).toString();
      jobs.put(
          "export, " + ending,
          () -> new TableExport(new TableExportRequest("bronze.people", target)));
    }
    jobs.put("build", () -> new ModelBuild(BuildRequest.everything()));
    jobs.put("check", () -> new QualityCheck(CheckRequest.now(List.of())));
    jobs.put("drift", () -> new DriftCheck(DriftRequest.tables("bronze.people", "bronze.few")));
    jobs.put("leads", () -> new LeadScoring(scoring("people")));
    jobs.put("score", () -> new BatchScoring(new BatchScoringRequest(model, null, "people", null)));
    jobs.put(
        "models drift",
        () -> new ModelDrift(new ModelDriftRequest(model, null, "people", null, null, null)));
    if (many) { // there is only one model for few rows
      jobs.put(
          "models compare",
          () ->
              new ModelComparison(
                  new ModelComparisonRequest(
                      new ModelReference(model, 1), new ModelReference(model, 2), "people")));
    }
    String exported = folder.resolve("model.json").toString();
    jobs.put(
        "model's export",
        () -> new ModelExport(new ModelExportRequest(new ModelReference(model, null), exported)));
    jobs.put(
        "model's import",
        () ->
            new ModelImport(
                new ModelImportRequest(
                    folder.resolve("kept.json").toString(), new ModelLabel("again", null, null))));
    jobs.put(
        "lineage",
        () ->
            new OpenLineageExport(
                new OpenLineageRequest(folder.resolve("lineage.json").toString())));
    jobs.put(
        "dbt", () -> new DbtExport(new DbtExportRequest(folder.resolve("project").toString())));
    jobs.put(
        "ltv",
        () ->
            new LifetimeValue(
                new LifetimeValueRequest(
                    "people", "Kunde", "Datum", "Umsatz", null, null, null, "day", 12, 0.1, DAY)));
    jobs.put(
        "churn time",
        () ->
            new ChurnTime(
                new ChurnTimeRequest(
                    "people",
                    null,
                    null,
                    "Laufzeit",
                    "Churn",
                    "Arm",
                    List.of("Vorher", "Besuche"),
                    null,
                    null,
                    12,
                    0.1,
                    DAY)));
    jobs.put("segment", () -> new SegmentSaving(segment("best")));
    jobs.put("segment's list", () -> new SegmentList(new SegmentList.Request("kept", true)));
    jobs.put(
        "abtest",
        () ->
            new AbTest(
                AbTestRequest.of(
                    "people", "Arm", "control", List.of("Gekauft:proportion", "Umsatz:revenue"))));
    jobs.put(
        "uplift",
        () ->
            new UpliftModels(
                UpliftRequest.of("people", "Arm", "control", "mail", "Gekauft", null, 7)));
    jobs.put(
        "incrementality",
        () ->
            new Incrementality(
                new IncrementalityRequest(
                    "people",
                    "Region",
                    "Datum",
                    "Umsatz",
                    List.of("R-1", "R-2"),
                    LocalDate.of(2025, 6, 1))));
    jobs.put(
        "bandit simulate",
        () ->
            new BanditSimulation(
                BanditSimulationRequest.of(
                    List.of("A", "B", "C"), List.of(0.02, 0.025, 0.03), contacts, 100, 7)));
    jobs.put(
        "bandit evaluate",
        () ->
            new PolicyEvaluation(
                new PolicyEvaluationRequest(
                    "people", "Arm", "Gekauft", "Chance", null, "best", null, 100, 3, 7)));
    jobs.put("keywords", () -> new KeywordMining(KeywordRequest.standard()));
    jobs.put("index", () -> new KnowledgeIndexing(new IndexRequest(null, null, true)));
    jobs.put(
        "brief",
        () -> new ContentBriefs(new BriefRequest("Klettersteigset kaufen", null, "de", null, DAY)));
    for (String format : List.of("html", "pdf")) {
      jobs.put("report, " + format, () -> new ClientReport(ReportRequest.newest(format, "en")));
    }
    if (many) { // the models, which these read, are built for many rows only
      jobs.put("consent", ConsentReport::new);
      jobs.put(
          "customer match",
          () ->
              new CustomerMatchExport(
                  new CustomerMatchRequest(Platform.META, null, "the test asks for it")));
    }
    List<String> person = List.of("person1@example.com");
    jobs.put(
        "proof of erasure",
        () -> Erasure.of(workspace, person, new CustomerMatchLists()).proof(person));
    jobs.put("erase", () -> Erasure.of(workspace, person, new CustomerMatchLists()));
    jobs.put("retention", () -> new Retention(new RetentionRequest(DAY)));
    jobs.put("migrate", this::migration);
    return jobs;
  }

  /** Of people, as a version left them that replaced no identifiers. */
  private Job<?> migration() {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      int loads =
          statement.executeUpdate(
              "UPDATE load.catalog SET replaced = NULL WHERE name LIKE '%people%'");
      assertTrue(loads > 0);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return new Migration();
  }

  static SegmentRequest segment(String name) {
    return new SegmentRequest(
        name, "gold.lead_scores", "bronze.few", "score", null, 0.2, null, List.of(), null, 0, "");
  }
}
