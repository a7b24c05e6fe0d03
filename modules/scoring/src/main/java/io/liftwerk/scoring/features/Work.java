package io.liftwerk.scoring.features;

import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.JobContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Computes on worker threads while the job's own thread watches for cancellation. A native training
 * call cannot be interrupted, so a cancelled job does not wait for it: it walks away, and the
 * worker ends at its next {@link #check()}. Every task is deterministic on one thread; several run
 * side by side, which changes the time and never the figures.
 */
public final class Work implements AutoCloseable {
  /** Two at a time: more would multiply the memory of the native matrices. */
  private static final int THREADS = 2;

  private final Runnable stillWanted;
  private final ExecutorService pool;
  private volatile boolean stopped;

  public Work(JobContext context) {
    this(context::checkCancelled);
  }

  /**
   * @param stillWanted asked while waiting; throws when the work is no longer wanted
   */
  public Work(Runnable stillWanted) {
    this.stillWanted = stillWanted;
    this.pool =
        Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("leads-", 1).factory());
  }

  /**
   * Called by a task between steps.
   *
   * @throws CancelledException when nobody waits for the task any longer
   */
  public void check() {
    if (stopped) {
      throw new CancelledException();
    }
  }

  public <T> T one(Callable<T> task) throws Exception {
    return all(List.of(task)).getFirst();
  }

  /** Runs the tasks and returns their results in the order of the tasks. */
  public <T> List<T> all(List<? extends Callable<T>> tasks) throws Exception {
    var futures = new ArrayList<Future<T>>();
    for (Callable<T> task : tasks) {
      futures.add(start(task));
    }
    var results = new ArrayList<T>();
    for (Future<T> future : futures) {
      results.add(await(future));
    }
    return results;
  }

  /** Starts a task, whose result is fetched by {@link #await}. */
  public <T> Future<T> start(Callable<T> task) {
    return pool.submit(task);
  }

  /** The result of a task once it is there. */
  public <T> T await(Future<T> future) throws Exception {
    while (true) {
      stillWanted.run();
      try {
        return future.get(20, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        continue;
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Exception cause) {
          throw cause;
        }
        throw e;
      }
    }
  }

  @Override
  public void close() {
    stopped = true;
    pool.shutdownNow();
  }
}
