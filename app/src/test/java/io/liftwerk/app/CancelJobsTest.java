package io.liftwerk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import io.liftwerk.ingest.RetentionSettings;
import io.liftwerk.ingest.RetentionSettingsRequest;
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
import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobHandle;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.TableExport;
import io.liftwerk.workspace.TableExportRequest;
import io.liftwerk.workspace.Tables;
import io.liftwerk.workspace.Workspace;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * ux-05, of every job that takes its time: cancelled as soon as it runs, and a little later, it is
 * gone at once and leaves no table and no file. How long each took to stop is written to {@code
 * target/cancel.txt}. With {@code -Dliftwerk.cancel.rows=300000} every job runs for seconds, and is
 * cancelled at more moments.
 */
class CancelJobsTest {
  private static final Path ROOT = Path.of(System.getProperty("liftwerk.root"));
  private static final Path FIGURES = ROOT.resolve("app/target/cancel.txt");
  private static final int SMALL = 2000;
  private static final int FEW = 400;
  private static final int ROWS = Integer.getInteger("liftwerk.cancel.rows", SMALL);

  /** Milliseconds after the start at which jobs are cancelled. */
  private static final List<Integer> MOMENTS =
      ROWS > SMALL ? List.of(0, 200, 700, 1500, 3000, 6000, 10_000) : List.of(0, 60);

  /** A second is what is asked; more is allowed only where other programs hold up this one. */
  private static final double LIMIT = ROWS > SMALL ? 1000 : 3000;

  /** Seconds after which a job that does not stop is left alone. */
  private static final long GIVEN_UP = 60;

  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

  @TempDir private static Path folder;
  private static Workspace workspace;
  private static ExecutorService thread;
  private static String model = "";

