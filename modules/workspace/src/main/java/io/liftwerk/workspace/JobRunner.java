package io.liftwerk.workspace;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs, records them, and lets the newest request win. The executor is given: a queue of one
 * thread in the window, the calling thread on the command line and in tests.
 */
public final class JobRunner {
  private final Workspace workspace;
  private final Executor executor;
  private final Map<String, JobHandle<?>> latest = new ConcurrentHashMap<>();

  public JobRunner(Workspace workspace, Executor executor) {
    this.workspace = workspace;
    this.executor = executor;
  }

  /** Runs {@code job} on the calling thread and returns its run, or throws what stopped it. */
  public <R> Run<R> run(Job<R> job) {
    return run(job, null);
  }

  /** As {@link #run(Job)}, recorded as a repetition of the run {@code rerunOf}. */
  public <R> Run<R> run(Job<R> job, @Nullable String rerunOf) {
    var handle = new JobHandle<R>(job.name());
    work(job, handle, rerunOf);
    return join(handle);
  }

  /** Queues {@code job}. */
  public <R> JobHandle<R> submit(Job<R> job) {
    var handle = new JobHandle<R>(job.name());
    executor.execute(() -> work(job, handle, null));
    return handle;
  }

  /** Queues {@code job} and cancels the one submitted before under the same {@code key}. */
  public <R> JobHandle<R> submitLatest(String key, Job<R> job) {
    var handle = new JobHandle<R>(job.name());
    JobHandle<?> older = latest.put(key, handle);
    if (older != null) {
      older.cancel();
    }
    executor.execute(() -> work(job, handle, null));
    return handle;
  }

  private static <R> Run<R> join(JobHandle<R> handle) {
    try {
      return handle.result().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private <R> void work(Job<R> job, JobHandle<R> handle, @Nullable String rerunOf) {
    if (handle.isCancelRequested()) {
      handle.finished(JobHandle.State.CANCELLED);
      handle.result().completeExceptionally(new CancelledException());
      return;
    }
    String id = workspace.ledger().nextId();
    Instant start = Instant.now();
    RuntimeException failure;
    try (Connection connection = workspace.connect()) {
      connection.setAutoCommit(false);
      var context = new JobContext(id, workspace, connection, handle::progressed);
      handle.started(context);
      try {
        R result = job.run(context);
        context.checkCancelled();
        var metrics = new HashMap<>(context.metrics());
        metrics.putAll(job.metrics(result));
        KillPoint.LEDGER.pass();
        RunRecord record =
            workspace.ledger().done(connection, job, context, start, result, metrics, rerunOf);
        connection.commit();
        KillPoint.CHECKPOINT.pass();
        workspace.recorded(record);
        handle.finished(JobHandle.State.DONE);
        handle.result().complete(new Run<>(record, result));
        return;
      } catch (Exception e) {
        rollback(connection);
        failure =
            handle.isCancelRequested() ? new CancelledException() : Failures.ofJob(job.name(), e);
      }
    } catch (SQLException e) {
      failure = Failures.ofJob(job.name(), e);
    }
    boolean cancelled = failure instanceof CancelledException;
    workspace.recorded(
        workspace.ledger().ended(id, job, start, Duration.between(start, Instant.now()), failure));
    handle.finished(cancelled ? JobHandle.State.CANCELLED : JobHandle.State.FAILED);
    handle.result().completeExceptionally(failure);
  }

  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // the connection is closed next, which discards the transaction as well
      return;
    }
  }
}
