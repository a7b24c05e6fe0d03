package io.liftwerk.keywords;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Work that is done on another core while the job goes on: one task after the other. Closing waits
 * for all of them, so that none outlives the job's connection.
 */
final class Meanwhile implements AutoCloseable {
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

  /** What a task will give. */
  record Promise<T>(CompletableFuture<T> task) {
    /** What it gives, once it is done; what failed there fails here. */
    T get() throws Exception {
      try {
        return task.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof Exception failure) {
          throw failure;
        }
        throw e;
      }
    }
  }

  /** Begins {@code task} when those begun before have ended well. */
  <T> Promise<T> begin(Callable<T> task) {
    CompletableFuture<T> next =
        last.thenApplyAsync(
            before -> {
              try {
                return task.call();
              } catch (Exception e) {
                throw new CompletionException(e);
              }
            });
    last = next;
    return new Promise<>(next);
  }

  @Override
  public void close() {
    last.handle((result, failure) -> true).join();
  }
}
