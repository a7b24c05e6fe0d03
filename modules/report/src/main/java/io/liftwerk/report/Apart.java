package io.liftwerk.report;

import io.liftwerk.workspace.JobContext;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work that happens in memory alone and cannot be told to stop: setting pages takes a library
 * seconds. It is done on a thread of its own, which is interrupted and left alone when the job is
 * cancelled; what it still makes, nobody takes.
 */
final class Apart {
  private static final long LOOK_MILLIS = 50;

  private Apart() {}

  /**
   * The outcome of {@code work}.
   *
   * @throws io.liftwerk.workspace.CancelledException when the job is cancelled meanwhile
   */
  static <T> T call(JobContext context, Callable<T> work) throws Exception {
    var outcome = new CompletableFuture<T>();
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("report-pages")
            .start(
                () -> {
                  try {
                    outcome.complete(work.call());
                  } catch (Throwable e) {
                    outcome.completeExceptionally(e);
                  }
                });
    try {
      while (true) {
        context.checkCancelled();
        try {
          return outcome.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          // not yet
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof Exception failure ? failure : e;
    } finally {
      thread.interrupt();
    }
  }
}
