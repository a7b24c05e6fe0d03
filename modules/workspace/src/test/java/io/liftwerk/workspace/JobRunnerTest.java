package io.liftwerk.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JobRunnerTest {
  /** Runs for minutes unless it is cancelled. */
  private static final String ENDLESS =
      "CREATE TABLE gold.endless AS SELECT count(*) AS n FROM range(3000000) a, range(3000000) b"
          + " WHERE hash(a.range + b.range) % 7 = 3";

  @TempDir Path folder;
  private Workspace workspace;
  private ExecutorService threads;
  private JobRunner here;
  private JobRunner there;

  @BeforeEach
  void open() {
    workspace = Fixture.workspace(folder);
    threads = Executors.newFixedThreadPool(2);
    here = Fixture.runner(workspace);
    there = new JobRunner(workspace, threads);
  }

  @AfterEach
  void close() {
    workspace.close();
    threads.shutdownNow();
  }

  @Test
  void aRunIsRecordedWithItsResult() {
    Run<Fixture.Count> run =
        here.run(
            Fixture.job(
                "small",
                context -> {
                  context.input("file.csv", "ab", 12);
                  context.metric("auc", 0.5);
                  context.execute("CREATE TABLE gold.small AS SELECT ? AS x", 3);
                  return new Fixture.Count(3);
                }));
    RunRecord stored = workspace.ledger().get(run.id());
    assertEquals(run.record().resultHash(), stored.resultHash());
    assertEquals("{\"value\":3}", String.valueOf(stored.result()));
    assertEquals("of small", stored.parameters().get("text").asText());
    assertEquals(0.5, stored.metrics().get("auc"));
    assertEquals(List.of(new RunRecord.Input("file.csv", "ab", 12)), stored.inputs());
    assertEquals(1, new Tables(workspace).describe(new TableRef("gold", "small")).rows());
    assertTrue(workspace.audit().runs().contains(run.id()));
    assertTrue(workspace.audit().verify().ok());
  }

  @Test
  void aFailedJobLeavesOnlyItsLine() {
    WorkbenchException e =
        assertThrows(
            WorkbenchException.class,
            () ->
                here.run(
                    Fixture.job(
                        "bad",
                        context -> {
                          context.execute("CREATE TABLE gold.half AS SELECT 1 AS x");
                          throw new IllegalArgumentException("secret detail\nsecond line");
                        })));
    assertEquals("internal", e.code());
    assertEquals("The job 'bad' stopped: secret detail.", e.sentence());
    assertInstanceOf(IllegalArgumentException.class, e.getCause());
    assertEquals(List.of(), new Tables(workspace).list());
    RunRecord line = workspace.ledger().list(1).getFirst();
    assertEquals(RunRecord.Status.FAILED, line.status());
    assertEquals(e.sentence(), line.message());
  }

  @Test
  void errorsOfTheMachineEndTheJobToo() {
    WorkbenchException memory =
        failure(
            context -> {
              throw new OutOfMemoryError("Java heap space");
            });
    assertEquals("out-of-memory", memory.code());
    WorkbenchException stack = failure(context -> new Fixture.Count(endless(1)));
    assertEquals("internal", stack.code());
    assertInstanceOf(StackOverflowError.class, stack.getCause());
    WorkbenchException disk =
        failure(
            context -> {
              throw new SQLException(
                  "IO Error: Could not write file \"x\": No space left on device");
            });
    assertEquals("disk-full", disk.code());
    WorkbenchException database =
        failure(
            context -> {
              throw new SQLException("Out of Memory Error: failed to allocate data of size 16 MiB");
            });
    assertEquals("out-of-memory", database.code());
  }

  private static long endless(long depth) {
    return depth < 0 ? 0 : endless(depth + 1) + 1;
  }

  private WorkbenchException failure(Fixture.Work<Fixture.Count> work) {
    JobHandle<Fixture.Count> handle = here.submit(Fixture.job("fails", work));
    assertEquals(JobHandle.State.FAILED, handle.state());
    CompletionException e = assertThrows(CompletionException.class, () -> handle.result().join());
    return assertInstanceOf(WorkbenchException.class, e.getCause());
  }

  @Test
  void aListenerThatThrowsHarmsNobody() {
    var told = new ArrayList<JobHandle.State>();
    Run<Fixture.Count> run =
        here.run(
            Fixture.job(
                "watched",
                context -> {
                  context.progress(0.5, "half");
                  return new Fixture.Count(1);
                }),
            null,
            handle -> {
              told.add(handle.state());
              throw new IllegalStateException("a listener's own fault");
            });
    assertEquals(1, run.result().value());
    assertEquals(
        List.of(JobHandle.State.RUNNING, JobHandle.State.RUNNING, JobHandle.State.DONE), told);
  }

  @Test
  void anOvertakenJobNeverGivesAResultEvenWhenItEndsLast() throws Exception {
    var olderStarted = new CountDownLatch(1);
    var newerDone = new CountDownLatch(1);
    JobHandle<Fixture.Count> older =
        there.submitLatest(
            "same",
            Fixture.job(
                "older",
                context -> {
                  olderStarted.countDown();
                  newerDone.await();
                  return new Fixture.Count(1);
                }));
    olderStarted.await();
    JobHandle<Fixture.Count> newer =
        there.submitLatest("same", Fixture.job("newer", context -> new Fixture.Count(2)));
    assertEquals(2, newer.result().get().result().value());
    newerDone.countDown();
    ExecutionException e = assertThrows(ExecutionException.class, () -> older.result().get());
    assertInstanceOf(CancelledException.class, e.getCause());
    assertEquals(JobHandle.State.CANCELLED, older.state());
    assertTrue(older.isOvertaken());
    assertFalse(newer.isOvertaken());
  }

  @Test
  void aJobOvertakenWhileItCommitsGivesNoResultEither() {
    var handle = new JobHandle<Fixture.Count>("older");
    assertTrue(handle.beginCommit());
    handle.overtake();
    assertFalse(handle.cancel());
    handle.done(here.run(Fixture.job("x", context -> new Fixture.Count(1))));
    assertEquals(JobHandle.State.CANCELLED, handle.state());
    assertTrue(handle.result().isCompletedExceptionally());
  }

  @Test
  void cancelBeforeTheCommitUndoesAndAfterItComesTooLate() {
    var handle = new JobHandle<Fixture.Count>("one");
    assertTrue(handle.cancel());
    assertFalse(handle.beginCommit());
    var late = new AtomicReference<@Nullable JobHandle<?>>();
    here.run(
        Fixture.job("two", context -> new Fixture.Count(1)),
        null,
        changed -> {
          if (changed.state() == JobHandle.State.DONE) {
            late.set(changed);
          }
        });
    assertFalse(Objects.requireNonNull(late.get()).cancel());
  }

  @Test
  void cancelJustBeforeTheEndLeavesNothing() {
    var self = new AtomicReference<@Nullable JobHandle<?>>();
    assertThrows(
        CancelledException.class,
        () ->
            here.run(
                new Job<Fixture.Count>() {
                  @Override
                  public String name() {
                    return "late";
                  }

                  @Override
                  public Record parameters() {
                    return new Fixture.Words("x");
                  }

                  @Override
                  public Fixture.Count run(JobContext context) throws SQLException {
                    context.execute("CREATE TABLE gold.late AS SELECT 1 AS x");
                    return new Fixture.Count(1);
                  }

                  @Override
                  public Object fingerprint(Fixture.Count result) {
                    Objects.requireNonNull(self.get()).cancel();
                    return result;
                  }
                },
                null,
                self::set));
    assertEquals(List.of(), new Tables(workspace).list());
    assertEquals(RunRecord.Status.CANCELLED, workspace.ledger().list(1).getFirst().status());
  }

  @Test
  void aLongQueryIsCancelled() throws Exception {
    var moving = new CountDownLatch(1);
    JobHandle<Fixture.Count> handle =
        there.submit(
            Fixture.job(
                "long",
                context -> new Fixture.Count(context.execute(0.1, 0.9, "counting", ENDLESS))));
    handle.onChange(
        changed -> {
          if (changed.progress() >= 0.1 && changed.phrase().equals("counting")) {
            moving.countDown();
          }
        });
    assertTrue(moving.await(20, TimeUnit.SECONDS));
    cancelled(handle);
    assertEquals(List.of(), new Tables(workspace).list());
  }

  @Test
  void aCancelThatComesBeforeTheQueryStopsItToo() throws Exception {
    var started = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    JobHandle<Fixture.Count> handle =
        there.submit(
            Fixture.job(
                "long",
                context -> {
                  try (var registered = context.whenCancelled(go::countDown)) {
                    assertNotNull(registered);
                    started.countDown();
                    go.await();
                  }
                  return new Fixture.Count(context.execute(ENDLESS));
                }));
    started.await();
    cancelled(handle);
  }

  @Test
  void aLoopThatTellsItsProgressIsCancelled() throws Exception {
    var started = new CountDownLatch(1);
    JobHandle<Fixture.Count> handle =
        there.submit(
            Fixture.job(
                "loop",
                context -> {
                  while (true) {
                    context.progress(-1, "going round");
                    started.countDown();
                    Thread.onSpinWait();
                  }
                }));
    started.await();
    cancelled(handle);
  }

  private static void cancelled(JobHandle<?> handle) throws Exception {
    assertTrue(handle.cancel());
    ExecutionException e =
        assertThrows(ExecutionException.class, () -> handle.result().get(20, TimeUnit.SECONDS));
    assertInstanceOf(CancelledException.class, e.getCause());
    assertEquals(JobHandle.State.CANCELLED, handle.state());
  }

  @Test
  void aJobCancelledInTheQueueNeverStarts() {
    var queue = new ArrayList<Runnable>();
    var runner = new JobRunner(workspace, queue::add);
    JobHandle<Fixture.Count> handle =
        runner.submit(
            Fixture.job(
                "queued",
                context -> {
                  throw new AssertionError("must not start");
                }));
    handle.cancel();
    queue.forEach(Runnable::run);
    assertEquals(JobHandle.State.CANCELLED, handle.state());
    assertEquals(List.of(), workspace.ledger().list());
  }

  @Test
  void closingStopsWhatRunsAndWaits() throws Exception {
    var started = new CountDownLatch(1);
    JobHandle<Fixture.Count> running =
        there.submit(
            Fixture.job(
                "running",
                context -> {
                  started.countDown();
                  return new Fixture.Count(context.execute(ENDLESS));
                }));
    started.await();
    workspace.close();
    assertEquals(JobHandle.State.CANCELLED, await(running));
    JobHandle<Fixture.Count> after =
        there.submit(Fixture.job("after", context -> new Fixture.Count(1)));
    assertEquals(JobHandle.State.CANCELLED, await(after));
    workspace = Workspace.open(workspace.folder());
    assertEquals(RunRecord.Status.CANCELLED, workspace.ledger().list().getFirst().status());
  }

  private static JobHandle.State await(JobHandle<?> handle) {
    handle.result().handle((run, failure) -> true).orTimeout(20, TimeUnit.SECONDS).join();
    return handle.state();
  }

  @Test
  void anExecutorThatIsShutDownCancels() {
    threads.shutdownNow();
    JobHandle<Fixture.Count> handle =
        there.submit(Fixture.job("none", context -> new Fixture.Count(1)));
    assertEquals(JobHandle.State.CANCELLED, handle.state());
    assertTrue(handle.result().isCompletedExceptionally());
  }

  @Test
  void aLargeLogIsWrittenIntoTheFileAfterTheJob() throws Exception {
    Path log = workspace.folder().resolve("warehouse.duckdb.wal");
    here.run(
        Fixture.job(
            "many",
            context -> {
              context.execute("CREATE TABLE gold.many (a TEXT)");
              context.execute("INSERT INTO gold.many SELECT repeat('x', 40) FROM range(20000)");
              context.execute("UPDATE gold.many SET a = md5(random()::TEXT) || a");
              return new Fixture.Count(1);
            }));
    long size = java.nio.file.Files.exists(log) ? java.nio.file.Files.size(log) : 0;
    assertTrue(size < 16L << 20, () -> "log of " + size);
  }
}
