package io.liftwerk.workspace;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
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
    return run(job, rerunOf, handle -> {});
  }

  /** As {@link #run(Job, String)}; {@code watcher} is told of every change of state or progress. */
  public <R> Run<R> run(
      Job<R> job, @Nullable String rerunOf, Consumer<? super JobHandle<R>> watcher) {
    var handle = new JobHandle<R>(job.name());
    handle.onChange(watcher::accept);
    work(job, handle, rerunOf);
    return join(handle);
  }

  /** Queues {@code job}. */
  public <R> JobHandle<R> submit(Job<R> job) {
    return submit(job, null);
  }

  /** As {@link #submit(Job)}, recorded as a repetition of the run {@code rerunOf}. */
  public <R> JobHandle<R> submit(Job<R> job, @Nullable String rerunOf) {
    var handle = new JobHandle<R>(job.name());
    queue(job, handle, rerunOf);
    return handle;
  }

  /** Queues {@code job} and cancels the one submitted before under the same {@code key}. */
  public <R> JobHandle<R> submitLatest(String key, Job<R> job) {
    var handle = new JobHandle<R>(job.name());
    JobHandle<?> older = latest.put(key, handle);
    if (older != null) {
      older.overtake();
    }
    handle.onChange(changed -> forget(key, changed));
    queue(job, handle, null);
    return handle;
  }

  private void forget(String key, JobHandle<?> handle) {
    if (handle.state() == JobHandle.State.FAILED || handle.state() == JobHandle.State.CANCELLED) {
      latest.remove(key, handle);
    }
  }

  private <R> void queue(Job<R> job, JobHandle<R> handle, @Nullable String rerunOf) {
    try {
      executor.execute(() -> work(job, handle, rerunOf));
    } catch (RejectedExecutionException e) {
      handle.stopped(new CancelledException());
    }
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
    if (handle.isCancelRequested() || !workspace.activity().enter(handle)) {
      handle.stopped(new CancelledException());
      return;
    }
    Run<R> run = null;
    RuntimeException failure = new CancelledException();
    try {
      workspace.checkThere();
      String id = workspace.ledger().nextId();
      Started start = Started.now();
      try {
        run = attempt(id, job, handle, start, rerunOf);
        committed(run.record());
      } catch (Throwable e) {
        failure = handle.isCancelRequested() ? new CancelledException() : failure(job, e);
        record(id, job, start, failure, rerunOf);
      }
    } catch (Throwable e) {
      failure = failure(job, e);
    } finally {
      workspace.activity().leave(handle);
    }
    if (run != null) {
      handle.done(run);
    } else {
      handle.stopped(failure);
    }
  }

  /** Does the work in a transaction; when this returns, the transaction is committed. */
  private <R> Run<R> attempt(
      String id, Job<R> job, JobHandle<R> handle, Started start, @Nullable String rerunOf)
      throws Exception {
    Connection connection = workspace.connect();
    var context =
        new JobContext(id, workspace, connection, handle::progressed, handle::beginCommit);
    try {
      connection.setAutoCommit(false);
      handle.started(context);
      R result = work(job, context);
      context.checkCancelled();
      var metrics = new LinkedHashMap<>(context.metrics());
      metrics.putAll(job.metrics(result));
      context.sealFiles();
      KillPoint.LEDGER.pass();
      RunRecord record =
          workspace
              .ledger()
              .done(
                  connection,
                  job,
                  context,
                  start,
                  result,
                  job.fingerprint(result),
                  metrics,
                  rerunOf);
      workspace.checkThere();
      if (!handle.beginCommit()) {
        throw new CancelledException();
      }
      connection.commit();
      return new Run<>(record, result);
    } catch (Throwable e) {
      rollback(connection);
      context.discardFiles();
      throw e;
    } finally {
      close(connection);
    }
  }

  private static <R> R work(Job<R> job, JobContext context) throws Exception {
    try {
      return job.run(context);
    } finally {
      context.ended();
    }
  }

  /** Nothing here may turn a committed run into a failed one. */
  private void committed(RunRecord record) {
    try {
      RunFiles.publish(workspace, record.id());
    } catch (IOException | RuntimeException | Error e) {
      Workspace.warn("the files of run " + record.id() + " wait for the next open", e);
    }
    KillPoint.CHECKPOINT.pass();
    try {
      workspace.recorded(record);
      workspace.checkpoint();
    } catch (RuntimeException | Error e) {
      Workspace.warn("run " + record.id() + " is committed, but what follows failed", e);
    }
  }

  private void record(
      String id, Job<?> job, Started start, RuntimeException failure, @Nullable String rerunOf) {
    Runnable line =
        () -> {
          workspace.recorded(workspace.ledger().ended(id, job, start, failure, rerunOf));
        };
    try {
      if (Failures.isDiskFull(failure)) {
        workspace.afterFullDisk(line);
      } else {
        line.run();
      }
    } catch (RuntimeException | Error e) {
      failure.addSuppressed(e);
    }
  }

  private RuntimeException failure(Job<?> job, Throwable e) {
    return Failures.ofJob(job.name(), workspace.explained(e));
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // what was committed stays so; the workspace closes it again at its own end
      return;
    }
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
