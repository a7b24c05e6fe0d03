package io.liftwerk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.ingest.RetentionSettings;
import io.liftwerk.ingest.RetentionSettingsRequest;
import io.liftwerk.knowledge.IndexRequest;
import io.liftwerk.knowledge.KnowledgeIndexing;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.ModelExport;
import io.liftwerk.scoring.ModelExportRequest;
import io.liftwerk.scoring.ModelReference;
import io.liftwerk.scoring.SegmentSaving;
import io.liftwerk.warehouse.BuildRequest;
import io.liftwerk.warehouse.ModelBuild;
import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobHandle;
import io.liftwerk.workspace.JobRunner;
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
import java.util.List;
import java.util.Locale;
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
        Objects.requireNonNull(
                runner.run(new LeadScoring(LongJobs.scoring("few"))).result().registered())
            .name();
    if (ROWS > SMALL) {
      runner.run(new LeadScoring(LongJobs.scoring("few")));
    }
    runner.run(new KnowledgeIndexing(IndexRequest.AS_BEFORE));
    if (ROWS > SMALL) {
      runner.run(new ModelBuild(BuildRequest.everything()));
    }
    runner.run(new RetentionSettings(new RetentionSettingsRequest("people", 30)));
    runner.run(new SegmentSaving(LongJobs.segment("kept")));
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

  @TestFactory
  Stream<DynamicTest> isGoneAtOnceAndLeavesNothing() {
    String only = System.getProperty("liftwerk.cancel.only", "");
    return new LongJobs(workspace, folder, model, ROWS > SMALL, ROWS / 10)
        .all().entrySet().stream()
            .filter(job -> job.getKey().startsWith(only))
            .map(
                job ->
                    DynamicTest.dynamicTest(
                        job.getKey(), () -> check(job.getKey(), job.getValue())));
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
