package io.liftwerk.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work that other processes hand to the one that holds the workspace. */
@Timeout(60)
class JobInboxTest {
  @TempDir Path folder;
  private final ExecutorService queue = Executors.newSingleThreadExecutor();
  private final CountDownLatch begun = new CountDownLatch(1);
  private Workspace workspace;

  @BeforeEach
  void open() {
    workspace = Fixture.workspace(folder);
  }

  @AfterEach
  void close() {
    workspace.close();
    queue.shutdownNow();
  }

  private static Job<Fixture.Count> count() {
    return Fixture.job(
        "count",
        context -> {
          context.progress(0.5, "counting");
          return new Fixture.Count(context.execute("CREATE TABLE gold.one AS SELECT 1 AS x"));
        });
  }

  /** Goes on until it is cancelled. */
  private Job<Fixture.Count> endless() {
    return Fixture.job(
        "endless",
        context -> {
          begun.countDown();
          while (true) {
            context.progress(0.5, "going on");
            TimeUnit.MILLISECONDS.sleep(5);
          }
        });
  }

  private void inbox() {
    var runner = new JobRunner(workspace, queue);
    JobInbox.open(
        workspace,
        new JobCatalog()
            .register("count", Fixture.Words.class, words -> count())
            .register("endless", Fixture.Words.class, words -> endless()),
        job -> CompletableFuture.completedFuture(runner.submit(job)));
  }

  private JobPost post(Job<?> job) {
    return JobPost.of(workspace.folder(), job);
  }

  private static RunRecord await(JobPost post) throws InterruptedException {
    while (true) {
      Optional<RunRecord> done = post.look();
      if (done.isPresent()) {
        return done.get();
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(workspace.folder().resolve("jobs"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void itIsDoneThereAndRecordedAsAnyRun() throws Exception {
    inbox();
    RunRecord run = await(post(count()));
    assertEquals("count", run.job());
    assertEquals(run.resultHash(), workspace.ledger().get(run.id()).resultHash());
    assertEquals(1, new Tables(workspace).list().size());
    assertEquals(List.of(), files());
  }

  @Test
  void whatStopsItIsTold() throws Exception {
    inbox();
    await(post(count()));
    // the table is there already
    WorkbenchException e = assertThrows(WorkbenchException.class, () -> await(post(count())));
    assertEquals("internal", e.code());
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"format\":1,\"job\":\"erase\",\"version\":1,\"parameters\":{}}', request-unknown",
    "'{\"format\":1,\"job\":\"count\",\"version\":2,\"parameters\":{}}', request-unknown",
    "'{\"format\":1,\"job\":\"count\",\"version\":1,\"parameters\":[1]}', request-parameters",
    "'{\"format\":2,\"job\":\"count\",\"version\":1,\"parameters\":{}}', request-format",
    "'{\"job\":', json"
  })
  void onlyWhatIsKnownIsDone(String request, String code) throws Exception {
    inbox();
    String id = UUID.randomUUID().toString();
    Path jobs = workspace.folder().resolve("jobs");
    Durable.replace(jobs.resolve(id + JobInbox.REQUEST), request);
    Path result = jobs.resolve(id + JobInbox.RESULT);
    while (!Files.exists(result)) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertTrue(Files.readString(result).contains("\"code\":\"" + code + "\""), () -> read(result));
    assertEquals(List.of(), workspace.ledger().list());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void linksAndOtherNamesAreLeftAlone() throws Exception {
    inbox();
    Path jobs = workspace.folder().resolve("jobs");
    Path secret = Files.writeString(folder.resolve("secret"), "{}");
    Files.createSymbolicLink(jobs.resolve(UUID.randomUUID() + JobInbox.REQUEST), secret);
    Files.writeString(jobs.resolve("..x" + JobInbox.REQUEST), "{}");
    await(post(count()));
    assertEquals(List.of("..x.request.json"), files());
    assertEquals("{}", Files.readString(secret));
  }

  @Test
  void whatNobodyHasTakenInCanBeTakenBack() throws Exception {
    JobPost post = post(count());
    assertFalse(post.isTaken());
    assertTrue(post.withdraw());
    assertEquals(List.of(), files());
  }

  @Test
  void whatRunsThereIsCancelled() throws Exception {
    inbox();
    JobPost post = post(endless());
    begun.await();
    // it may be seen running before it has said what it does
    while (post.phrase().isEmpty()) {
      assertTrue(post.look().isEmpty());
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertTrue(post.hasBegun());
    assertEquals("going on", post.phrase());
    assertFalse(post.withdraw());
    assertThrows(CancelledException.class, () -> await(post));
    assertEquals(RunRecord.Status.CANCELLED, workspace.ledger().list().getFirst().status());
  }

  @Test
  void oldRequestsAreRemovedAndLiveOnesComeAgain() throws Exception {
    Path jobs = workspace.folder().resolve("jobs");
    Files.createDirectories(jobs);
    Path old = jobs.resolve(UUID.randomUUID() + JobInbox.CLAIMED);
    Files.writeString(old, "{}");
    JobPost live = post(count());
    inbox();
    assertEquals("count", await(live).job());
    assertFalse(Files.exists(old));
    assertEquals(1, workspace.ledger().list().size());
  }

  @Test
  void whoeverAsksGetsTheWorkspaceWhenItIsClosedMeanwhile() throws Exception {
    inbox();
    JobPost post = post(endless());
    begun.await();
    workspace.close();
    assertTrue(post.look().isEmpty());
    workspace = Workspace.open(workspace.folder());
    assertTrue(post.takeBack().isEmpty());
    assertEquals(List.of(), files());
  }
}
