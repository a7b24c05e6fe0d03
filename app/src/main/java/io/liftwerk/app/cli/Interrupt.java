package io.liftwerk.app.cli;

import io.liftwerk.workspace.JobHandle;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * While open, ending the process (Ctrl+C) cancels the running job and waits until it has rolled
 * back, so that nothing is left half-written. It does not wait for ever: a step inside the database
 * that cannot be interrupted ends with the process, and the next open puts the folder in order as
 * it does after a kill.
 */
final class Interrupt implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 3000;

  private final Thread hook = new Thread(this::cancel, "interrupt");
  private volatile @Nullable JobHandle<?> running;

  Interrupt() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  void cancels(JobHandle<?> handle) {
    running = handle;
  }

  private void cancel() {
    JobHandle<?> handle = running;
    if (handle != null && !handle.isFinished()) {
      handle.cancel();
      handle
          .result()
          .handle((run, failure) -> true)
          .completeOnTimeout(false, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
          .join();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending: the hook has done its work
      running = null;
    }
  }
}