  @BeforeAll
  static void prepare() throws IOException, SQLException {
    Files.deleteIfExists(FIGURES);
    workspace = Workspace.create(folder.resolve("Test.liftwerk"));
    thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon(true).factory());
    var runner = new JobRunner(workspace, Runnable::run);
    var files = new ArrayList<Path>(List.of(write(folder.resolve("people.csv"), ROWS)));
    files.add(ROOT.resolve("sample-data/google-ads/Suchbegriffe.csv"));
    files.add(ROOT.resolve("sample-data/articles/own/klettersteig-set-kaufen.html"));
    if (ROWS > SMALL) {
      files.add(ROOT.resolve("sample-data/articles"));
    }
    runner.run(new FileImport(ImportRequest.of(files.stream().map(Path::toString).toList())));
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      // for models that are soon made
      statement.execute("CREATE TABLE bronze.few AS FROM bronze.people LIMIT " + FEW);
    }
    model =
        Objects.requireNonNull(runner.run(new LeadScoring(scoring("few"))).result().registered())
            .name();
    if (ROWS > SMALL) {
      runner.run(new LeadScoring(scoring("few")));
    }
    runner.run(new KnowledgeIndexing(IndexRequest.AS_BEFORE));
    if (ROWS > SMALL) {
      runner.run(new ModelBuild(BuildRequest.everything()));
    }
    runner.run(new RetentionSettings(new RetentionSettingsRequest("people", 30)));
    runner.run(new SegmentSaving(segment("kept")));
    runner.run(
        new ModelExport(
            new ModelExportRequest(
                new ModelReference(model, null), folder.resolve("kept.json").toString())));
  }

  @AfterAll
  static void close() {
    thread.shutdownNow();
    workspace.close();
  }

  private static LeadScoringRequest scoring(String table) {
    return new LeadScoringRequest(
        table, "Gekauft", null, null, List.of("Churn", "Laufzeit"), null, 7L);
  }

  private static Path write(Path file, int rows) throws IOException {
    var random = new java.util.Random(3);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          "Kunde;E-Mail;Datum;Umsatz;Arm;Vorher;Besuche;Gekauft;Laufzeit;Churn;Chance;Region\n");
      for (int i = 0; i < rows; i++) {
        int visits = random.nextInt(30);
        boolean bought = random.nextDouble() < 1 / (1 + Math.exp(3 - visits / 7.0));
        out.write(
            String.format(
                Locale.ROOT,
                "K-%06d;person%d@example.com;%s;%d,%02d;%s;%d;%d;%s;%d;%s;0,5;R-%d\n",
                i / 4,
                i / 4,
                LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700)),
                random.nextInt(90),
                random.nextInt(100),
                Integer.hashCode(i / 4 * 31) % 2 == 0 ? "mail" : "control",
                random.nextInt(500),
                visits,
                bought ? "ja" : "nein",
                1 + random.nextInt(48),
                random.nextInt(3) == 0 ? "ja" : "nein",
                random.nextInt(10)));
      }
    }
    return file;
  }

  /** The jobs that may take more than a second; what changes the data for good comes last. */
  private static Map<String, Supplier<Job<?>>> jobs() {
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
    if (ROWS > SMALL) { // there is only one model for few rows
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
                    List.of("A", "B", "C"), List.of(0.02, 0.025, 0.03), ROWS / 10, 100, 7)));
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
    if (ROWS > SMALL) { // the models, which these read, are built for many rows only
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
    jobs.put("migrate", CancelJobsTest::migration);
    return jobs;
  }

  /** Of people, as a version left them that replaced no identifiers. */
  private static Job<?> migration() {
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

  private static SegmentRequest segment(String name) {
    return new SegmentRequest(
        name, "gold.lead_scores", "bronze.few", "score", null, 0.2, null, List.of(), null, 0, "");
  }

  @TestFactory
  Stream<DynamicTest> isGoneAtOnceAndLeavesNothing() {
    String only = System.getProperty("liftwerk.cancel.only", "");
    return jobs().entrySet().stream()
        .filter(job -> job.getKey().startsWith(only))
        .map(
            job ->
                DynamicTest.dynamicTest(job.getKey(), () -> check(job.getKey(), job.getValue())));
  }

  private static void check(String name, Supplier<Job<?>> job) throws Exception {
    double worst = 0;
    int at = 0;
    List<String> before = left();
    var runner = new JobRunner(workspace, thread);
    for (int moment : MOMENTS) {
      double millis = cancel(runner, job.get(), moment);
      if (millis < 0) {
        break; // done before it could be cancelled
      }
      assertEquals(before, left(), "after " + moment + " ms");
      if (millis > worst) {
        worst = millis;
        at = moment;
      }
    }
    Files.writeString(
        FIGURES,
        String.format(
            Locale.ROOT,
            "%s: %.0f ms, cancelled after %d ms of %d%n",
            name,
            worst,
            at,
            MOMENTS.getLast()),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    assertTrue(worst < LIMIT, "%s stopped after %.0f ms".formatted(name, worst));
  }

  /** Milliseconds from cancelling to the end; negative when the job was done before. */
  private static double cancel(JobRunner runner, Job<?> job, int moment) throws Exception {
    JobHandle<?> handle = runner.submit(job);
    if (moment == 0) {
      while (handle.state() == JobHandle.State.QUEUED) {
        Thread.onSpinWait();
      }
    } else {
      try {
        handle.result().get(moment, TimeUnit.MILLISECONDS);
        return -1;
      } catch (TimeoutException e) {
        // it runs
      }
    }
    long start = System.nanoTime();
    if (!handle.cancel()) {
      handle.result().handle((run, failure) -> true).join();
      return -1;
    }
    try {
      handle.result().orTimeout(GIVEN_UP, TimeUnit.SECONDS).join();
      return -1;
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof CancelledException)) {
        throw e;
      }
      return (System.nanoTime() - start) / 1e6;
    }
  }

  /** Tables with their rows, and files, but for books that are kept of every run. */
  private static List<String> left() throws IOException {
    var left = new TreeSet<String>();
    new Tables(workspace).list().forEach(table -> left.add(table.ref() + " " + table.rows()));
    try (Stream<Path> files = Files.walk(workspace.folder())) {
      files
          .filter(Files::isRegularFile)
          .map(file -> workspace.folder().relativize(file).toString())
          .filter(file -> !file.contains("duckdb") && !file.startsWith("audit"))
          // settings that their first reader writes as they usually are
          .filter(file -> !file.endsWith(".yml"))
          .forEach(left::add);
    }
    try (Stream<Path> files = Files.list(folder)) {
      files.map(file -> String.valueOf(file.getFileName())).forEach(left::add);
    }
    return List.copyOf(left);
  }
}
