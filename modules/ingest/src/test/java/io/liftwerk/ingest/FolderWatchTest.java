package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobHandle;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderWatchTest {
  private static final Duration STILL = Duration.ofMillis(100);
  private static final String CSV = "a;b\n1;x\n";

  /** Told in a word and a file, in the order it happens. */
  private final List<String> told = new CopyOnWriteArrayList<>();

  @TempDir Path folder;
  private Path inbox;
  private Bench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new Bench(folder);
    inbox = Files.createDirectory(folder.resolve("inbox"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private final class Told implements FolderWatch.Listener {
    @Override
    public void imported(Path file, Run<ImportResult> run) {
      run.result().tables().forEach(table -> told.add("imported " + table.name()));
      run.result().skipped().forEach(one -> told.add("skipped " + one.file()));
    }

    @Override
    public void refused(Path file, WorkbenchException why) {
      told.add("refused " + file.getFileName() + " " + why.code());
    }

    @Override
    public void unreachable(Path gone, WorkbenchException why) {
      told.add("unreachable " + gone.getFileName() + " " + why.code());
    }
  }

  private CompletableFuture<Run<ImportResult>> atOnce(Path file, Job<ImportResult> job) {
    return new JobRunner(bench.workspace(), Runnable::run).submit(job).result();
  }

  private FolderWatch watch(List<Path> folders) {
    return watch(folders, STILL);
  }

  private FolderWatch watch(List<Path> folders, Duration still) {
    var watch = new FolderWatch(bench.workspace(), folders, this::atOnce, new Told(), still);
    watch.start();
    return watch;
  }

  private FolderWatch entered() {
    var watch = new FolderWatch(bench.workspace(), null, this::atOnce, new Told(), STILL);
    watch.start();
    return watch;
  }

  private WatchResult change(WatchRequest request) {
    return new JobRunner(bench.workspace(), Runnable::run).run(new WatchChange(request)).result();
  }

  private void await(String... expected) throws InterruptedException {
    await(() -> told.equals(List.of(expected)), "told " + List.of(expected));
  }

  private void await(BooleanSupplier condition, String what) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(20);
    while (!condition.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(end), () -> "waited in vain: " + what + "; " + told);
      Thread.sleep(20);
    }
  }

  /** Long enough for several looks. */
  private static void letItLook() throws InterruptedException {
    Thread.sleep(STILL.toMillis() * 6);
  }

  private Path put(String name, String content) throws IOException {
    Path file = inbox.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  @Test
  void takesWhatIsThereAndWhatComes() throws Exception {
    put("leads.csv", CSV);
    try (FolderWatch watch = watch(List.of(inbox))) {
      await("imported leads");
      put("deep/costs.csv", CSV + "2;y\n");
      await("imported leads", "imported costs");
      Files.write(inbox.resolve("z.zip"), ZipMaker.of("m.csv", CSV + "3;z\n", "n.csv", "a;b\n"));
      await("imported leads", "imported costs", "imported m", "skipped z.zip/n.csv");
      letItLook();
      assertEquals(4, told.size(), "nothing is taken twice");
      RunRecord last = bench.workspace().ledger().list().getFirst();
      assertEquals(FileImport.NAME, last.job(), "an import like any other");
      assertEquals("z.zip", last.inputs().getFirst().name());
    }
  }

  @Test
  void leavesUnfinishedDownloadsAlone() throws Exception {
    put("a.csv.part", CSV);
    put("b.csv.crdownload", CSV);
    put("~$c.xlsx", CSV);
    put("d.tmp", CSV);
    put(".e.csv", CSV);
    // long enough that a busy machine does not let the file rest for it
    Duration still = STILL.multipliedBy(7);
    try (FolderWatch watch = watch(List.of(inbox), still)) {
      Path growing = put("growing.csv", "a;b\n");
      Instant end = Instant.now().plus(still.multipliedBy(3));
      for (int i = 0; Instant.now().isBefore(end); i++) {
        Files.writeString(growing, i + ";x\n", StandardOpenOption.APPEND);
        Thread.sleep(STILL.toMillis() / 5);
      }
      assertEquals(List.of(), told, "a file that grows is not taken");
      await("imported growing");
      assertEquals(
          Files.readAllLines(growing).size() - 1,
          Long.parseLong(String.valueOf(bench.value("SELECT count(*) FROM bronze.growing"))));
      Files.move(inbox.resolve("a.csv.part"), inbox.resolve("a.csv"));
      await("imported growing", "imported a");
    }
  }

  @Test
  void aFileThatFailsIsToldOnceAndTriedAgainWhenItChanges() throws Exception {
    put("leads.csv", "a;b\n");
    try (FolderWatch watch = watch(List.of(inbox))) {
      await("refused leads.csv no-rows");
      letItLook();
      assertEquals(1, told.size());
    }
    try (FolderWatch watch = watch(List.of(inbox))) {
      letItLook();
      assertEquals(1, told.size(), "a restart does not try it again");
      put("leads.csv", CSV);
      await("refused leads.csv no-rows", "imported leads");
    }
  }

  @Test
  void whatWasTakenIsRememberedInTheWorkspace() throws Exception {
    Path file = put("leads.csv", CSV);
    try (FolderWatch watch = watch(List.of(inbox))) {
      await("imported leads");
    }
    int runs = bench.workspace().ledger().list().size();
    Path place = bench.workspace().folder();
    bench.close();
    bench = new Bench(Workspace.open(place), folder);
    try (FolderWatch watch = watch(List.of(inbox))) {
      letItLook();
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
      letItLook();
      assertEquals(runs, bench.workspace().ledger().list().size(), "touched is not changed");
      put("leads.csv", CSV + "2;y\n");
      await("imported leads", "imported leads_2");
    }
  }

  @Test
  void aFolderThatIsGoneIsToldOnceAndTakenUpAgain() throws Exception {
    Path away = folder.resolve("away");
    put("leads.csv", CSV);
    try (FolderWatch watch = watch(List.of(away, inbox))) {
      await("unreachable away folder-unreachable", "imported leads");
      letItLook();
      assertEquals(2, told.size());
      Files.createDirectory(away);
      Files.writeString(away.resolve("new.csv"), CSV + "2;y\n");
      await("unreachable away folder-unreachable", "imported leads", "imported new");
    }
  }

  @Test
  void foldersAreEnteredByAJobAndPickedUpAtOnce() throws Exception {
    assertEquals(List.of(), FolderWatch.folders(bench.workspace()));
    put("leads.csv", CSV);
    try (FolderWatch watch = entered()) {
      letItLook();
      assertEquals(List.of(), told);
      WatchResult begun = change(WatchRequest.watch(inbox));
      assertEquals(
          "The folder " + inbox + " is watched: what comes there is imported.", begun.sentence());
      await("imported leads");
      assertEquals(
          List.of(inbox.toString()),
          FolderWatch.folders(bench.workspace()).stream().map(WatchedFolder::folder).toList());
      assertTrue(change(WatchRequest.watch(inbox)).sentence().endsWith("is watched already."));
      assertEquals(1, FolderWatch.folders(bench.workspace()).size());
      assertFalse(change(WatchRequest.unwatch(inbox)).watched());
      put("late.csv", CSV + "2;y\n");
      letItLook();
      assertEquals(List.of("imported leads"), told);
    }
    assertEquals(List.of(), FolderWatch.folders(bench.workspace()));
  }

  @Test
  void whatCannotBeWatchedIsSaid() {
    assertEquals("watch-unknown", code(WatchRequest.unwatch(inbox)));
    assertEquals("watch-no-folder", code(WatchRequest.watch(inbox.resolve("gone"))));
    assertEquals("watch-no-folder", code(WatchRequest.watch(bench.file("file.csv", CSV))));
    Path exports = bench.workspace().exports();
    assertEquals("watch-workspace", code(WatchRequest.watch(exports)), "it would feed itself");
    assertEquals("watch-workspace", code(WatchRequest.watch(bench.workspace().folder())));
    assertEquals(List.of(), FolderWatch.folders(bench.workspace()));
  }

  private String code(WatchRequest request) {
    return assertThrows(WorkbenchException.class, () -> change(request)).code();
  }

  /** The import hangs in its queue; neither the watch nor the workspace waits for it. */
  @Test
  void closingTheWorkspaceEndsItAtOnce() throws Exception {
    put("leads.csv", CSV);
    var queued = new CopyOnWriteArrayList<JobHandle<ImportResult>>();
    try (var executor = Executors.newSingleThreadExecutor()) {
      var gate = new CompletableFuture<Boolean>();
      executor.execute(gate::join);
      var runner = new JobRunner(bench.workspace(), executor);
      var watch =
          new FolderWatch(
              bench.workspace(),
              List.of(inbox),
              (file, job) -> {
                queued.add(runner.submit(job));
                return queued.getFirst().result();
              },
              new Told(),
              STILL);
      watch.start();
      await(() -> !queued.isEmpty(), "a job");
      bench.workspace().close();
      assertFalse(queued.getFirst().isFinished(), "not even its end was waited for");
      gate.complete(true);
      assertThrows(Exception.class, () -> queued.getFirst().result().join());
    }
    letItLook();
    assertEquals(1, queued.size());
    assertEquals(List.of(), told);
    bench = new Bench(Workspace.open(bench.workspace().folder()), folder);
    assertEquals(List.of(), bench.tables());
    try (FolderWatch watch = watch(List.of(inbox))) {
      await("imported leads");
    }
  }

  @Test
  void aCancelledImportIsNotBegunAgainAtOnce() throws Exception {
    put("leads.csv", CSV);
    var cancelled = new CopyOnWriteArrayList<JobHandle<ImportResult>>();
    try (var executor = Executors.newSingleThreadExecutor()) {
      var gate = new CompletableFuture<Boolean>();
      executor.execute(gate::join);
      var runner = new JobRunner(bench.workspace(), executor);
      try (var watch =
          new FolderWatch(
              bench.workspace(),
              List.of(inbox),
              (file, job) -> {
                JobHandle<ImportResult> handle = runner.submit(job);
                cancelled.add(handle);
                handle.cancel();
                gate.complete(true);
                return handle.result();
              },
              new Told(),
              STILL)) {
        watch.start();
        await(() -> !cancelled.isEmpty(), "a job");
        letItLook();
        assertEquals(1, cancelled.size());
        assertEquals(List.of(), told);
      }
    }
  }

  @Test
  void goesOnAfterTheDatabaseWasWrittenAnew() throws Exception {
    try (var watch = watch(List.of(inbox))) {
      Files.writeString(inbox.resolve("before.csv"), CSV);
      await("imported before");
      bench.workspace().rewrite();
      letItLook();
      Files.writeString(inbox.resolve("after.csv"), CSV + "2;y\n");
      await("imported before", "imported after");
    }
  }
}
